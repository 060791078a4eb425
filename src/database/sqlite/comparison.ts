import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { sql as Sql, SQLWrapper } from '@payloadcms/db-sqlite/drizzle'
import type { BaseDatabaseAdapter, Where } from 'payload'
import { OPPOSITES } from '../conditions/comparison'
import type { Asked, Comparison, Engine } from '../conditions/comparison'
import { isSqlite } from '../engine'
import { payloadDrizzle } from './modules'

/** The documents that a subquery finds, or all others: the value of an `equals`, which is the way through Payload's queries. */
class Among {
  constructor(
    readonly ids: SQLWrapper,
    readonly isIn: boolean,
    readonly column: 'id' | 'parent',
  ) {}
}

/** Teaches `equals` about subqueries, and `not_in` that a document without a value is none of those listed. */
export function matchSubqueries(adapter: SQLiteAdapter, sql: typeof Sql): void {
  const { equals, not_in: notIn } = adapter.operators
  Object.assign(adapter.operators, {
    equals: (column: Parameters<typeof equals>[0], value: unknown) => {
      if (!(value instanceof Among)) return equals(column, value)
      const table: unknown = Reflect.get(column, 'table')
      return sql`${Reflect.get(Object(table), value.column)} ${sql.raw(value.isIn ? 'in' : 'not in')} ${value.ids}`
    },
    not_in: (column: Parameters<typeof notIn>[0], values: unknown[]) => {
      const known = values.filter((value) => value !== null)
      return known.length < values.length ? sql`(${column} is not null and ${notIn(column, known)})` : sql`(${column} is null or ${notIn(column, known)})`
    },
  })
}

/**
 * Asks each condition on a field with several values in a subquery of its own. Payload joins the rows of the field once
 * for all conditions: two `equals` then ask one row to be both, and `not_equals` finds documents with some other value.
 */
export function sqliteComparison(db: BaseDatabaseAdapter): Engine {
  return async (comparison, asked) => {
    const { isMany, operator, path, through, value } = comparison
    const plain: Where = { [path]: { [operator]: value } }
    const opposite = OPPOSITES[operator]
    const isNegative = opposite !== undefined || (operator === 'exists' && value === false)
    if (!isSqlite(db) || !(isMany || (through && isNegative))) return plain
    if (operator === 'exists') {
      // Of rows, one without a value is enough for MongoDB to say that there is none.
      const asksNull = through === undefined
      return among(db, { ...comparison, value: !asksNull }, { asked, isIn: asksNull !== value })
    }
    return among(db, { ...comparison, operator: opposite ?? operator }, { asked, isIn: opposite === undefined })
  }
}

async function among(adapter: SQLiteAdapter, { operator, path, value }: Comparison, { asked, isIn }: { asked: Asked; isIn: boolean }): Promise<Where> {
  const [{ buildQuery }, { buildVersionCollectionFields }] = await Promise.all([payloadDrizzle(), import('payload')])
  const { config } = adapter.payload.collections[asked.collection]
  const isNewest = asked.of === 'newestVersions'
  const name = adapter.tableNameMap.get(asked.of === 'documents' ? snake(asked.collection) : `_${snake(asked.collection)}${adapter.versionsSuffix}`) ?? ''
  const column = isNewest ? 'parent' : 'id'
  const at = `${isNewest ? 'version.' : ''}${path}`
  const condition: Where = { [at]: { [operator]: value } }
  const { joins, where } = buildQuery({
    adapter: adapter as never,
    fields: isNewest ? buildVersionCollectionFields(adapter.payload.config, config, true) : asked.fields,
    tableName: name,
    where: isNewest ? { and: [condition, { latest: { equals: true } }] } : condition,
  })
  const table = adapter.tables[name]
  let query = adapter.drizzle.select({ id: table[column] }).from(table).$dynamic()
  for (const join of joins) query = query[join.type ?? 'leftJoin'](join.table as never, join.condition)
  const ids = new Among(query.where(where), isIn, column)
  // A join of newest versions turns `id` into a relation, whose value would be made a text.
  return isNewest ? { createdAt: { equals: ids } } : { and: [{ id: { equals: ids } }] }
}

/** A slug as the adapter's map of tables has it. */
function snake(slug: string): string {
  return slug.replaceAll('-', '_')
}
