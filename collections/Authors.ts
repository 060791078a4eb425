import type { CollectionConfig } from 'payload'
import { admins } from '../src/access/admins'
import { anyone } from '../src/access/anyone'
import { mayUpdateAuthors } from '../src/access/authors'
import { editors, editorsField } from '../src/access/editors'
import { newsroomOnlyField } from '../src/access/newsroomOnly'
import { hint, named, oneAndMany, optionsOf, placeholder } from '../src/i18n/labels'
import { aliasesField } from '../src/fields/aliases'
import { importHashField } from '../src/fields/importHash'
import { sameAsField } from '../src/fields/sameAs'
import { searchField } from '../src/fields/search'
import { slugField } from '../src/fields/slug'
import { trimmed } from '../src/fields/trimmed'
import { slugs } from '../src/options/slugs'
import { deleteTermRedirects, redirectOldTermSlug } from '../src/taxonomy/termRedirects'
import { mergeEndpoint } from '../src/taxonomy/mergeEndpoint'
import { articles, refuseWhileUsed } from '../src/taxonomy/refuseWhileUsed'
import { unusedEndpoint } from '../src/taxonomy/unused'

/** People who sign copy (schema.org Person). They need no login. */
export function Authors(): CollectionConfig<'authors'> {
  return {
    slug: slugs.authors,
    labels: oneAndMany('author', 'authors'),
    access: { create: editors, delete: admins, read: anyone, update: mayUpdateAuthors },
    admin: {
      group: named('newsroom'),
      useAsTitle: 'name',
      components: { beforeListTable: ['dateline/rsc#TermViews'] },
      description: hint('authors'),
      defaultColumns: ['name', 'photo', 'role', 'jobTitle', 'updatedAt'],
      listSearchableFields: ['search'],
    },
    defaultPopulate: { name: true, slug: true, role: true, jobTitle: true },
    defaultSort: 'name',
    endpoints: [mergeEndpoint('authors'), unusedEndpoint('authors')],
    hooks: {
      afterChange: [redirectOldTermSlug('authors')],
      beforeDelete: [
        refuseWhileUsed([{ in: 'articles', field: 'bylines.author', told: (count) => `This author signs ${articles(count)}: merge the author into another one, or take the bylines off first.` }]),
        deleteTermRedirects('authors'),
      ],
    },
    fields: [
      {
        type: 'tabs',
        tabs: [
          {
            label: named('profile'),
            fields: [
              {
                name: 'name',
                type: 'text',
                label: named('name'),
                required: true,
                hooks: { beforeValidate: [trimmed] },
                access: { update: editorsField },
                admin: { description: hint('authorName') },
              },
              { name: 'bio', type: 'textarea', label: named('bio'), admin: { rows: 4 } },
              { ...aliasesField(), access: { update: editorsField } },
              { ...sameAsField(), access: { update: editorsField } },
            ],
          },
          {
            label: named('articles'),
            fields: [
              {
                name: 'articles',
                type: 'join',
                label: named('articles'),
                collection: slugs.articles,
                on: 'bylines.author',
                defaultSort: '-publishedAt',
                admin: { allowCreate: false, defaultColumns: ['headline', 'section', 'publishedAt'] },
              },
            ],
          },
        ],
      },
      slugField({ from: 'name', fallback: 'author', access: { update: editorsField } }),
      {
        name: 'role',
        type: 'select',
        label: named('role'),
        required: true,
        defaultValue: 'journalist',
        access: { update: editorsField },
        options: optionsOf(['journalist', 'editor', 'photographer', 'translator', 'contributor']),
        admin: { position: 'sidebar' },
      },
      { name: 'jobTitle', type: 'text', label: named('jobTitle'), access: { update: editorsField }, admin: { position: 'sidebar', placeholder: placeholder('jobTitle') } },
      { name: 'photo', type: 'upload', label: named('photo'), relationTo: slugs.media, admin: { position: 'sidebar' } },
      {
        name: 'email',
        type: 'email',
        label: named('email'),
        access: { create: editorsField, read: newsroomOnlyField, update: editorsField },
        admin: { position: 'sidebar', description: hint('email') },
      },
      {
        name: 'user',
        type: 'relationship',
        label: named('login'),
        relationTo: slugs.users,
        access: { create: editorsField, read: newsroomOnlyField, update: editorsField },
        admin: { position: 'sidebar', description: hint('login') },
      },
      importHashField(),
      searchField('name'),
      { name: 'merge', type: 'ui', label: named('merge'), admin: { position: 'sidebar', components: { Field: 'dateline/client#MergeField' } } },
    ],
  }
}
