import { entriesOf } from '../../articles/search/searched'
import type { SearchedCollection } from '../../articles/search/searched'
import { searchIndexOf } from '../../database/search/withSearch'
import { slugs } from '../../options/slugs'
import { isDoc } from '../format'
import type { Doc } from '../format'
import type { Finding, Ground } from './types'

type Row = { id: string; entries: string[] }

/** Documents and newest versions of articles that are missing from the search index, or out of date in it. */
export async function searchFindings({ payload }: Ground, name: SearchedCollection | 'versions', docs: readonly Doc[]): Promise<Finding[]> {
  const index = searchIndexOf(payload)
  if (!index?.indexNames.includes(name) || docs.length === 0) return []
  const stale = new Set(await index.stale(name, docs.map(rowOf)))
  if (stale.size === 0) return []
  // Documents saved since the snapshot are compared in their current state.
  const rows = (await readAgain(payload, name, [...stale])).map(rowOf)
  const still = await index.stale(name, rows)
  return rows.flatMap((row) => {
    if (!still.includes(row.id)) return []
    const repair = async () => {
      await index.put(name, [row])
      return 'added to the index'
    }
    return { message: `${name === 'versions' ? 'version of an article' : slugs[name]} ${row.id}: is missing from the search index`, repair }
  })

  function rowOf(doc: Doc): Row {
    return { id: String(doc.id), entries: name === 'versions' ? entriesOf('articles', isDoc(doc.version) ? doc.version : {}) : entriesOf(name, doc) }
  }
}

async function readAgain({ db }: Ground['payload'], name: SearchedCollection | 'versions', ids: readonly string[]): Promise<Doc[]> {
  const page = { limit: ids.length, pagination: false, req: {}, where: { id: { in: [...ids] } } } as const
  const { docs } = name === 'versions' ? await db.findVersions<Doc>({ ...page, collection: slugs.articles }) : await db.find<Doc>({ ...page, collection: slugs[name], joins: false as never })
  return docs as unknown as Doc[]
}
