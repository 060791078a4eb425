import type { Field } from 'payload'
import { editorsField } from '../../../src/access/editors'
import { nobodyField } from '../../../src/access/nobody'
import { newsroomOnlyField } from '../../../src/access/newsroomOnly'
import { slugUntilPublished } from '../../../src/access/slugUntilPublished'
import { hint, named, optionsOf } from '../../../src/i18n/labels'
import { slugField } from '../../../src/fields/slug'
import { dayAndTime } from './dayAndTime'

const PUB_STATUSES = ['usable', 'withheld', 'canceled'] as const

const byEditors = { create: editorsField, update: editorsField }

/** When, where and whether readers see an article. A copy starts without any of it. */
export const publication: Field[] = [
  {
    name: 'publishedAt',
    type: 'date',
    label: named('published'),
    index: true,
    access: byEditors,
    admin: {
      position: 'sidebar',
      date: dayAndTime,
      description: hint('published'),
    },
    hooks: { beforeDuplicate: [() => null] },
  },
  {
    name: 'embargoUntil',
    type: 'date',
    label: named('embargoUntil'),
    access: byEditors,
    admin: { position: 'sidebar', date: dayAndTime, description: hint('embargoUntil') },
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
    label: named('pubStatus'),
    required: true,
    defaultValue: 'usable',
    access: byEditors,
    options: optionsOf(PUB_STATUSES),
    admin: { position: 'sidebar', description: hint('pubStatus') },
    hooks: { beforeDuplicate: [() => 'usable'] },
  },
  {
    name: 'notice',
    type: 'textarea',
    label: named('notice'),
    access: byEditors,
    admin: {
      position: 'sidebar',
      rows: 2,
      description: hint('notice'),
      condition: (data) => data.pubStatus === 'canceled',
    },
    hooks: { beforeDuplicate: [() => null] },
  },
  // When its source last changed it, of an imported article that nobody has changed since; else `updatedAt` tells.
  {
    name: 'modifiedAt',
    type: 'date',
    access: { create: nobodyField, update: nobodyField },
    admin: { hidden: true },
    hooks: { beforeDuplicate: [() => null] },
  },
  {
    name: 'firstPublishedAt',
    type: 'date',
    access: { create: nobodyField, read: newsroomOnlyField, update: nobodyField },
    admin: { hidden: true },
    hooks: { beforeDuplicate: [() => null] },
  },
]
