import type { Field } from 'payload'
import { editorsField } from '../../../src/access/editors'
import { nobodyField } from '../../../src/access/nobody'
import { seenAtDeskField } from '../../../src/access/seenAtDesk'
import { slugUntilPublished } from '../../../src/access/slugUntilPublished'
import { slugField } from '../../../src/fields/slug'
import { dayAndTime, option } from './option'

export const PUB_STATUSES = ['usable', 'withheld', 'canceled'] as const

const byEditors = { create: editorsField, update: editorsField }

/** When, where and whether readers see an article. A copy starts without any of it. */
export const publication: Field[] = [
  {
    name: 'publishedAt',
    type: 'date',
    label: 'Published',
    index: true,
    access: byEditors,
    admin: {
      position: 'sidebar',
      date: dayAndTime,
      description: 'The date readers see. Set at first publication when empty; not public before it.',
    },
    hooks: { beforeDuplicate: [() => null] },
  },
  {
    name: 'embargoUntil',
    type: 'date',
    access: byEditors,
    admin: { position: 'sidebar', date: dayAndTime, description: 'Not public before this moment, whatever else is set.' },
    hooks: { beforeDuplicate: [() => null] },
  },
  slugField({
    from: 'headline',
    fallback: 'article',
    isFrozen: ({ firstPublishedAt }) => Boolean(firstPublishedAt),
    access: { update: slugUntilPublished },
  }),
  {
    name: 'pubStatus',
    type: 'select',
    label: 'Publication status',
    required: true,
    defaultValue: 'usable',
    access: byEditors,
    options: [...PUB_STATUSES].map(option),
    admin: { position: 'sidebar', description: 'IPTC pubStatus. Only usable articles are public.' },
    hooks: { beforeDuplicate: [() => 'usable'] },
  },
  {
    name: 'notice',
    type: 'textarea',
    access: byEditors,
    admin: {
      position: 'sidebar',
      rows: 2,
      description: 'What readers who ask for it are told of a withdrawn article.',
      condition: (data) => data.pubStatus === 'canceled',
    },
    hooks: { beforeDuplicate: [() => null] },
  },
  {
    name: 'firstPublishedAt',
    type: 'date',
    access: { create: nobodyField, read: seenAtDeskField, update: nobodyField },
    admin: { hidden: true },
    hooks: { beforeDuplicate: [() => null] },
  },
]
