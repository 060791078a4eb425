import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { sql as Sql, SQL } from '@payloadcms/db-sqlite/drizzle'
import type { Where } from 'payload'
import type { SearchIndex, IndexName, Term } from '../search/searchIndex'
import type { TransactionID } from '../transactionOf'
import { quote } from './ddl'
import { SEARCH_PREFIX, tableOf, versionsTable } from '../drizzle/tables'
import { withWriteLock } from './transactions'
import { drizzle } from './modules'

/** Raised when words are told apart in another way: the index is built again. */
const FORMAT = 1


/** A table that is searched, and its column that leads to the index. */
function searchedTable(indexName: IndexName): { table: string; column: string } {
  return indexName === 'versions' ? { table: versionsTable(), column: 'version_search' } : { table: tableOf(indexName), column: 'search' }
}

/**
 * The index on SQLite: a table of FTS5 for each index (https://www.sqlite.org/fts5.html), without the texts. Words are
 * made by us and only taken apart at spaces here (`ascii`, to which every other character belongs to a word): `unicode61`
 * reads a run of Chinese as one word, and `trigram` finds nothing in less than three characters, which most Chinese words
 * are.
 *
 * The field of a row holds the number of its entry. A save makes a new entry and writes its number with the row, so that
 * what is found and what is stored never differ; triggers drop the entries that no row leads to any more.
 */
export function sqliteSearchIndex(adapter: SQLiteAdapter): SearchIndex {
  const sessionOf = (transaction: TransactionID) => {
    const session: unknown = transaction === undefined ? undefined : Reflect.get(adapter.sessions, transaction)
    return hasDatabase(session) ? session.db : adapter.drizzle
  }
  return {
    prepare: async (indexNames) => {
      for (const indexName of indexNames) {
        const { rows } = await adapter.client.execute({ sql: 'select 1 from sqlite_schema where name = ?', args: [nameOf(indexName)] })
        // With another slug the collection has another table: the triggers go with it.
        const { rows: others } = await adapter.client.execute({ sql: `select name from sqlite_schema where type = 'trigger' and name like ? and tbl_name <> ?`, args: [`${nameOf(indexName)}%`, searchedTable(indexName).table] })
        await adapter.client.batch([...(rows.length === 0 ? creation(indexName) : []), ...others.map(({ name }) => `drop trigger ${quote(String(name))}`), ...triggers(indexName)], 'write')
      }
    },
    writing: (req, run) => withWriteLock(adapter, req, run),
    keep: async (indexName, entries, transaction) => {
      const { sql } = await drizzle()
      const { lastInsertRowid } = await sessionOf(transaction).run(sql`${sql.raw(insertInto(indexName))} values (${entries.join(' ')})`)
      return Number(lastInsertRowid)
    },
    put: async (indexName, rows, transaction) => {
      const { sql } = await drizzle()
      const json = JSON.stringify(rows.map(({ entries, id }) => [id, entries.join(' ')]))
      const statements = putting(indexName)
      if (transaction === undefined) await withWriteLock(adapter, undefined, () => adapter.client.batch(statements.map((each) => ({ sql: each.join('?1'), args: [json] })), 'write'))
      else for (const each of statements) await sessionOf(transaction).run(sql.join(each.map((text) => sql.raw(text)), sql`${json}`))
    },
    forgetOlder: () => Promise.resolve(),
    where: async (indexName, terms) => {
      const { sql } = await drizzle()
      const { column, table } = searchedTable(indexName)
      const columns: unknown = adapter.tables[table]
      const entry: unknown = typeof columns === 'object' && columns !== null ? Reflect.get(columns, column) : undefined
      // Nothing is asked for: nothing is found.
      const isFound = terms.length === 0 ? sql`0` : sql`cast(${entry} as integer) in (${found(sql, indexName, terms)})`
      // As a condition on another column, which a versions' path to JSON would not let through. The CASE keeps SQLite from
      // looking up found rows one by one: it goes through an index that holds all that lists ask for.
      const where: Where = indexName === 'versions' ? { latest: { equals: sql`case when ${isFound} then 1 end` } } : { search: { equals: sql`case when ${isFound} then ${entry} end` } }
      return where
    },
    idsOf: async (indexName, term, most, transaction) => {
      const { sql } = await drizzle()
      const { table } = searchedTable(indexName)
      const rows: unknown[] = await sessionOf(transaction).all(
        sql`select id from ${sql.identifier(table)} where cast(search as integer) in (${found(sql, indexName, [term])}) order by name, id limit ${most}`,
      )
      return rows.map(idIn)
    },
    stale: async (indexName, rows) => {
      const { column, table } = searchedTable(indexName)
      const asked = rows.map(({ entries, id }) => [id, entries.slice(0, MOST_ASKED).map((word) => `"${word}"`).join(' AND ')])
      const entry = `cast(${column} as integer)`
      const { rows: found } = await adapter.client.execute({
        // A row without a single word is in no index of words: it has an entry.
        sql: `select each.value ->> 0 as id from json_each(?) as each join ${quote(table)} as found on found.id = each.value ->> 0
              where case each.value ->> 1 when '' then not exists (select 1 from ${nameOf(indexName)}_docsize where id = ${entry})
              else not exists (select 1 from ${nameOf(indexName)} where ${nameOf(indexName)} match each.value ->> 1 and rowid = ${entry}) end`,
        args: [JSON.stringify(asked)],
      })
      return found.map(idIn)
    },
    missing: async (indexName, most) => {
      const { column, table } = searchedTable(indexName)
      const newest = indexName === 'versions' ? 'latest = 1 and ' : ''
      const { rows } = await adapter.client.execute(`select id from ${quote(table)} where ${newest}${column} is null limit ${String(most)}`)
      return rows.map(idIn)
    },
  }
}

