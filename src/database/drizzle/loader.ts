import { buildVersionCollectionFields, buildVersionGlobalFields } from 'payload'
import type { FlattenedField, Payload, SanitizedCollectionConfig, SanitizedGlobalConfig } from 'payload'
import type { SqlAdapter } from '../engine'
import type { Loader, Stored } from '../load'
import { payloadDrizzle } from './modules'

/**
 * Writes rows as they were, in a transaction that is open.
 *
 * @param transactionID what `req.transactionID` would say
 * @param flush writes what the transaction holds back
 */
export async function sqlLoader({ config, collections, globals }: Payload, adapter: SqlAdapter, transactionID: string, flush: Loader['flush']): Promise<Loader> {
  const { createTableName, upsertRow } = await payloadDrizzle()
  const db = adapter.sessions[transactionID]?.db
  if (!db) throw new Error('The transaction is over.')

  async function put(tableName: string, fields: FlattenedField[], { id, ...data }: Stored): Promise<void> {
    // The database counts on where ids are numbers, and the saved one is none.
    const customID = typeof id === 'number' || typeof id === 'string' ? { customID: id } : {}
    await upsertRow({ adapter: adapter as never, data, db: db as never, fields, ignoreResult: true, operation: 'create', req: {}, tableName, ...customID })
  }

  const tableOf = (entity: SanitizedCollectionConfig | SanitizedGlobalConfig) => createTableName({ adapter: adapter as never, config: entity as never })
  const versionsOf = (entity: SanitizedCollectionConfig | SanitizedGlobalConfig) => createTableName({ adapter: adapter as never, config: entity as never, versions: true, versionsCustomName: true })
  const globalOf = (slug: string) => {
    const found = globals.config.find((each) => each.slug === slug)
    if (!found) throw new Error(`There is no global ${slug}.`)
    return found
  }
  return {
    document: (slug, doc) => put(tableOf(collections[slug].config), collections[slug].config.flattenedFields, doc),
    version: (slug, version) => put(versionsOf(collections[slug].config), buildVersionCollectionFields(config, collections[slug].config, true), version),
    global: (slug, doc) => put(tableOf(globalOf(slug)), globalOf(slug).flattenedFields, doc),
    globalVersion: (slug, version) => put(versionsOf(globalOf(slug)), buildVersionGlobalFields(config, globalOf(slug), true), version),
    flush,
  }
}
