import type { CollectionConfig } from 'payload'
import { admins } from '../src/access/admins'
import { anyone } from '../src/access/anyone'
import { editors } from '../src/access/editors'
import { aliasesField } from '../src/fields/aliases'
import { importHashField } from '../src/fields/importHash'
import { mediaTopicField } from '../src/fields/mediaTopic'
import { slugField } from '../src/fields/slug'
import { keepTree } from '../src/taxonomy/keepTree'
import { moveSectionEndpoint } from '../src/taxonomy/moveSection'
import { articles, refuseWhileUsed } from '../src/taxonomy/refuseWhileUsed'

/** The parts of the paper an article may stand in (schema.org articleSection). */
export const Sections: CollectionConfig<'sections'> = {
  slug: 'sections',
  labels: { singular: 'Section', plural: 'Sections' },
  access: { create: editors, delete: admins, read: anyone, update: editors },
  admin: {
    group: 'Newsroom',
    useAsTitle: 'name',
    components: { beforeListTable: ['/src/admin/taxonomy/Sections#Sections'] },
    description: 'Every published article stands in one section.',
    defaultColumns: ['name', 'parent', 'mediaTopic', 'order'],
    listSearchableFields: ['name', 'slug', 'aliases'],
  },
  defaultPopulate: { name: true, slug: true },
  defaultSort: 'order',
  endpoints: [moveSectionEndpoint],
  hooks: {
    beforeDelete: [
      refuseWhileUsed([
        { collection: 'articles', field: 'section', told: (count) => `This section holds ${articles(count)}: put them into another section first.` },
        { collection: 'sections', field: 'parent', told: (count) => `It has ${count} of its own under it: move those first.` },
      ]),
    ],
  },
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'description', type: 'textarea' },
    aliasesField(),
    slugField({ from: 'name', fallback: 'section' }),
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'sections',
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      admin: { position: 'sidebar', description: 'The section this one is a part of.' },
    },
    mediaTopicField(),
    {
      name: 'order',
      type: 'number',
      defaultValue: 100,
      index: true,
      admin: { position: 'sidebar', description: 'Place in menus, smallest first.' },
    },
    importHashField(),
  ],
  hooks: { beforeChange: [keepTree] },
}
