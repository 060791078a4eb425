import type { Field } from 'payload'
import { ownArticlesField } from '../../../src/access/ownArticles'
import { newsroomOnlyField } from '../../../src/access/newsroomOnly'
import { hint, named, oneAndMany, optionsOf } from '../../../src/i18n/labels'
import { createdByField } from '../../../src/fields/createdBy'
import { importHashField } from '../../../src/fields/importHash'
import { searchField } from '../../../src/fields/search'
import { STAGES } from '../../../src/articles/stages'
import { slugs } from '../../../src/options/slugs'
import { publication } from './publication'
import { revision } from './revision'

const BYLINE_ROLES = ['reporter', 'editor', 'photographer', 'translator', 'contributor'] as const

export function side(): Field[] {
  return [
    {
      name: 'stage',
      type: 'select',
      label: named('stage'),
      required: true,
      defaultValue: 'draft',
      access: { read: newsroomOnlyField },
      options: optionsOf(STAGES),
      admin: {
        position: 'sidebar',
        components: { Field: 'dateline/client#StagePanel' },
        // It moves one by one, on the desk or here, where a note can be asked for.
        disableBulkEdit: true,
      },
      hooks: { beforeDuplicate: [() => 'draft'] },
    },
    { name: 'visibility', type: 'ui', label: named('readers'), admin: { components: { Cell: 'dateline/rsc#VisibilityCell' } } },
    {
      name: 'wordCount',
      type: 'number',
      label: named('words'),
      admin: { position: 'sidebar', readOnly: true, components: { Field: 'dateline/client#WordCount' } },
    },
    {
      name: 'readingTime',
      type: 'number',
      label: named('readingTime'),
      admin: { hidden: true },
    },
    {
      name: 'section',
      type: 'relationship',
      label: named('section'),
      relationTo: slugs.sections,
      required: true,
      index: true,
      admin: { position: 'sidebar', description: hint('section') },
    },
    {
      name: 'bylines',
      type: 'array',
      label: named('bylines'),
      labels: oneAndMany('byline', 'bylines'),
      admin: {
        position: 'sidebar',
        description: hint('bylines'),
        components: { RowLabel: 'dateline/client#BylineLabel' },
      },
      fields: [
        { name: 'author', type: 'relationship', label: named('author'), relationTo: slugs.authors, required: true, index: true },
        {
          name: 'role',
          type: 'select',
          label: named('role'),
          required: true,
          defaultValue: 'reporter',
          options: optionsOf(BYLINE_ROLES),
        },
      ],
    },
    {
      name: 'tags',
      type: 'relationship',
      label: named('tags'),
      relationTo: slugs.tags,
      hasMany: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'note',
      type: 'textarea',
      label: named('note'),
      access: { read: ownArticlesField },
      admin: { position: 'sidebar', rows: 2, description: hint('note') },
      hooks: { beforeDuplicate: [() => null] },
    },
    ...publication,
    {
      name: 'language',
      type: 'text',
      label: named('language'),
      required: true,
      defaultValue: 'en',
      validate: (value: string | null | undefined) =>
        isLanguageTag(value ?? '') || 'Write the language as a BCP 47 tag, such as en, ko or zh-Hant.',
      admin: { position: 'sidebar', description: hint('language') },
    },
    createdByField(),
    importHashField(),
    searchField(),
    ...revision,
  ]
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
