import type { Tab } from 'payload'
import { seenAtDeskField } from '../../../src/access/seenAtDesk'

export const log: Tab = {
  label: 'Log',
  description: 'Who did what to this article, when, and why.',
  fields: [
    {
      name: 'events',
      type: 'join',
      label: false,
      collection: 'article-events',
      on: 'article',
      access: { read: seenAtDeskField },
      defaultSort: '-createdAt',
      admin: { allowCreate: false, defaultColumns: ['createdAt', 'who', 'kind', 'from', 'to', 'note'] },
    },
  ],
}
