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

const users: CollectionConfig = { slug: 'users', admin: { useAsTitle: 'email' }, auth: true, fields: [] }
const media: CollectionConfig = { slug: 'media', access: { read: () => true }, fields: [{ name: 'alt', type: 'text', required: true }], upload: { staticDir: env.MEDIA_DIR ?? 'media' } }
const pages: CollectionConfig = { slug: 'pages', access: { read: () => true }, fields: [{ name: 'title', type: 'text' }, { name: 'story', type: 'relationship', relationTo: 'articles' }] }

/** A project of somebody else: its own adapter, whose ids are numbers on SQLite and PostgreSQL, and which has a schema of its own on PostgreSQL, and its own users, media and pages. */
export default buildConfig({
  collections: [users, media, pages],
  db: hostAdapter(url, { schemaName: 'press' }),
  editor: lexicalEditor(),
  globals: [{ slug: 'footer', fields: [{ name: 'text', type: 'text' }] }],
  logger: { destination: process.stderr, options: logOptions(env.LOG_LEVEL) },
  plugins: [newsroom(readOptions(env))],
  secret: env.PAYLOAD_SECRET ?? '',
  sharp,
  telemetry: false,
  typescript: { autoGenerate: false },
})
