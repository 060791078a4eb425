import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { slugs } from '../../options/slugs'
import type { SearchIndex, IndexName, Term } from '../search/searchIndex'
import { transactionOf } from '../transactionOf'
import type { TransactionID } from '../transactionOf'

type Model = MongooseAdapter['connection']['models'][string]

/** Raised when words are told apart in another way: the index is built again. */
const FORMAT = 1

/** Where it is noted in which way the index was made. */
const NOTES = 'dateline-search'

/**
 * The index on MongoDB: the field of a document holds its words, and an index of the model leads from each to the
 * documents. A text index would stem words in one language or none and reads a run of Chinese as one word; a collection
 * has one at most.
 */
export function mongoSearchIndex(adapter: MongooseAdapter): SearchIndex {
  const modelOf = (indexName: IndexName): Model => {
    const model = indexName === 'versions' ? adapter.versions[slugs.articles] : adapter.collections[slugs[indexName]]
    if (!model) throw new Error(`There is no collection for the search in ${indexName}.`)
    return model
  }
  const session = (transaction: TransactionID) => {
    const open = transaction === undefined ? undefined : adapter.sessions[transaction]
    return open ? { session: open } : {}
  }
  const put: SearchIndex['put'] = async (indexName, rows, transaction) => {
    const model = modelOf(indexName)
    const steps = rows.map(({ entries, id }) => ({ updateOne: { filter: { _id: id }, update: { $set: { [pathOf(indexName)]: entries } } } }))
    if (steps.length > 0) await model.bulkWrite(steps, { ...session(transaction), timestamps: false })
  }
  return {
    prepare: async (indexNames) => {
      const notes = adapter.connection.collection<{ _id: string; format: number }>(NOTES)
      const made = await notes.findOne({ _id: 'format' })
      if (made?.format === FORMAT) return
      for (const indexName of indexNames) await modelOf(indexName).collection.updateMany({}, { $unset: { [pathOf(indexName)]: 1 } })
      await notes.updateOne({ _id: 'format' }, { $set: { format: FORMAT } }, { upsert: true })
    },
    writing: async (req, run) => run(await transactionOf(req)),
    keep: (_shelf, entries) => Promise.resolve([...entries]),
    put,
    forgetOlder: async (article, transaction) => {
      const older = { parent: article, latest: { $ne: true }, [pathOf('versions')]: { $exists: true } }
      await modelOf('versions').updateMany(older, { $unset: { [pathOf('versions')]: 1 } }, { ...session(transaction), timestamps: false })
    },
    where: (indexName, terms) => {
      // Nothing is asked for: nothing is found.
      const conditions = terms.length === 0 ? [[]] : terms.map(patternsOf)
      return Promise.resolve({ and: conditions.map((patterns) => ({ [pathOf(indexName)]: { in: patterns } })) })
    },
    idsOf: async (indexName, term, most, transaction) => {
      const cursor = modelOf(indexName).collection.find({ [pathOf(indexName)]: { $in: patternsOf(term) } }, { ...session(transaction), projection: { _id: 1 } })
      return (await cursor.sort({ name: 1, _id: 1 }).limit(most).toArray()).map(({ _id }) => String(_id))
    },
    stale: async (indexName, rows) => {
      const wanted = new Map(rows.map(({ entries, id }) => [id, entries.join(' ')]))
      const found: { _id: unknown; kept?: unknown }[] = await modelOf(indexName).aggregate([
        { $match: { _id: { $in: rows.map(({ id }) => modelOf(indexName).schema.path('_id').cast(id)) } } },
        { $project: { kept: `$${pathOf(indexName)}` } },
      ])
      return found.filter(({ _id, kept }) => !Array.isArray(kept) || kept.join(' ') !== wanted.get(String(_id))).map(({ _id }) => String(_id))
    },
    missing: async (indexName, most) => {
      const newest = indexName === 'versions' ? { latest: true } : {}
      const cursor = modelOf(indexName).collection.find({ ...newest, [pathOf(indexName)]: { $exists: false } }, { projection: { _id: 1 } })
      return (await cursor.limit(most).toArray()).map(({ _id }) => String(_id))
    },
  }
}

function pathOf(indexName: IndexName): string {
  return indexName === 'versions' ? 'version.search' : 'search'
}

/** Words hold letters and digits only, so that they are patterns of themselves. */
function patternsOf({ isWhole, marks, word }: Term): (RegExp | string)[] {
  return [isWhole ? word : new RegExp(`^${word}`), ...marks]
}
