import type { Tab } from 'payload'
import { newsroomOnlyField } from '../../../src/access/newsroomOnly'
import { hint, named } from '../../../src/i18n/labels'

export const log: Tab = {
  label: named('log'),
  description: hint('log'),
  fields: [
    {
      name: 'events',
      type: 'join',
      label: false,
      collection: 'article-events',
      on: 'article',
      access: { read: newsroomOnlyField },
      defaultSort: '-createdAt',
      admin: { allowCreate: false, defaultColumns: ['createdAt', 'who', 'kind', 'from', 'to', 'note'] },
    },
  ],
}
