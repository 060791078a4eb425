import type { CollectionConfig } from 'payload'
import { admins } from '../src/access/admins'
import { anyone } from '../src/access/anyone'
import { mayUpdateAuthors } from '../src/access/authors'
import { editors, editorsField } from '../src/access/editors'
import { seenAtDeskField } from '../src/access/seenAtDesk'
import { aliasesField } from '../src/fields/aliases'
import { importHashField } from '../src/fields/importHash'
import { sameAsField } from '../src/fields/sameAs'
import { searchField } from '../src/fields/search'
import { slugField } from '../src/fields/slug'
import { mergeEndpoint } from '../src/taxonomy/mergeEndpoint'
import { articles, refuseWhileUsed } from '../src/taxonomy/refuseWhileUsed'
import { unusedEndpoint } from '../src/taxonomy/unused'

/** People who sign copy (schema.org Person). They need no login. */
export const Authors: CollectionConfig<'authors'> = {
  slug: 'authors',
  labels: { singular: 'Author', plural: 'Authors' },
  access: { create: editors, delete: admins, read: anyone, update: mayUpdateAuthors },
  admin: {
    group: 'Newsroom',
    useAsTitle: 'name',
    components: { beforeListTable: ['/src/admin/lists/TermViews#TermViews'] },
    description: 'Whoever signs copy: journalists, editors, photographers. A login is a user, not an author.',
    defaultColumns: ['name', 'role', 'jobTitle', 'updatedAt'],
    listSearchableFields: ['search'],
  },
  defaultPopulate: { name: true, slug: true, role: true, jobTitle: true },
  defaultSort: 'name',
  endpoints: [mergeEndpoint('authors'), unusedEndpoint('authors')],
  hooks: {
    beforeDelete: [
      refuseWhileUsed([{ collection: 'articles', field: 'bylines.author', told: (count) => `This author signs ${articles(count)}: merge the author into another one, or take the bylines off first.` }]),
    ],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Profile',
          fields: [
            {
              name: 'name',
              type: 'text',
              required: true,
              access: { update: editorsField },
              admin: { description: 'As it is printed, the house’s wording included: "CJ journalist".' },
            },
            { name: 'bio', type: 'textarea', admin: { rows: 4 } },
            { ...aliasesField(), access: { update: editorsField } },
            { ...sameAsField(), access: { update: editorsField } },
          ],
        },
        {
          label: 'Articles',
          fields: [
            {
              name: 'articles',
              type: 'join',
              collection: 'articles',
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
      required: true,
      defaultValue: 'journalist',
      access: { update: editorsField },
      options: [
        { label: 'Journalist', value: 'journalist' },
        { label: 'Editor', value: 'editor' },
        { label: 'Photographer', value: 'photographer' },
        { label: 'Translator', value: 'translator' },
        { label: 'Contributor', value: 'contributor' },
      ],
      admin: { position: 'sidebar' },
    },
    { name: 'jobTitle', type: 'text', access: { update: editorsField }, admin: { position: 'sidebar', placeholder: 'Moscow correspondent' } },
    { name: 'photo', type: 'upload', relationTo: 'media', admin: { position: 'sidebar' } },
    {
      name: 'email',
      type: 'email',
      access: { create: editorsField, read: seenAtDeskField, update: editorsField },
      admin: { position: 'sidebar', description: 'For the desk only. Never shown to readers.' },
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      access: { create: editorsField, read: seenAtDeskField, update: editorsField },
      admin: { position: 'sidebar', description: 'The login this person works with, if any. Never shown to readers.' },
    },
    importHashField(),
    searchField(),
    { name: 'merge', type: 'ui', admin: { position: 'sidebar', components: { Field: '/src/admin/taxonomy/MergeField#MergeField' } } },
  ],
}
