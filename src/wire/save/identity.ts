import { slugify } from '../../fields/slugify'
import { contentHash } from '../contentHash'
import type { WireItem } from '../item'
import { workingHeadline } from './workingHeadline'

/** How the ids begin that are made for stories without one. */
export const MADE_GUID = 'urn:dateline:copy:'

/** By what a story is known. */
export type Identity = {
  /** The source's own id; of a source that has none, one made of the day and the slug it comes with. */
  guid: string | undefined
  /** Whether the id is the source's own. */
  isOwnGuid: boolean
  /** {@link copyHash} */
  hash: string
  /** What it is called until it has a headline. */
  headline: string
  slug: string
}

/** What does not count in {@link copyHash}: where a story comes from, and which version of it this is. */
const UNCOUNTED: readonly string[] = ['format', 'holdBack', 'localId', 'notice', 'origin', 'updatedAt', 'version']

/**
 * What makes two copies the same copy: everything the reader found, whatever the spelling of the file, except when it
 * was changed. Its format does not count either, so that an exported article is the same when you import it again.
 */
export function copyHash(item: WireItem): string {
  const fields = Object.keys(item).filter((field) => !UNCOUNTED.includes(field))
  return contentHash(item, fields)
}

const known = new WeakMap<WireItem, Identity>()

/** By what a story is known; found out once for each. */
export function identify(item: WireItem): Identity {
  const before = known.get(item)
  if (before) return before
  const headline = item.headline ?? workingHeadline(item)
  const slug = slugify(item.slug ?? headline)
  const day = item.publishedAt?.slice(0, 10)
  const guid = item.guid ?? (day && slug ? `${MADE_GUID}${day}:${slug}` : undefined)
  const identity = { guid, isOwnGuid: item.guid !== undefined, hash: copyHash(item), headline, slug }
  known.set(item, identity)
  return identity
}
