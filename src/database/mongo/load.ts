import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Loader, Stored } from '../load'
import { bareAdapter } from '../bare'
import { beginRestore } from './restoring'
import { replacedModels } from './models'
import type { Model } from './models'

/** As many documents go to the server at a time, at most. */
const BATCH = 500

/**
 * Loads behind a mark, as a transaction of MongoDB cannot hold a newsroom: as long as the mark is there, what was loaded is
 * nobody's, and is dropped by whoever opens the database next.
 */
export async function loadIntoMongo(adapter: MongooseAdapter, task: (loader: Loader) => Promise<void>): Promise<void> {
  const restore = await beginRestore(adapter)
  try {
    const loader = mongoLoader(adapter)
    await task(loader)
    await loader.flush()
  } catch (error) {
    await restore.undo()
    throw error
  }
  await restore.commit()
}

/** Payload's adapter makes of each document what is stored, and gives it to a model; these hold it back to insert many together. */
function mongoLoader(adapter: MongooseAdapter): Loader {
  const held = new Map<Model, Stored[]>()
  let own: Stored = {}
  const hold = (model: Model) => async ([data]: [Stored]) => {
    const docs = held.get(model) ?? []
    held.set(model, docs)
    const doc: Stored = { ...data, ...own }
    if (doc.latest !== true && doc.latest !== false) delete doc.latest
    docs.push(doc)
    if (docs.length >= BATCH) await insert(model)
    return [doc]
  }
  const insert = async (model: Model) => {
    const docs = held.get(model) ?? []
    held.delete(model)
    await model.insertMany(docs, { ordered: false })
  }
  const writer = replacedModels(adapter, bareAdapter(adapter), (model) => ({ create: hold(model), updateMany: () => Promise.resolve() }))
  /** What the adapter would decide itself: the id, and whether a version is the newest. */
  const put = async (mine: Stored, write: () => Promise<unknown>) => {
    own = mine
    await write()
  }
  return {
    document: (collection, { id, ...data }) => put({}, () => writer.create({ collection, customID: id as string, data: adapter.payload.collections[collection].customIDType ? { ...data, id } : data, returning: false })),
    version: (collectionSlug, version) => put(ofVersion(version), () => writer.createVersion({ collectionSlug, parent: version.parent, ...saved(version) } as never)),
    global: (slug, { id, ...data }) => put({ _id: id }, () => writer.createGlobal({ slug, data, returning: false })),
    globalVersion: (globalSlug, version) => put(ofVersion(version), () => writer.createGlobalVersion({ globalSlug, ...saved(version) } as never)),
    flush: async () => {
      for (const model of [...held.keys()]) await insert(model)
    },
  }
}

function saved({ autosave, createdAt, publishedLocale, snapshot, updatedAt, version }: Stored): Stored {
  return { autosave, createdAt, publishedLocale, returning: false, snapshot, updatedAt, versionData: version }
}

function ofVersion({ id, latest }: Stored): Stored {
  return { _id: id, latest }
}
