import type { CollectionConfig } from 'payload'
import { admins } from '../src/access/admins'
import { anyone } from '../src/access/anyone'
import { editors } from '../src/access/editors'
import { hint, named, oneAndMany, optionsOf } from '../src/i18n/labels'
import { aliasesField } from '../src/fields/aliases'
import { importHashField } from '../src/fields/importHash'
import { mediaTopicField } from '../src/fields/mediaTopic'
import { sameAsField } from '../src/fields/sameAs'
import { searchField } from '../src/fields/search'
import { slugField } from '../src/fields/slug'
import { slugs } from '../src/options/slugs'
import { deleteTermRedirects, redirectOldTermSlug } from '../src/taxonomy/termRedirects'
import { mergeEndpoint } from '../src/taxonomy/mergeEndpoint'
import { articles, refuseWhileUsed } from '../src/taxonomy/refuseWhileUsed'
import { unusedEndpoint } from '../src/taxonomy/unused'

/** What articles are about (schema.org about, IPTC subject). */
export function Tags(): CollectionConfig<'tags'> {
  return {
    slug: slugs.tags,
    labels: oneAndMany('tag', 'tags'),
    access: { create: editors, delete: admins, read: anyone, update: editors },
    admin: {
      group: named('newsroom'),
      useAsTitle: 'name',
      components: { beforeListTable: ['dateline/rsc#TermViews'] },
      description: hint('tags'),
      defaultColumns: ['name', 'kind', 'mediaTopic', 'updatedAt'],
      listSearchableFields: ['search'],
    },
    defaultPopulate: { name: true, slug: true, kind: true },
    defaultSort: 'name',
    endpoints: [mergeEndpoint('tags'), unusedEndpoint('tags')],
    hooks: {
      afterChange: [redirectOldTermSlug('tags')],
      beforeDelete: [
        refuseWhileUsed([{ in: 'articles', field: 'tags', told: (count) => `This tag stands on ${articles(count)}: merge it into another one, or take it off first.` }]),
        deleteTermRedirects('tags'),
      ],
    },
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
      searchField('name'),
      { name: 'merge', type: 'ui', label: named('merge'), admin: { position: 'sidebar', components: { Field: 'dateline/client#MergeField' } } },
    ],
  }
}
