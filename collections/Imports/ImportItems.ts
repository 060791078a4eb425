import type { CollectionConfig } from 'payload'
import { editors } from '../../src/access/editors'
import { nobody } from '../../src/access/nobody'
import { WIRE_FORMATS } from '../../src/wire/item'
import { OUTCOMES } from '../../src/wire/save/types'

/** What became of each story of an import. */
export const ImportItems: CollectionConfig<'import-items'> = {
  slug: 'import-items',
  labels: { singular: 'Imported story', plural: 'Imported stories' },
  access: { create: nobody, delete: nobody, read: editors, update: nobody },
  admin: {
    group: 'Administration',
    useAsTitle: 'file',
    description: 'Each story of each import, with where every line of its source went.',
    defaultColumns: ['file', 'outcome', 'article', 'message', 'createdAt'],
    hideAPIURL: true,
  },
  defaultSort: '-createdAt',
  fields: [
    { name: 'file', type: 'text', required: true },
    { name: 'message', type: 'textarea', admin: { description: 'What an editor may want to look at.' } },
    { name: 'account', type: 'json', admin: { description: 'Where every line or field of the source went.' } },
    {
      name: 'outcome',
      type: 'select',
      required: true,
      index: true,
      options: [...OUTCOMES],
      admin: { position: 'sidebar' },
    },
    { name: 'article', type: 'relationship', relationTo: 'articles', index: true, admin: { position: 'sidebar' } },
    { name: 'format', type: 'select', options: [...WIRE_FORMATS], admin: { position: 'sidebar' } },
    { name: 'run', type: 'relationship', relationTo: 'imports', required: true, index: true, admin: { position: 'sidebar' } },
  ],
}
