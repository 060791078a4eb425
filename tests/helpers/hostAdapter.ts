import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { databaseAdapter } from '../../src/database/adapter'
import { afterConnect } from '../../src/database/afterConnect'
import { isPostgres } from '../../src/database/engine'

type PostgresOptions = Omit<Parameters<typeof postgresAdapter>[0], 'pool'>

/** The adapter of somebody else's project for the database at `url`; its ids are numbers on SQLite and PostgreSQL as a rule. */
export function hostAdapter(url: string, postgres: PostgresOptions = {}): DatabaseAdapterObj {
  if (url.startsWith('mongodb')) return mongooseAdapter({ url })
  return url.startsWith('postgres') ? migrated(postgresAdapter({ ...postgres, push: false, pool: { connectionString: url } })) : sqliteAdapter({ client: { url } })
}

/** The adapter for a model that is not the app's: on PostgreSQL, where the app's tables come by its migrations, that of a project. */
export async function adapterFor(url: string): Promise<DatabaseAdapterObj> {
  return url.startsWith('postgres') ? hostAdapter(url, { idType: 'uuid' }) : databaseAdapter(url)
}

/** Makes the tables and columns that are missing when it connects, as a project does by `payload migrate` before it starts. */
function migrated(adapter: DatabaseAdapterObj): DatabaseAdapterObj {
  return afterConnect(adapter, async (db) => {
    if (isPostgres(db)) await makeTables(db)
  })
}

async function makeTables({ defaultDrizzleSnapshot, pool, requireDrizzleKit, schema, schemaName = 'public' }: PostgresAdapter): Promise<void> {
  const { generateDrizzleJson, generateMigration } = requireDrizzleKit()
  const statements = await generateMigration({ ...defaultDrizzleSnapshot, schemas: {} } as never, await generateDrizzleJson(schema))
  const unlessThere = (statement: string) => {
    const table = /^CREATE TABLE ([^ ]+) \(/.exec(statement)?.[1]
    if (table !== undefined) {
      const columns = [...statement.matchAll(/^\t("[^"]+" [^\n]*?)(?: PRIMARY KEY)?(?: NOT NULL)?,?$/gm)].map(([, column = '']) => `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${column};`)
      return `CREATE TABLE IF NOT EXISTS ${statement.slice('CREATE TABLE '.length).replace(/;?\s*$/, ';')}\n${columns.join('\n')}`
    }
    if (/^CREATE (?:SCHEMA|INDEX|UNIQUE INDEX) /.test(statement)) return statement.replace(/^CREATE (SCHEMA|INDEX|UNIQUE INDEX) (?:IF NOT EXISTS )?/, 'CREATE $1 IF NOT EXISTS ')
    return `DO $do$ BEGIN ${statement.replace(/;?\s*$/, ';')} EXCEPTION WHEN duplicate_object THEN NULL; END $do$;`
  }
  const client = await pool.connect()
  try {
    await client.query(['begin', 'select pg_advisory_xact_lock(1)', `create schema if not exists "${schemaName}"`, ...statements.map(unlessThere), 'commit'].map((each) => each.replace(/;?\s*$/, ';')).join('\n'))
  } finally {
    client.release(true)
  }
}
