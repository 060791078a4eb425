import type { CollectionConfig } from 'payload'
import { admins } from '../src/access/admins'
import { anyone } from '../src/access/anyone'
import { editors } from '../src/access/editors'
import { hint, named, oneAndMany } from '../src/i18n/labels'
import { aliasesField } from '../src/fields/aliases'
import { importHashField } from '../src/fields/importHash'
import { mediaTopicField } from '../src/fields/mediaTopic'
import { slugField } from '../src/fields/slug'
import { slugs } from '../src/options/slugs'
import { deleteTermRedirects, redirectOldTermSlug } from '../src/taxonomy/termRedirects'
import { preventCycles } from '../src/taxonomy/preventCycles'
import { moveSectionEndpoint } from '../src/taxonomy/moveSection'
import { articles, refuseWhileUsed } from '../src/taxonomy/refuseWhileUsed'

/** The parts of the paper an article may stand in (schema.org articleSection). */
export function Sections(): CollectionConfig<'sections'> {
  return {
    slug: slugs.sections,
    labels: oneAndMany('section', 'sections'),
    access: { create: editors, delete: admins, read: anyone, update: editors },
    admin: {
      group: named('newsroom'),
      useAsTitle: 'name',
      components: { beforeListTable: ['dateline/rsc#Sections'] },
      description: hint('sections'),
      defaultColumns: ['name', 'parent', 'mediaTopic', 'order'],
      listSearchableFields: ['name', 'slug', 'aliases'],
    },
    defaultPopulate: { name: true, slug: true },
    defaultSort: 'order',
    endpoints: [moveSectionEndpoint],
    hooks: {
      afterChange: [redirectOldTermSlug('sections')],
      beforeChange: [preventCycles],
      beforeDelete: [
        refuseWhileUsed([
          { in: 'articles', field: 'section', told: (count) => `This section holds ${articles(count)}: put them into another section first.` },
          { in: 'sections', field: 'parent', told: (count) => `It has ${count} of its own under it: move those first.` },
        ]),
        deleteTermRedirects('sections'),
      ],
    },
    fields: [
      { name: 'name', type: 'text', label: named('name'), required: true },
      { name: 'description', type: 'textarea', label: named('description') },
      aliasesField(),
      slugField({ from: 'name', fallback: 'section' }),
      {
        name: 'parent',
        type: 'relationship',
        label: named('parent'),
        relationTo: slugs.sections,
        filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
        admin: { position: 'sidebar', description: hint('parent') },
      },
      mediaTopicField(),
      {
        name: 'order',
        type: 'number',
        label: named('order'),
        defaultValue: 100,
        index: true,
        admin: { position: 'sidebar', description: hint('order') },
      },
      importHashField(),
    ],
  }
}
