import { rm } from 'node:fs/promises'

import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { audit, losses } from './audit'
import { backUp } from './backup'
import { openWhenFree } from './busy'
import { changeFailed, planFor, report } from './change'
import { DatabaseSchemaError } from '../schemaError'
import type { Client } from './client'
import { openClient } from './client'
import { quote } from './ddl'
import type { Clearing } from './plan'
import type { Schema } from './schema'
import { readStamp, stampStatements } from './stamp'
import { wantedSchema } from './wanted'

/** How long to wait for another process that is changing the same file, in milliseconds. */
const LOCK_WAIT_MS = 60_000

/**
 * Changes a database file on a connection of its own, in one transaction that holds the write lock from before the
 * plan is made: what is planned for is what is changed.
 *
 * @throws DatabaseSchemaError after rolling back
 */
export async function changeFile(adapter: SQLiteAdapter, hash: string): Promise<void> {
  const { url } = adapter.clientConfig
  const wanted = await wantedSchema(adapter)
  const client = await openWhenFree(() => openForChange(url), 'BEGIN IMMEDIATE', LOCK_WAIT_MS).catch((error: unknown) => {
    throw changeFailed(error)
  })
  try {
    try {
      const stamp = await readStamp(client)
      if (stamp !== hash) {
        if (stamp === undefined) await refuseOthersRows(client, adapter)
        await change(client, adapter, wanted, hash)
        // The log has grown by every rewritten row and would stay that long; while others read, it is cut short later.
        await client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined)
      }
    } finally {
      // Closing does not end a transaction before its statements are collected as garbage.
      await client.execute('ROLLBACK').catch(unlessEnded)
    }
  } finally {
    client.close()
  }
}

async function openForChange(url: string): Promise<Client> {
  const client = await openClient(url)
  // Both are ignored inside a transaction. With foreign keys on, dropping a table deletes the rows that point at it.
  await client.execute('PRAGMA foreign_keys = OFF')
  await client.execute('PRAGMA legacy_alter_table = ON')
  return client
}

/** After a commit, and after some errors such as a full disk, there is nothing left to roll back. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error
}

/**
 * In a database without a stamp, rows in a table with the name of one of our collections belong to the project.
 *
 * @throws DatabaseSchemaError
 */
async function refuseOthersRows(client: Client, { payload, tableNameMap }: SQLiteAdapter): Promise<void> {
  const { rows } = await client.execute(`select name from sqlite_schema where type = 'table'`)
  const there = new Set(rows.map(({ name }) => String(name)))
  const ours = payload.config.collections.filter(({ custom }) => custom.isNewsrooms === true).map(({ slug }) => tableNameMap.get(slug.replaceAll('-', '_')) ?? '')
  for (const table of ours.filter((name) => there.has(name))) {
    const { rows: some } = await client.execute(`select 1 from ${quote(table)} limit 1`)
    if (some.length > 0) throw new DatabaseSchemaError(`The table "${table}" holds documents that are not the newsroom's, and nothing was changed. Rename the table, or give the newsroom's collection another slug, then start again.`)
  }
}

async function change(client: Client, adapter: SQLiteAdapter, wanted: Schema, hash: string): Promise<void> {
  const { live, plan } = await planFor(client, wanted)
  const before = await audit(client, live.tables.keys())
  const isAtRisk = plan.rebuilt.some((table) => before.rows.get(table) !== 0)
  let backup: string | undefined
  try {
    backup = isAtRisk ? await backUp(adapter.clientConfig.url) : undefined
    for (const statement of plan.statements) await client.execute(statement)
    const cleared = new Map<Clearing, number>()
    for (const clearing of plan.clearings) cleared.set(clearing, (await client.execute(clearing.sql)).rowsAffected)
    const lost = losses(before, await audit(client, live.tables.keys()))
    if (lost.length > 0) throw new Error(lost.join('; '))
    for (const statement of stampStatements(hash)) await client.execute(statement)
    await client.execute('COMMIT')
    report(adapter.payload.logger, plan, cleared, backup)
  } catch (error) {
    // Nothing will be committed: a copy for each attempt of a process that is started again and again would fill the disk.
    if (backup !== undefined) await rm(backup, { force: true })
    throw changeFailed(error)
  }
}
