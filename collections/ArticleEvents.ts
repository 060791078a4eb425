import type { CollectionConfig } from 'payload'
import { mayReadArticleEvents } from '../src/access/articles'
import { nobody } from '../src/access/nobody'
import { EVENT_KINDS } from '../src/workflow/events'

/** What happened to articles on their way through the desk. Only added to, by the workflow itself. */
export const ArticleEvents: CollectionConfig<'article-events'> = {
  slug: 'article-events',
  labels: { singular: 'Event', plural: 'Events' },
  access: { create: nobody, delete: nobody, read: mayReadArticleEvents, update: nobody },
  admin: {
    group: 'Administration',
    useAsTitle: 'kind',
    description: 'Who did what to an article, when, and why. Nobody can change it.',
    defaultColumns: ['createdAt', 'who', 'kind', 'from', 'to', 'note'],
    hideAPIURL: true,
  },
  defaultSort: '-createdAt',
  lockDocuments: false,
  fields: [
    { name: 'article', type: 'relationship', relationTo: 'articles', index: true },
    { name: 'kind', type: 'select', required: true, options: [...EVENT_KINDS] },
    { name: 'from', type: 'text' },
    { name: 'to', type: 'text' },
    { name: 'note', type: 'textarea' },
    { name: 'who', type: 'text', required: true, admin: { description: 'The name, as it was.' } },
    { name: 'by', type: 'relationship', relationTo: 'users', admin: { position: 'sidebar' } },
  ],
}
