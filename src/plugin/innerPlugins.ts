import { seoPlugin } from '@payloadcms/plugin-seo'
import type { Plugin } from 'payload'
import { redirects } from '../../collections/Redirects'
import { honourLocks } from '../access/honourLocks'
import { noticeOnLists } from '../admin/lists/noticeOnLists'
import { askNoMoreThanRest } from '../graphql/optionalInput'
import { countActs } from '../security/plugin'
import { limitPages } from '../validation/pageLimit'
import { refuseBadInput } from '../validation/refuseBadInput'
import { safeForms } from './safeForms'

/** The plugins that {@link newsroom} is made of, in their order. */
export const INNER_PLUGINS: readonly Plugin[] = [
  // For its words and widgets only: the fields are in the article's own tab.
  seoPlugin({}),
  // Adds a collection: before all that look at every collection.
  redirects,
  safeForms,
  noticeOnLists,
  // What is too much is refused before it is read for what is wrong.
  limitPages,
  refuseBadInput,
  honourLocks,
  askNoMoreThanRest,
  countActs,
]
