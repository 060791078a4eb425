import { MetaDescriptionField, MetaImageField, MetaTitleField, OverviewField } from '@payloadcms/plugin-seo/fields'
import type { Field, Tab } from 'payload'
import { signedInField } from '../../src/access/signedIn'
import { nobodyField } from '../../src/access/nobody'
import { importHashField } from '../../src/fields/importHash'
import { slugField } from '../../src/fields/slug'
import { newsEditor } from './editor'

export const PUB_STATUSES = ['usable', 'withheld', 'canceled'] as const
export const STAGES = ['draft', 'submitted', 'in-review', 'ready'] as const
export const BYLINE_ROLES = ['reporter', 'editor', 'photographer', 'translator', 'contributor'] as const
export const CORRECTION_KINDS = ['correction', 'clarification', 'update'] as const

const dayAndTime = { pickerAppearance: 'dayAndTime' } as const

const story: Tab = {
  label: 'Story',
  fields: [
    {
      name: 'headline',
      type: 'text',
      required: true,
      maxLength: 300,
      admin: { placeholder: 'What happened, in one line' },
    },
    {
      name: 'standfirst',
      type: 'textarea',
      maxLength: 2000,
      admin: { rows: 3, description: 'The lead, printed above the credits. Cards and search results show it too.' },
    },
    {
      name: 'body',
      type: 'richText',
      required: true,
      editor: newsEditor,
    },
  ],
}

const pictures: Tab = {
  label: 'Picture & related',
  fields: [
    {
      name: 'heroImage',
      type: 'upload',
      relationTo: 'media',
      label: 'Hero image',
      admin: { description: 'The picture on top of the article and on its cards.' },
    },
    {
      name: 'related',
      type: 'relationship',
      relationTo: 'articles',
      hasMany: true,
      label: 'Related articles',
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    },
  ],
}

const dateline: Tab = {
  label: 'Dateline',
  fields: [
    {
      name: 'dateline',
      type: 'group',
      label: false,
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'place', type: 'text', admin: { width: '50%', placeholder: 'Pyongyang' } },
            {
              name: 'date',
              type: 'date',
              admin: { width: '50%', date: { pickerAppearance: 'dayOnly' }, description: 'The day the copy was written.' },
            },
          ],
        },
        {
          name: 'text',
          type: 'text',
          label: 'As printed',
          admin: { description: 'The dateline as the copy has it. Left empty, place and date are shown.' },
        },
      ],
    },
  ],
}

const corrections: Tab = {
  label: 'Corrections',
  description: 'What was put right after publication. Readers see this with the article.',
  fields: [
    {
      name: 'corrections',
      type: 'array',
      label: false,
      labels: { singular: 'Correction', plural: 'Corrections' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'kind',
              type: 'select',
              required: true,
              defaultValue: 'correction',
              options: [...CORRECTION_KINDS].map(option),
            },
            {
              name: 'correctedAt',
              type: 'date',
              required: true,
              defaultValue: () => new Date().toISOString(),
              admin: { date: dayAndTime },
            },
          ],
        },
        { name: 'text', type: 'textarea', required: true },
      ],
    },
  ],
}

const seo: Tab = {
  name: 'meta',
  label: 'Search & social',
  fields: [
    OverviewField({ titlePath: 'meta.title', descriptionPath: 'meta.description', imagePath: 'meta.image' }),
    MetaTitleField({}),
    MetaDescriptionField({}),
    MetaImageField({ relationTo: 'media' }),
  ],
}

