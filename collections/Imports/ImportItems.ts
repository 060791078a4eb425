import type { CollectionConfig } from 'payload'
import { editors } from '../../src/access/editors'
import { nobody } from '../../src/access/nobody'
import { hint, named, oneAndMany, optionsOf } from '../../src/i18n/labels'
import { WIRE_FORMATS } from '../../src/ingest/item'
import { OUTCOMES } from '../../src/ingest/save/types'
import { slugs } from '../../src/options/slugs'

/** What became of each story of an import. */
export function ImportItems(): CollectionConfig<'import-items'> {
  return {
    slug: 'import-items',
    labels: oneAndMany('importedStory', 'importedStories'),
    access: { create: nobody, delete: nobody, read: editors, update: nobody },
    admin: {
      group: named('administration'),
      useAsTitle: 'file',
      description: hint('importedStories'),
      defaultColumns: ['file', 'outcome', 'article', 'message', 'createdAt'],
      hideAPIURL: true,
    },
    defaultSort: '-createdAt',
    fields: [
      { name: 'file', type: 'text', label: named('file'), required: true },
      { name: 'message', type: 'textarea', label: named('message'), admin: { description: hint('message') } },
      { name: 'account', type: 'json', label: named('account'), admin: { description: hint('account') } },
      {
        name: 'outcome',
        type: 'select',
        label: named('outcome'),
        required: true,
        index: true,
        options: optionsOf(OUTCOMES),
        admin: { position: 'sidebar' },
      },
      { name: 'article', type: 'relationship', label: named('article'), relationTo: slugs.articles, index: true, admin: { position: 'sidebar' } },
      { name: 'format', type: 'select', label: named('format'), options: optionsOf(WIRE_FORMATS), admin: { position: 'sidebar' } },
      // The identity of a story that its source withdraws, and the API client that said so: the story may come later.
      { name: 'withdraws', type: 'text', index: true, admin: { hidden: true } },
      { name: 'sentBy', type: 'text', admin: { hidden: true } },
      { name: 'run', type: 'relationship', label: named('run'), relationTo: 'imports', required: true, index: true, admin: { position: 'sidebar' } },
    ],
  }
}
