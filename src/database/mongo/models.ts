import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { BaseDatabaseAdapter } from 'payload'

export type Model = MongooseAdapter['connection']['models'][string]

/** Methods of a model that stand in for its own. */
type Methods = Readonly<Record<string, (...args: never[]) => unknown>>

/**
 * The bare adapter with other methods in the place of its models' own: Payload's adapter makes of each call what the
 * database is to be told, and says it to a model.
 */
export function replacedModels(adapter: MongooseAdapter, bare: BaseDatabaseAdapter, replace: (model: Model) => Methods): BaseDatabaseAdapter {
  const replaced = (models: Readonly<Record<string, Model>>) => Object.fromEntries(Object.entries(models).map(([slug, model]) => [slug, replace(model)]))
  const own = { collections: replaced(adapter.collections), globals: replace(adapter.globals), versions: replaced(adapter.versions) }
  return Object.assign(Object.create(bare), own)
}
