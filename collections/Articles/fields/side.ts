import type { Field } from 'payload'
import { ownArticlesField } from '../../../src/access/ownArticles'
import { seenAtDeskField } from '../../../src/access/seenAtDesk'
import { createdByField } from '../../../src/fields/createdBy'
import { importHashField } from '../../../src/fields/importHash'
import { searchField } from '../../../src/fields/search'
import { STAGES } from '../../../src/workflow/stages'
import { option } from './option'
import { publication } from './publication'
import { revision } from './revision'

export const BYLINE_ROLES = ['reporter', 'editor', 'photographer', 'translator', 'contributor'] as const

export const side: Field[] = [
  {
    name: 'stage',
    type: 'select',
    required: true,
    defaultValue: 'draft',
    access: { read: seenAtDeskField },
    options: [...STAGES].map(option),
    admin: {
      position: 'sidebar',
      components: { Field: '/src/admin/article/StagePanel#StagePanel' },
      // It moves one by one, on the desk or here, where a note can be asked for.
      disableBulkEdit: true,
    },
    hooks: { beforeDuplicate: [() => 'draft'] },
  },
  {
    name: 'wordCount',
    type: 'number',
    label: 'Words',
    admin: { position: 'sidebar', readOnly: true, components: { Field: '/src/admin/article/WordCount#WordCount' } },
  },
  {
    name: 'readingTime',
    type: 'number',
    label: 'Reading time (minutes)',
    admin: { hidden: true },
  },
  {
    name: 'section',
    type: 'relationship',
    relationTo: 'sections',
    required: true,
    index: true,
    admin: { position: 'sidebar', description: 'Needed to publish.' },
  },
  {
    name: 'bylines',
    type: 'array',
    labels: { singular: 'Byline', plural: 'Bylines' },
    admin: {
      position: 'sidebar',
      description: 'Who signs the article, in the order printed.',
      components: { RowLabel: '/src/admin/article/BylineLabel#BylineLabel' },
    },
    fields: [
      { name: 'author', type: 'relationship', relationTo: 'authors', required: true, index: true },
      {
        name: 'role',
        type: 'select',
        required: true,
        defaultValue: 'reporter',
        options: [...BYLINE_ROLES].map(option),
      },
    ],
  },
  {
    name: 'tags',
    type: 'relationship',
    relationTo: 'tags',
    hasMany: true,
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'note',
    type: 'textarea',
    access: { read: ownArticlesField },
    admin: { position: 'sidebar', rows: 2, description: 'For the log: why the next step is taken. Needed to send an article back.' },
    hooks: { beforeDuplicate: [() => null] },
  },
  ...publication,
  {
    name: 'language',
    type: 'text',
    required: true,
    defaultValue: 'en',
    validate: (value: string | null | undefined) =>
      isLanguageTag(value ?? '') || 'Write the language as a BCP 47 tag, such as en, ko or zh-Hant.',
    admin: { position: 'sidebar', description: 'BCP 47 tag, such as en, ko or zh-Hant.' },
  },
  createdByField(),
  importHashField(),
  searchField(),
  ...revision,
]

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