/** The entries that hold all terms. Words hold letters and digits only, so that none ends a quotation. */
function found(sql: typeof Sql, indexName: IndexName, terms: readonly Term[]): SQL {
  const match = terms.map(({ isWhole, marks, word }) => `(${[`"${word}"${isWhole ? '' : '*'}`, ...marks.map((mark) => `"${mark}"`)].join(' OR ')})`).join(' AND ')
  const table = sql.raw(nameOf(indexName))
  return sql`select rowid from ${table} where ${table} match ${match}`
}

function creation(indexName: IndexName): string[] {
  const { column, table } = searchedTable(indexName)
  const options = `content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '~-'"`
  return [`create virtual table ${nameOf(indexName)} using fts5 (words, ${options})`, `update ${quote(table)} set ${column} = null where ${column} is not null`]
}

/**
 * What puts rows, given as JSON of their ids and words, into the index: with two statements for all of them, as the driver
 * keeps every statement in memory until it is collected as garbage. Each is in pieces, between which the JSON belongs.
 */
function putting(indexName: IndexName): string[][] {
  const { column, table } = searchedTable(indexName)
  const last = `(select coalesce(max(id), 0) from ${nameOf(indexName)}_docsize)`
  return [
    [`insert into ${nameOf(indexName)} (rowid, words) select ${last} + 1 + key, value ->> 1 from json_each(`, ')'],
    [`update ${quote(table)} set ${column} = ${last} - json_array_length(`, ') + 1 + each.key from json_each(', `) as each where ${quote(table)}.id = each.value ->> 0`],
  ]
}

function triggers(indexName: IndexName): string[] {
  const { column, table } = searchedTable(indexName)
  const name = nameOf(indexName)
  const drop = `begin delete from ${name} where rowid = cast(old.${column} as integer);`
  return [
    `create trigger if not exists ${name}_changed after update of ${column} on ${quote(table)} when old.${column} is not null and old.${column} is not new.${column} ${drop} end`,
    `create trigger if not exists ${name}_deleted after delete on ${quote(table)} when old.${column} is not null ${drop} end`,
    ...(indexName === 'versions'
      ? [`create trigger if not exists ${name}_outdated after update of latest on ${quote(table)} when new.latest is not 1 and old.${column} is not null ${drop} update ${quote(table)} set ${column} = null where id = old.id; end`]
      : []),
  ]
}

/** A row that has so many of its words has all of them. */
const MOST_ASKED = 8

function nameOf(indexName: IndexName): string {
  return `${SEARCH_PREFIX}${String(FORMAT)}_${indexName}`
}

function insertInto(indexName: IndexName): string {
  return `insert into ${nameOf(indexName)} (words)`
}

function idIn(row: unknown): string {
  return typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : ''
}

function hasDatabase(session: unknown): session is { db: SQLiteAdapter['drizzle'] } {
  return typeof session === 'object' && session !== null && 'db' in session
}
