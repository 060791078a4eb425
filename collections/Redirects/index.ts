import { redirectsPlugin } from '@payloadcms/plugin-redirects'
import type { Field } from 'payload'
import { anyone } from '../../src/access/anyone'
import { editors } from '../../src/access/editors'
import { keepFromLooping } from './hooks/keepFromLooping'

/**
 * Addresses that have moved. A new slug of what readers have seen leaves one by itself, which leads to the article,
 * wherever it goes from there (collections/Articles/hooks/keepAddress.ts); editors add those of an older site.
 */
export const redirects = redirectsPlugin({
  overrides: {
    access: { create: editors, delete: editors, read: anyone, update: editors },
    admin: {
      group: 'Content',
      useAsTitle: 'from',
      description: 'Addresses that have moved. A new slug of a published article leaves one here by itself.',
      defaultColumns: ['from', 'to', 'updatedAt'],
    },
    fields: ({ defaultFields }) => defaultFields.map(leadToArticles),
    hooks: { beforeChange: [keepFromLooping] },
    lockDocuments: false,
  },
})

/** The plugin's fields, with one kind of document to lead to. */
function leadToArticles(field: Field): Field {
  if (field.type === 'group') return { ...field, fields: field.fields.map(leadToArticles) }
  if (field.type !== 'relationship') return field
  return {
    name: field.name,
    type: 'relationship',
    relationTo: 'articles',
    label: 'Article',
    required: true,
    index: true,
    admin: { condition: (_, siblings) => siblings?.type === 'reference' },
  }
}