// The tab's own access hides it as a whole; that of each field keeps it from being asked for in a filter or sort.
const source: Tab = {
  name: 'source',
  label: 'Source',
  access: { read: signedInField },
  description: 'Where this article came from. Never shown to readers.',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          access: { read: signedInField },
          defaultValue: 'staff',
          options: [
            { label: 'Staff', value: 'staff' },
            { label: 'Wire', value: 'wire' },
          ],
        },
        { name: 'provider', type: 'text', access: { read: signedInField }, admin: { placeholder: 'The agency or system it came from' } },
      ],
    },
    {
      name: 'guid',
      access: { read: signedInField },
      type: 'text',
      label: 'Id at the source',
      index: true,
      admin: { readOnly: true },
      hooks: { beforeDuplicate: [() => undefined] },
    },
    {
      name: 'text',
      access: { read: signedInField },
      type: 'textarea',
      label: 'Original copy',
      admin: { readOnly: true, rows: 12, description: 'As it came in, character for character.' },
    },
    {
      name: 'checksum',
      access: { read: signedInField },
      type: 'text',
      label: 'SHA-256 of the original',
      index: true,
      admin: { readOnly: true },
      hooks: { beforeDuplicate: [() => undefined] },
    },
    {
      name: 'encoding',
      type: 'text',
      access: { read: signedInField },
      label: 'Encoding of the original',
      admin: { readOnly: true },
    },
    {
      name: 'copyHash',
      type: 'text',
      access: { read: signedInField },
      index: true,
      admin: { hidden: true },
      hooks: { beforeDuplicate: [() => undefined] },
    },
    {
      name: 'importedAt',
      type: 'date',
      label: 'Imported',
      access: { read: signedInField },
      admin: { readOnly: true, date: dayAndTime },
    },
  ],
}

const side: Field[] = [
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
    admin: { position: 'sidebar', description: 'Who signs the article, in the order printed.' },
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
    name: 'publishedAt',
    type: 'date',
    label: 'Published',
    index: true,
    admin: {
      position: 'sidebar',
      date: dayAndTime,
      description: 'The date readers see. Set at first publication when empty; not public before it.',
    },
  },
  {
    name: 'embargoUntil',
    type: 'date',
    admin: { position: 'sidebar', date: dayAndTime, description: 'Not public before this moment, whatever else is set.' },
  },
  slugField({ from: 'headline', fallback: 'article', isFrozen: ({ firstPublishedAt }) => Boolean(firstPublishedAt) }),
  {
    name: 'stage',
    type: 'select',
    required: true,
    defaultValue: 'draft',
    access: { read: signedInField },
    options: [...STAGES].map(option),
    admin: { position: 'sidebar', description: 'How far the desk is with it.' },
  },
  {
    name: 'pubStatus',
    type: 'select',
    label: 'Publication status',
    required: true,
    defaultValue: 'usable',
    options: [...PUB_STATUSES].map(option),
    admin: { position: 'sidebar', description: 'IPTC pubStatus. Only usable articles are public.' },
  },
  {
    name: 'language',
    type: 'text',
    required: true,
    defaultValue: 'en',
    validate: (value: string | null | undefined) =>
      isLanguageTag(value ?? '') || 'Write the language as a BCP 47 tag, such as en, ko or zh-Hant.',
    admin: { position: 'sidebar', description: 'BCP 47 tag, such as en, ko or zh-Hant.' },
  },
  {
    name: 'wordCount',
    type: 'number',
    label: 'Words',
    admin: { position: 'sidebar', readOnly: true, description: 'Counted on every save.' },
  },
  {
    name: 'readingTime',
    type: 'number',
    label: 'Reading time (minutes)',
    admin: { position: 'sidebar', readOnly: true },
  },
  {
    name: 'firstPublishedAt',
    type: 'date',
    access: { create: nobodyField, read: signedInField, update: nobodyField },
    admin: { hidden: true },
    hooks: { beforeDuplicate: [() => undefined] },
  },
  importHashField(),
]

export const articleFields: Field[] = [
  { type: 'tabs', tabs: [story, pictures, dateline, corrections, seo, source] },
  ...side,
]

/** A select option whose label is its value in words. */
function option(value: string) {
  const words = value.replace('-', ' ')
  return { label: words.charAt(0).toUpperCase() + words.slice(1), value }
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
