import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { newsroom } from 'dateline'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { databaseAdapter } from './src/database/adapter'
import { logOptions } from './src/log'
import { readOptions } from './src/settings'

const { env } = process
const root = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  admin: { importMap: { baseDir: root, importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js') } },
  db: await databaseAdapter(env.DATABASE_URL),
  editor: lexicalEditor(),
  graphQL: { schemaOutputFile: path.join(root, 'schema.graphql') },
  // Standard output belongs to the commands: their reports are read by machines.
  logger: { destination: process.stderr, options: logOptions(env.LOG_LEVEL) },
  plugins: [newsroom(readOptions(env))],
  secret: env.PAYLOAD_SECRET ?? '',
  sharp,
  telemetry: false,
  typescript: { declare: false, outputFile: path.join(root, 'src/payload-types.ts') },
})
