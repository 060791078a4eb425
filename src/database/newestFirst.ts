import type { BaseDatabaseAdapter, TypeWithID } from 'payload'
import { slugs } from '../options/slugs'

/** In the context of a request: the next list of documents is to be their newest versions, as a bulk update begins from. */
export const NEWEST_FIRST = 'newestFirst'

/** As many documents are looked up by one query. */
const AT_ONCE = 100

/**
 * Has a bulk update begin from the newest version of each document, as an update of one document does. Payload takes the
 * published one, which loses the newer draft and does not fit its revision.
 */
export function withNewestFirst(db: BaseDatabaseAdapter): BaseDatabaseAdapter {
  const find = db.find.bind(db)
  db.find = async function findNewest<T = TypeWithID>(args: Parameters<typeof find>[0]) {
    const context = args.req?.context
    if (args.collection !== slugs.articles || context?.[NEWEST_FIRST] !== true) return find<T>(args)
    context[NEWEST_FIRST] = false
    const found = await find<T & TypeWithID>(args)
    const newest = new Map<unknown, T & TypeWithID>()
    for (let from = 0; from < found.docs.length; from += AT_ONCE) {
      const ids = found.docs.slice(from, from + AT_ONCE).map(({ id }) => id)
      const { docs } = await db.findVersions<T>({
        collection: args.collection,
        limit: ids.length,
        pagination: false,
        req: args.req ?? {},
        where: { and: [{ parent: { in: ids } }, { latest: { equals: true } }] },
      })
      for (const { parent, version } of docs) if (parent !== undefined) newest.set(parent, { ...version, id: parent })
    }
    return { ...found, docs: found.docs.map((doc) => newest.get(doc.id) ?? doc) }
  }
  return db
}
