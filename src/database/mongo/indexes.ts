import type { MongooseAdapter } from '@payloadcms/db-mongodb'

import { DatabaseSchemaError } from '../schemaError'

type Model = MongooseAdapter['connection']['models'][string]

/** https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
const INDEX_OPTIONS_CONFLICT = 85
const INDEX_KEY_SPECS_CONFLICT = 86
const DUPLICATE_KEY = 11000

/**
 * Makes every collection and builds its indexes before the first write, so that what the model calls unique is. Asking
 * for an index that exists costs one round trip; collections are asked side by side. Indexes that the model does not
 * know are left alone.
 *
 * @throws DatabaseSchemaError when two documents hold the same value of a field that must be unique
 */
export async function ensureIndexes(adapter: MongooseAdapter): Promise<void> {
  await Promise.all(Object.values(adapter.connection.models).map(ensureIndexesOf))
}

async function ensureIndexesOf(model: Model): Promise<void> {
  try {
    // A collection first made inside a transaction makes others that make it at the same moment fail.
    await model.createCollection()
    await model.ensureIndexes().catch(async (error: unknown) => {
      if (!hasCode(error, INDEX_OPTIONS_CONFLICT) && !hasCode(error, INDEX_KEY_SPECS_CONFLICT)) throw error
      await dropChanged(model)
      await model.ensureIndexes()
    })
  } catch (error) {
    if (hasCode(error, DUPLICATE_KEY)) throw notUnique(error, model)
    throw error
  }
}

/** Drops the indexes that the model has on the same keys with other options, such as one that has become unique. */
async function dropChanged(model: Model): Promise<void> {
  const wanted = new Set(model.schema.indexes().map(([key]) => JSON.stringify(key)))
  const { toDrop } = await model.diffIndexes()
  const existing = await model.listIndexes()
  const changed = existing.filter(({ key, name }) => toDrop.includes(String(name)) && wanted.has(JSON.stringify(key)))
  for (const { name } of changed) await model.collection.dropIndex(String(name))
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** mongod names the value that is there twice in its message; the fields are told from the model, for other servers. */
function notUnique(error: unknown, model: Model): DatabaseSchemaError {
  const fields = model.schema.indexes().flatMap(([key, options]) => (options.unique ? [Object.keys(key).join(' with ')] : []))
  const value = /dup key: (\{.*\})/.exec(String(error))?.[1]
  const which = value === undefined ? fields.join(', ') : value
  return new DatabaseSchemaError(
    `Several documents of ${model.collection.name} hold the same value where it must be unique (${which}): change all but one, then start again.`,
  )
}
