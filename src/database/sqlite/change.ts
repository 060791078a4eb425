import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { DatabaseSchemaError } from '../schemaError'
import type { Client } from './client'
import type { Clearing, Plan } from './plan'
import { planChange, requiredColumns } from './plan'
import type { Schema } from './schema'
import { readSchema } from './schema'
import { STAMP_TABLE } from './stamp'
import { withoutStop } from '../../text/ends'

/** Plans the change of the database behind `client` to the shape `wanted`. */
export async function planFor(client: Client, wanted: Schema): Promise<{ live: Schema; plan: Plan }> {
  const live = await readSchema(client)
  live.tables.delete(STAMP_TABLE)
  const unfilled = new Set<string>()
  for (const [column, query] of requiredColumns(live, wanted)) {
    const { rows } = await client.execute(query)
    if (rows.length > 0) unfilled.add(column)
  }
  return { live, plan: planChange(live, wanted, unfilled) }
}

/** Tells what a change left behind or cleared, one line each. */
export function report(logger: SQLiteAdapter['payload']['logger'], plan: Plan, cleared: Map<Clearing, number>, backup?: string): void {
  const copy = backup === undefined ? '' : ` The database as it was is in ${backup}.`
  if (plan.rebuilt.length > 0) logger.info(`The database was changed to the new content model (${plan.rebuilt.join(', ')}).${copy}`)
  if (plan.kept.length > 0) logger.info(`No longer in the content model, but kept in the database: ${plan.kept.join(', ')}.`)
  for (const [{ column, table, target }, count] of cleared) {
    if (count > 0) logger.warn(`${String(count)} values of ${table}.${column} name nothing in ${target} and were cleared.${copy}`)
  }
}

/** The error for a change that SQLite refused or that was given up. */
export function changeFailed(cause: unknown): DatabaseSchemaError {
  const message = cause instanceof Error ? cause.message : String(cause)
  const duplicate = /UNIQUE constraint failed: (?<columns>[\w., ]+)/.exec(message)?.groups?.columns
  const reason = duplicate
    ? `${duplicate} must be unique, but several rows hold the same value: change them`
    : `${withoutStop(message)}: change the content model or the data`
  return new DatabaseSchemaError(`The database does not fit the content model, and nothing was changed. ${reason}, then start again.`)
}
