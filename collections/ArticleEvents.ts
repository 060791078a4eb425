import type { CollectionConfig } from 'payload'
import { mayReadArticleEvents } from '../src/access/articles'
import { nobody } from '../src/access/nobody'
import { SHOWN_BY_NAME } from '../src/fields/shownByName'
import { hint, named, oneAndMany, optionsOf } from '../src/i18n/labels'
import { EVENT_KINDS } from '../src/articles/events'
import { slugs } from '../src/options/slugs'

/** What is stored as a value of the model is shown in words. */
const IN_WORDS = { Cell: 'dateline/rsc#LogValueCell' }

/** What happened to articles on their way through the desk. Only added to, by the workflow itself. */
export function ArticleEvents(): CollectionConfig<'article-events'> {
  return {
    slug: 'article-events',
    labels: oneAndMany('event', 'events'),
    access: { create: nobody, delete: nobody, read: mayReadArticleEvents, update: nobody },
    admin: {
      group: named('administration'),
      useAsTitle: 'kind',
      description: hint('events'),
      defaultColumns: ['createdAt', 'who', 'kind', 'from', 'to', 'note'],
      hideAPIURL: true,
    },
    defaultSort: '-createdAt',
    lockDocuments: false,
    fields: [
      { name: 'article', type: 'relationship', label: named('article'), relationTo: slugs.articles, index: true },
      { name: 'kind', type: 'select', label: named('kind'), required: true, options: optionsOf(EVENT_KINDS) },
      { name: 'from', type: 'text', label: named('from'), admin: { components: IN_WORDS } },
      { name: 'to', type: 'text', label: named('to'), admin: { components: IN_WORDS } },
      { name: 'note', type: 'textarea', label: named('note') },
      { name: 'who', type: 'text', label: named('who'), required: true, admin: { description: hint('who') } },
      { name: 'by', type: 'relationship', label: named('by'), relationTo: slugs.users, admin: { position: 'sidebar', components: SHOWN_BY_NAME } },
    ],
  }
}
