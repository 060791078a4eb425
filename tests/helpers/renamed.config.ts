import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { newsroom } from 'dateline'
import { buildConfig } from 'payload'
import type { CollectionConfig } from 'payload'
import sharp from 'sharp'
import { logOptions } from '../../src/log'
import { readOptions } from '../../src/settings'
import { hostAdapter } from './hostAdapter'

const { env } = process
const url = env.DATABASE_URL ?? ''
const everybody = { create: () => true, delete: () => true, read: () => true, update: () => true }

/** What the project has under slugs that the newsroom has otherwise. */
const own: CollectionConfig[] = [
  { slug: 'articles', access: everybody, fields: [{ name: 'title', type: 'text' }, { name: 'story', type: 'relationship', relationTo: 'stories' as never }] },
  { slug: 'tags', access: everybody, fields: [{ name: 'title', type: 'text' }] },
  { slug: 'users', access: everybody, auth: true, fields: [{ name: 'title', type: 'text' }] },
  { slug: 'media', access: everybody, fields: [{ name: 'title', type: 'text' }], upload: { staticDir: `${env.MEDIA_DIR ?? 'media'}-of-project` } },
]

/** What the newsroom joins. */
const joined: CollectionConfig[] = [
  { slug: 'members', admin: { useAsTitle: 'email' }, auth: true, fields: [] },
  { slug: 'pictures', access: { read: () => true }, fields: [{ name: 'alt', type: 'text', required: true }], upload: { staticDir: env.MEDIA_DIR ?? 'media' } },
]

/** A project of somebody else in which every collection of the newsroom that can have another slug has one. */
export default buildConfig({
  admin: { user: 'members' },
  collections: [...own, ...joined],
  db: hostAdapter(url),
  editor: lexicalEditor(),
  logger: { destination: process.stderr, options: logOptions(env.LOG_LEVEL) },
  plugins: [
    newsroom({
      ...readOptions(env),
      apiClients: { slug: 'programs' },
      articles: { slug: 'stories' },
      authors: { slug: 'writers' },
      media: { slug: 'pictures' },
      sections: { slug: 'departments' },
      tags: { slug: 'topics' },
    }),
  ],
  secret: env.PAYLOAD_SECRET ?? '',
  sharp,
  telemetry: false,
  typescript: { autoGenerate: false },
})
