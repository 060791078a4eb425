import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { sql as Sql, SQL } from '@payloadcms/db-sqlite/drizzle'
import type { BaseDatabaseAdapter, Where } from 'payload'
import { OPPOSITES } from '../conditions/comparison'
import type { Asked, Comparison, Engine } from '../conditions/comparison'
import { isPostgres, isSql } from '../engine'
import type { SqlAdapter } from '../engine'
import { payloadDrizzle } from './modules'

/** A condition that is SQL, on a table as the query calls it: the value of an `equals`, which is the way through Payload's queries. */
export class RawCondition {
  constructor(readonly of: (table: object, sql: typeof Sql) => SQL) {}
}

/** Teaches `equals` about conditions that are SQL, and `not_in` that a document without a value is none of those listed. */
export function allowRawConditions(adapter: SqlAdapter, sql: typeof Sql): void {
  const { equals, not_in: notIn } = adapter.operators
  Object.assign(adapter.operators, {
    equals: (column: Parameters<typeof equals>[0], value: unknown) => {
      // PostgreSQL refuses a text with a null character, which no text there has.
      if (typeof value === 'string' && value.includes('\0')) return sql`false`
      if (!(value instanceof RawCondition)) return equals(column, value)
      const table: unknown = Reflect.get(column, 'table')
      return value.of(Object(table), sql)
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
export function drizzleComparison(db: BaseDatabaseAdapter): Engine {
  return async (comparison, asked) => {
    const { isMany, operator, path, through, value } = comparison
    const plain: Where = { [path]: { [operator]: value } }
    if (path === 'id' && isOfOwnIds(db, asked)) return ofOwnId(db, comparison) ?? plain
    const opposite = OPPOSITES[operator]
    const isNegative = opposite !== undefined || (operator === 'exists' && value === false)
    if (!isSql(db) || !(isMany || (through && isNegative))) return plain
    if (operator === 'exists') {
      // Of rows, one without a value is enough for MongoDB to say that there is none.
      const asksNull = through === undefined
      return among(db, { ...comparison, value: !asksNull }, { asked, isIn: asksNull !== value })
    }
    return among(db, { ...comparison, operator: opposite ?? operator }, { asked, isIn: opposite === undefined })
  }
}

/** Whether documents have an `id` that is a field, as the newsroom's have in a project whose ids are numbers. */
function isOfOwnIds(db: BaseDatabaseAdapter, { collection, fields, of }: Asked): db is PostgresAdapter {
  return isPostgres(db) && of === 'documents' && db.payload.collections[collection].customIDType === 'text' && fields.some(({ name }) => name === 'createdAt')
}

/** A comparison of such an id. Payload selects it once more for each comparison in a join, and PostgreSQL then cannot tell which is meant. */
function ofOwnId({ operators }: PostgresAdapter, { operator, value }: Comparison): Where | undefined {
  const values = typeof value === 'string' ? value.split(',') : [value].flat()
  const compare: Record<string, (id: never) => SQL> = {
    equals: (id) => operators.equals(id, value),
    not_equals: (id) => operators.not_equals(id, value),
    in: (id) => operators.in(id, values),
    not_in: (id) => operators.not_in(id, values),
  }
  const put = compare[operator]
  return put && carrying(new RawCondition((table) => put(Reflect.get(table, 'id') as never)), [{ name: 'createdAt' }])
}

/**
 * A condition that is SQL, as one of Payload's. Not on `id` where there is another field: a join of newest versions makes that a
 * relation, whose value would be made a text, and one of documents with an `id` of their own would select it twice.
 */
export function carrying(condition: RawCondition, fields: readonly { name: string }[] = []): Where {
  const isDated = fields.some(({ name }) => name === 'createdAt')
  return { and: [{ [isDated ? 'createdAt' : 'id']: { equals: condition } }] }
}

async function among(adapter: SqlAdapter, { operator, path, value }: Comparison, { asked, isIn }: { asked: Asked; isIn: boolean }): Promise<Where> {
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
  // To Drizzle's types the two engines have nothing in common.
  const { drizzle, tables } = adapter as SQLiteAdapter
  const table = tables[name]
  let query = drizzle.select({ id: table[column] }).from(table).$dynamic()
  for (const join of joins) query = query[join.type ?? 'leftJoin'](join.table as never, join.condition)
  const found = query.where(where)
  const ids = new RawCondition((asking, sql) => sql`${Reflect.get(asking, column)} ${sql.raw(isIn ? 'in' : 'not in')} ${found}`)
  return carrying(ids, asked.fields)
}

/** A slug as the adapter's map of tables has it. */
function snake(slug: string): string {
  return slug.replaceAll('-', '_')
}
