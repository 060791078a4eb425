import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { isPostgres } from '../../../src/database/engine'
import { migrate } from '../../../src/database/postgres/migrate'
import { migrations } from '../../../src/database/postgres/migrations'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { openObjectStore } from '../../helpers/objectStore'
import { dropDatabase, newDatabase, query } from '../../helpers/postgres'

describe.runIf(process.env.TEST_ENGINE === 'postgres')('the migrations (only on PostgreSQL)', () => {
  let newsroom: TestNewsroom
  beforeAll(async () => {
    const store = await openObjectStore()
    // With a store, the model has one column more.
    Object.assign(process.env, { S3_BUCKET: store.bucket, S3_ENDPOINT: store.url, S3_ACCESS_KEY_ID: store.key.id, S3_SECRET_ACCESS_KEY: store.key.secret })
    newsroom = await openNewsroom()
    await store.close()
  })
  afterAll(() => newsroom.close())

  it('lead to the model: after a change of it, run npm run migration -- NAME', async () => {
    const { db } = newsroom.payload
    if (!isPostgres(db)) throw new Error('not on PostgreSQL')
    const { generateDrizzleJson, generateMigration } = db.requireDrizzleKit()
    const snapshot: unknown = JSON.parse(await readFile(join(db.migrationDir, `${migrations.at(-1)?.name ?? ''}.json`), 'utf8'))
    expect(await generateMigration(snapshot as never, await generateDrizzleJson(db.schema))).toEqual([])
  })

  /** The adapter on a new database, which is there. */
  async function elsewhere(): Promise<{ adapter: PostgresAdapter; url: string }> {
    const url = newDatabase(inject('postgresUrl'))
    await query(Object.assign(new URL(url), { pathname: '/postgres' }).href, `create database "${new URL(url).pathname.slice(1)}"`)
    const { db } = newsroom.payload
    if (!isPostgres(db)) throw new Error('not on PostgreSQL')
    const pool = new db.pg.Pool({ connectionString: url })
    onTestFinished(async () => {
      await pool.end()
      await dropDatabase(url)
    })
    return { adapter: { ...db, pool }, url }
  }

  it('are each noted, and run once by processes that start together', async () => {
    const { adapter, url } = await elsewhere()
    await Promise.all([0, 1, 2].map(() => migrate(adapter)))
    expect(await query(url, 'select name from payload_migrations')).toEqual(migrations.map(({ name }) => ({ name })))
  })

  it('that fail change nothing, and say which', async () => {
    const { adapter, url } = await elsewhere()
    await query(url, 'create table tags (id integer)')
    await expect(migrate(adapter)).rejects.toThrow(/^The migration \d+_\d+_initial failed, and nothing was changed: relation "tags" already exists/)
    expect(await query(url, "select tablename from pg_tables where schemaname = 'public'")).toEqual([{ tablename: 'tags' }])
  })
})
