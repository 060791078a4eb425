import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Client } from './client'
import { RowQueue } from './rowQueue'
import type { Row } from './rowQueue'
import type { OpenTransaction } from './writer'
import { drizzle, drizzleLibsql } from './modules'

/** What a transaction that creates many documents keeps in mind. */
type Bulk = {
  rows: RowQueue
  /** Ids of the documents it has made, and how many versions each has. */
  made: Map<unknown, number>
}

/** What of their arguments the methods below look at. */
type Arguments = {
  req?: { transactionID?: unknown }
  customID?: number | string
  data: Row
  page?: number
  parent?: unknown
  where?: { parent?: { equals?: unknown } }
}
type Method = (this: object, args: Arguments) => Promise<unknown>

/** What Payload's adapter inserts every row by. */
type InsertArguments = { db: object; tableName: string; values: Row | Row[]; onConflictDoUpdate?: unknown }

const ofTransaction = new Map<string, Bulk>()
const ofDrizzle = new WeakMap<object, Bulk>()

/**
 * Makes transactions possible that create documents in bulk.
 *
 * Payload's adapter writes each document with a dozen statements, reads it back, and looks for older versions of what
 * was made just now. In a bulk transaction rows are held back and written many at a time, and what nobody else can
 * have written is not looked for. Hooks, validation and the shape of every row stay Payload's. A statement of
 * the transaction that reads their tables, or writes, comes after the rows that are held back.
 */
export function allowBulk(adapter: SQLiteAdapter): void {
  replace<(this: object, args: InsertArguments) => unknown>(adapter, 'insert', (insert) =>
    function insertOrHold(args) {
      const bulk = args.onConflictDoUpdate === undefined ? ofDrizzle.get(args.db) : undefined
      return bulk?.rows.add(args.tableName, [args.values].flat()) ?? insert.call(this, args)
    },
  )

  replace<Method>(adapter, 'create', (create) =>
    async function createInBulk(args) {
      const bulk = await bulkOf(args)
      if (!bulk) return create.call(this, args)
      const now = new Date().toISOString()
      const { createdAt, updatedAt, ...rest } = args.data
      const data = { ...rest, createdAt: createdAt ?? now, updatedAt: updatedAt ?? now }
      const id = args.customID ?? randomUUID()
      await create.call(this, Object.assign({}, args, { customID: id, data, returning: false }))
      bulk.made.set(id, 0)
      return { ...data, id }
    },
  )

  replace<Method>(adapter, 'createVersion', (createVersion) =>
    async function createVersionInBulk(args) {
      const bulk = await bulkOf(args)
      const versions = bulk?.made.get(args.parent)
      if (versions === undefined) return createVersion.call(this, args)
      bulk?.made.set(args.parent, versions + 1)
      // Payload marks older versions as such with a statement of its own.
      return createVersion.call(versions === 0 ? withoutExecute(this) : this, args)
    },
  )

  replace<Method>(adapter, 'findVersions', (findVersions) =>
    async function findVersionsInBulk(args) {
      const versions = (await bulkOf(args))?.made.get(args.where?.parent?.equals)
      if (versions === undefined || (args.page ?? 1) <= versions) return findVersions.call(this, args)
      return { ...NOTHING, docs: [] }
    },
  )
}

const NOTHING = { hasNextPage: false, hasPrevPage: false, limit: 0, pagingCounter: 1, totalDocs: 0, totalPages: 1 }

/** The same transaction, in which the rows of new documents are held back, until its end at the latest. */
export async function openBulk(adapter: SQLiteAdapter, { client, commit, rollback }: OpenTransaction, transactionID: string): Promise<OpenTransaction> {
  const drizzleModule = await drizzle()
  const { drizzle: sessionOf } = await drizzleLibsql()
  const bulk: Bulk = { made: new Map(), rows: new RowQueue(client, adapter.tables, drizzleModule) }
  const db = sessionOf(afterRows(client, bulk.rows), { schema: adapter.schema })
  ofTransaction.set(transactionID, bulk)
  ofDrizzle.set(db, bulk)
  // A document may name one that is written after it.
  await client.execute('PRAGMA defer_foreign_keys = ON')
  const close = (end: () => Promise<void>) => {
    ofTransaction.delete(transactionID)
    return end()
  }
  return {
    client,
    db,
    commit: async () => {
      try {
        await bulk.rows.flush()
      } catch (error) {
        await close(rollback)
        throw error
      }
      await close(commit)
    },
    rollback: () => close(rollback),
  }
}

/** Writes the rows that a bulk transaction holds back by now. */
export async function flushBulk(transactionID: string): Promise<void> {
  await ofTransaction.get(transactionID)?.rows.flush()
}

async function bulkOf({ req }: Arguments): Promise<Bulk | undefined> {
  const transactionID = await req?.transactionID
  return typeof transactionID === 'string' ? ofTransaction.get(transactionID) : undefined
}

function replace<Method extends (this: object, args: never) => unknown>(
  adapter: object,
  name: 'create' | 'createVersion' | 'findVersions' | 'insert',
  around: (method: Method) => Method,
): void {
  const method: unknown = Reflect.get(adapter, name)
  if (!isMethod<Method>(method)) throw new Error(`This version of Payload's SQLite adapter has no ${name}.`)
  Reflect.set(adapter, name, around(method))
}

function isMethod<Method>(value: unknown): value is Method {
  return typeof value === 'function'
}

/** The same connection, which writes the rows that are held back before any statement they may matter to. */
function afterRows(client: Client, rows: RowQueue): Client {
  const execute = async (...args: Parameters<Client['execute']>): Promise<unknown> => {
    const [statement]: readonly unknown[] = args
    if (rows.mustPrecede(sqlOf(statement))) await rows.flush()
    return client.execute(...args)
  }
  return new Proxy(client, {
    get(target, name) {
      if (name === 'execute') return execute
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function sqlOf(statement: unknown): string {
  if (typeof statement === 'string') return statement
  const sql: unknown = typeof statement === 'object' && statement !== null ? Reflect.get(statement, 'sql') : undefined
  return typeof sql === 'string' ? sql : ''
}

/** The same adapter, but for statements of its own. */
function withoutExecute(adapter: object): object {
  return new Proxy(adapter, { get: (target, name) => (name === 'execute' ? () => Promise.resolve() : Reflect.get(target, name)) })
}
