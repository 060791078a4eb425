import type { Client } from './client'
import { quote } from './ddl'

/** What must not get worse while tables are rewritten. */
export type Audit = { rows: Map<string, number>; violations: Map<string, number> }

/** Counts the rows of every table in `tables`, and the references of each table that point at nothing. */
export async function audit(client: Client, tables: Iterable<string>): Promise<Audit> {
  const rows = new Map<string, number>()
  for (const table of tables) {
    const counted = await client.execute(`select count(*) as n from ${quote(table)}`)
    rows.set(table, Number(counted.rows[0]?.n))
  }
  const broken = await client.execute('select "table", parent, count(*) as n from pragma_foreign_key_check group by 1, 2')
  const violations = new Map(broken.rows.map((row) => [`${String(row.table)} -> ${String(row.parent)}`, Number(row.n)]))
  return { rows, violations }
}

/** What is worse in `after` than in `before`, one phrase each; empty when nothing is. */
export function losses(before: Audit, after: Audit): string[] {
  const rows = [...before.rows]
    .filter(([table, count]) => after.rows.get(table) !== count)
    .map(([table, count]) => `${table} would have ${String(after.rows.get(table) ?? 0)} rows instead of ${String(count)}`)
  const violations = [...after.violations]
    .filter(([reference, count]) => count > (before.violations.get(reference) ?? 0))
    .map(([reference, count]) => `${String(count)} references ${reference} would point at nothing`)
  return [...rows, ...violations]
}
