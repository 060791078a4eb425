import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { sql as Sql, SQL } from '@payloadcms/db-postgres/drizzle'
import { carrying, RawCondition } from '../drizzle/comparison'
import { tableOf, versionsTable } from '../drizzle/tables'
import type { IndexName, SearchIndex, Term } from '../search/searchIndex'
import { transactionOf } from '../transactionOf'
import type { TransactionID } from '../transactionOf'
import { typeOf } from './longLists'
import { drizzle } from './modules'

/** Increase it when words are split in another way: the index is then rebuilt. */
const FORMAT = 1

/** A tsvector has at most 1 MiB (https://www.postgresql.org/docs/current/textsearch-limitations.html), with some overhead. */
const MAX_BYTES = 900_000

/** The key of the advisory lock while the index is created: the bytes of "sear". */
const LOCK = 0x73_65_61_72

/** Where Drizzle keeps the name of a table. */
const NAME = Symbol.for('drizzle:Name')

type Table = Record<'id' | 'latest' | 'name' | 'parent', SQL> & Record<string, SQL>

/**
 * The index on PostgreSQL. The `search` field of a row contains its words, separated by spaces, with a GIN index on them
 * (https://www.postgresql.org/docs/current/textsearch-indexes.html). We split the text into words ourselves: a text search
 * configuration stems in one language and treats a run of Chinese as one word.
 */
export function postgresSearchIndex(adapter: PostgresAdapter): SearchIndex {
  const dbOf = (transaction: TransactionID): PostgresAdapter['drizzle'] => {
    const session: { db?: unknown } | undefined = transaction === undefined ? undefined : adapter.sessions[String(transaction)]
    return (session?.db ?? adapter.drizzle) as PostgresAdapter['drizzle']
  }
  const place = (indexName: IndexName): { table: Table; column: SQL } => {
    const table = adapter.tables[indexName === 'versions' ? versionsTable() : tableOf(indexName)] as unknown as Table
    const column = table[fieldOf(indexName)]
    if (!column) throw new Error(`There is no table for the search in ${indexName}.`)
    return { table, column }
  }
  const run = async (transaction: TransactionID, statement: SQL): Promise<Record<string, unknown>[]> => (await dbOf(transaction).execute(statement)).rows

  return {
    prepare: async (indexNames) => {
      const { sql } = await drizzle()
      await adapter.drizzle.transaction(async (db) => {
        await db.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
        for (const indexName of indexNames) {
          const { column, table } = place(indexName)
          const name = `${String(Reflect.get(table, NAME))}_words_${String(FORMAT)}_idx`
          const { rows } = await db.execute(sql`select 1 from pg_index join pg_class on oid = indexrelid where indrelid = ${nameOf(sql, table)}::regclass and relname = ${name}`)
          if (rows.length > 0) continue
          await db.execute(sql`update ${table} set ${sql.identifier(columnName(column))} = null where ${column} is not null`)
          await db.execute(sql`create index ${sql.identifier(name)} on ${table} using gin ((${wordsIn(sql, sql.identifier(columnName(column)))}))`)
        }
      })
    },
    writing: async (req, write) => write(await transactionOf(req)),
    keep: (_indexName, entries) => Promise.resolve(oneText(entries)),
    put: async (indexName, rows, transaction) => {
      if (rows.length === 0) return
      const { sql } = await drizzle()
      const { column, table } = place(indexName)
      const json = JSON.stringify(rows.map(({ entries, id }) => [id, oneText(entries)]))
      const idType = sql.raw(typeOf(table.id))
      await run(transaction, sql`update ${table} set ${sql.identifier(columnName(column))} = put.value -> 1 from jsonb_array_elements(${json}::jsonb) as put where ${table.id} = (put.value ->> 0)::${idType}`)
    },
    forgetOlder: async (article, transaction) => {
      const { sql } = await drizzle()
      const { column, table } = place('versions')
      await run(transaction, sql`update ${table} set ${sql.identifier(columnName(column))} = null where ${table.parent} = ${article} and ${table.latest} is not true and ${column} is not null`)
    },
    where: (indexName, terms) => {
      const field = fieldOf(indexName)
      // Nothing is asked for: nothing is found.
      const condition = new RawCondition((table, sql) => (terms.length === 0 ? sql`false` : sql`${wordsIn(sql, Reflect.get(table, field))} @@ ${queryOf(terms)}::tsquery`))
      return Promise.resolve(carrying(condition, [{ name: 'createdAt' }]))
    },
    idsOf: async (indexName, term, most, transaction) => {
      const { sql } = await drizzle()
      const { column, table } = place(indexName)
      const rows = await run(transaction, sql`select ${table.id} as id from ${table} where ${wordsIn(sql, column)} @@ ${queryOf([term])}::tsquery order by ${table.name} collate "C", ${table.id} limit ${most}`)
      return rows.map(({ id }) => String(id))
    },
    stale: async (indexName, rows) => {
      const { sql } = await drizzle()
      const { column, table } = place(indexName)
      const json = JSON.stringify(rows.map(({ entries, id }) => [id, oneText(entries)]))
      const idType = sql.raw(typeOf(table.id))
      const found = await run(undefined, sql`select ${table.id} as id from ${table} join jsonb_array_elements(${json}::jsonb) as wanted on ${table.id} = (wanted.value ->> 0)::${idType} where ${column} is distinct from wanted.value -> 1`)
      return found.map(({ id }) => String(id))
    },
    missing: async (indexName, most) => {
      const { sql } = await drizzle()
      const { column, table } = place(indexName)
      const newest = indexName === 'versions' ? sql`${table.latest} is true and` : sql``
      const rows = await run(undefined, sql`select ${table.id} as id from ${table} where ${newest} ${column} is null limit ${most}`)
      return rows.map(({ id }) => String(id))
    },
  }
}

function fieldOf(indexName: IndexName): string {
  return indexName === 'versions' ? 'version_search' : 'search'
}

/** The expression that is indexed. */
function wordsIn(sql: typeof Sql, column: unknown): SQL {
  return sql`array_to_tsvector(string_to_array(${column} #>> '{}', ' '))`
}

/** A tsquery for rows that contain all terms. Words consist of letters and digits; quotes are removed from ids. */
function queryOf(terms: readonly Term[]): string {
  return terms.map(({ isWhole, marks, word }) => `(${[`'${word}'${isWhole ? '' : ':*'}`, ...marks.map((mark) => `'${mark.replaceAll(/['\\]/g, '')}'`)].join(' | ')})`).join(' & ')
}

function oneText(entries: readonly string[]): string {
  const text = entries.join(' ')
  if (Buffer.byteLength(text) <= MAX_BYTES) return text
  // Cut between two words. A UTF-16 unit has at most three bytes in UTF-8.
  return text.slice(0, text.lastIndexOf(' ', MAX_BYTES / 3))
}

function columnName(column: object): string {
  return String(Reflect.get(column, 'name'))
}

/** The qualified name of a table, quoted. */
function nameOf(sql: typeof Sql, table: object): SQL {
  const parts: unknown[] = [Reflect.get(table, Symbol.for('drizzle:Schema')), Reflect.get(table, NAME)]
  return sql`${parts.flatMap((part) => (typeof part === 'string' ? [`"${part}"`] : [])).join('.')}`
}
