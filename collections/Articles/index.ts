import type { CollectionConfig } from 'payload'
import { signedIn } from '../../src/access/signedIn'
import { signedInOrPublic } from '../../src/access/signedInOrPublic'
import { articleEndpoints } from './endpoints'
import { articleFields } from './fields'
import { countWords } from './hooks/countWords'
import { datePublication } from './hooks/datePublication'

/**
 * How public articles are sorted (Payload adds createdAt to every sort), then the rest of what the public rule looks
 * at: lists are found and counted in the index, without a look at the articles.
 */
const newestPublic = ['publishedAt', 'createdAt', 'pubStatus', 'deletedAt', 'embargoUntil']

/** What the newsroom publishes (schema.org NewsArticle). */
export const Articles: CollectionConfig<'articles'> = {
  slug: 'articles',
  labels: { singular: 'Article', plural: 'Articles' },
  access: {
    create: signedIn,
    delete: signedIn,
    read: signedInOrPublic,
    readVersions: signedIn,
    update: signedIn,
  },
  admin: {
    group: 'Content',
    useAsTitle: 'headline',
    description: 'Stories, from the first draft to the last correction.',
    defaultColumns: ['headline', 'section', '_status', 'stage', 'publishedAt', 'updatedAt'],
    listSearchableFields: ['headline', 'slug', 'standfirst'],
    pagination: { defaultLimit: 25 },
  },
  defaultPopulate: { headline: true, slug: true, publishedAt: true, standfirst: true },
  defaultSort: '-publishedAt',
  endpoints: articleEndpoints,
  fields: articleFields,
  hooks: {
    beforeChange: [countWords, datePublication],
  },
  indexes: [{ fields: ['_status', ...newestPublic] }, { fields: ['section', '_status', ...newestPublic] }],
  trash: true,
  versions: {
    drafts: {
      autosave: { interval: 1500 },
      schedulePublish: true,
      validate: false,
    },
    maxPerDoc: 100,
  },
}
