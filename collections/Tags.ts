import type { CollectionConfig } from 'payload'
import { admins } from '../src/access/admins'
import { anyone } from '../src/access/anyone'
import { editors } from '../src/access/editors'
import { hint, named, oneAndMany, optionsOf } from '../src/admin/labels'
import { aliasesField } from '../src/fields/aliases'
import { importHashField } from '../src/fields/importHash'
import { mediaTopicField } from '../src/fields/mediaTopic'
import { sameAsField } from '../src/fields/sameAs'
import { slugField } from '../src/fields/slug'
import { mergeEndpoint } from '../src/taxonomy/mergeEndpoint'

/** What articles are about (schema.org about, IPTC subject). */
export const Tags: CollectionConfig<'tags'> = {
  slug: 'tags',
  labels: oneAndMany('tag', 'tags'),
  access: { create: editors, delete: admins, read: anyone, update: editors },
  admin: {
    group: named('newsroom'),
    useAsTitle: 'name',
    description: hint('tags'),
    defaultColumns: ['name', 'kind', 'mediaTopic', 'updatedAt'],
    listSearchableFields: ['name', 'slug', 'aliases'],
  },
  defaultPopulate: { name: true, slug: true, kind: true },
  defaultSort: 'name',
  endpoints: [mergeEndpoint('tags')],
  fields: [
    { name: 'name', type: 'text', label: named('name'), required: true },
    aliasesField(),
    sameAsField(),
    slugField({ from: 'name', fallback: 'tag' }),
    {
      name: 'kind',
      type: 'select',
      label: named('kind'),
      required: true,
      defaultValue: 'subject',
      index: true,
      options: optionsOf(['subject', 'person', 'organisation', 'place', 'event']),
      admin: { position: 'sidebar' },
    },
    mediaTopicField(),
    importHashField(),
    { name: 'merge', type: 'ui', label: named('merge'), admin: { position: 'sidebar', components: { Field: '/src/admin/taxonomy/MergeField#MergeField' } } },
  ],
}
