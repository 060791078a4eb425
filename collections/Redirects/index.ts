import { redirectsPlugin } from '@payloadcms/plugin-redirects'
import type { Field, OptionObject } from 'payload'
import { editors } from '../../src/access/editors'
import { leaveOutHidden } from '../../src/access/hiddenRelations'
import { readableRedirects } from '../../src/access/redirects'
import { ofNewsroom } from '../../src/options/ofNewsroom'
import { hint, named, oneAndMany } from '../../src/i18n/labels'
import { slugs } from '../../src/options/slugs'
import { preventRedirectLoop } from './hooks/preventRedirectLoop'

/**
 * Addresses that have moved. A new slug of what readers have seen leaves one by itself, which leads to the article,
 * wherever it goes from there (collections/Articles/hooks/redirectOldSlug.ts); editors add those of an older site.
 */
export const redirects = redirectsPlugin({
  overrides: {
    ...ofNewsroom({}),
    labels: oneAndMany('redirect', 'redirects'),
    access: { create: editors, delete: editors, read: readableRedirects, update: editors },
    admin: {
      group: named('content'),
      useAsTitle: 'from',
      description: hint('redirects'),
      defaultColumns: ['from', 'to', 'updatedAt'],
    },
    fields: ({ defaultFields }) => defaultFields.map(leadToArticles),
    hooks: { beforeChange: [preventRedirectLoop] },
    lockDocuments: false,
  },
})

/** What the plugin calls `reference` and `custom`; it knows two of our languages. */
const LEADS_TO: OptionObject[] = [
  { label: named('linkToArticle'), value: 'reference' },
  { label: named('linkToAddress'), value: 'custom' },
]

/** The plugin's fields, with one kind of document to lead to. */
function leadToArticles(field: Field): Field {
  if (field.type === 'text') return { ...field, label: named(field.name === 'from' ? 'oldAddress' : 'webAddress') }
  if (field.type === 'radio') return { ...field, label: named('leadsTo'), options: LEADS_TO }
  if (field.type === 'group') return { ...field, fields: field.fields.map(leadToArticles) }
  if (field.type !== 'relationship') return field
  return {
    name: field.name,
    type: 'relationship',
    relationTo: slugs.articles,
    label: named('article'),
    required: true,
    index: true,
    admin: { condition: (_, siblings) => siblings?.type === 'reference' },
    hooks: { afterRead: [leaveOutHidden] },
  }
}
