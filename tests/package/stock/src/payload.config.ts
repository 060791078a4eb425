import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import path from 'path'
import { buildConfig } from 'payload'
import { fileURLToPath } from 'url'
import sharp from 'sharp'
import { Users } from './collections/Users'
import { Media } from './collections/Media'
import { Pages } from './collections/Pages'

const url = process.env.DATABASE_URL || ''
const dirname = path.dirname(fileURLToPath(import.meta.url))

function adapter() {
  if (url.startsWith('mongodb')) return mongooseAdapter({ url })
  return url.startsWith('postgres') ? postgresAdapter({ pool: { connectionString: url }, push: false }) : sqliteAdapter({ client: { url } })
}

export default buildConfig({
  admin: { user: Users.slug, importMap: { baseDir: path.resolve(dirname) } },
  collections: [Users, Media, Pages],
  globals: [{ slug: 'header', access: { read: () => true }, fields: [{ name: 'title', type: 'text' }] }],
  endpoints: [{ path: '/hello', method: 'get', handler: ({ query }) => Response.json({ hello: query.name ?? 'nobody' }) }],
  editor: lexicalEditor(),
  secret: process.env.PAYLOAD_SECRET || '',
  typescript: { outputFile: path.resolve(dirname, 'payload-types.ts') },
  db: adapter(),
  sharp,
  plugins: [],
})
