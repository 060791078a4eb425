import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { changeFailed, planFor, report } from './change'
import { stampStatements } from './stamp'
import { wantedSchema } from './wanted'

/**
 * Changes a database on a libSQL server: the same statements as for a file, as one transaction with foreign keys off.
 * No copy is made here: the server's owner keeps those.
 *
 * @throws DatabaseSchemaError when the server refuses a statement; nothing is changed then
 */
export async function changeRemote(adapter: SQLiteAdapter, hash: string): Promise<void> {
  const { plan } = await planFor(adapter.client, await wantedSchema(adapter))
  const clearings = plan.clearings.map(({ sql }) => sql)
  const statements = ['PRAGMA legacy_alter_table = ON', ...plan.statements]
  const results = await adapter.client.migrate([...statements, ...clearings, ...stampStatements(hash)]).catch((error: unknown) => {
    throw changeFailed(error)
  })
  const cleared = plan.clearings.map((clearing, i) => [clearing, results[statements.length + i]?.rowsAffected ?? 0] as const)
  report(adapter.payload.logger, plan, new Map(cleared))
}
