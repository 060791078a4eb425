import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getPayload } from 'payload'
import { isPostgres } from '../database/engine'
import { setNodeEnv } from './nodeEnv'
import { fail, say } from './print'

/** What Payload writes, and what the package needs in its place: no import of a module that a project on another engine may not have. */
const IMPORT = /^import \{ MigrateUpArgs, MigrateDownArgs, sql \} from '@payloadcms\/db-postgres'$/m
const OURS = "import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'\nimport { drizzle } from '../modules'"

/** The settings that the model depends on. With a store of pictures there is one column more, which is always made. */
const OF_MODEL = { DATABASE_URL: 'postgres://localhost/dateline', PAYLOAD_SECRET: 'of no use here', S3_BUCKET: 'pictures', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' }

/** Writes the migration that PostgreSQL needs after a change of the model: `npm run migration -- NAME`. No database is asked. */
async function makeMigration(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z\d_]+$/.test(name)) throw new Error('Name the migration, in small letters, digits and _: npm run migration -- add_byline.')
  Object.assign(process.env, OF_MODEL)
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  const { db } = payload
  if (!isPostgres(db)) throw new Error('The adapter of payload.config.ts is not that of PostgreSQL.')
  const before = await readdir(db.migrationDir)
  await db.createMigration({ migrationName: name, payload, skipEmpty: true })
  const added = (await readdir(db.migrationDir)).filter((file) => file.endsWith('.ts') && !before.includes(file))
  for (const file of added) {
    const path = join(db.migrationDir, file)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace(IMPORT, OURS).replaceAll('{ db, payload, req }', '{ db }').replaceAll(/^(export async function .*)$/gm, '$1\n  const { sql } = await drizzle()'))
  }
  say(`Written: ${added.join(', ')}. Read it, then commit it.`)
  process.exit(0)
}

setNodeEnv('production')
await makeMigration(process.argv[2]).catch(fail)
