import type { BaseDatabaseAdapter, Payload } from 'payload'
import { entriesOf, SEARCHED_FIELDS } from '../../articles/search/searched'
import { slugs } from '../../options/slugs'
import type { TransactionID } from '../transactionOf'
import type { SearchIndex, IndexName } from './searchIndex'

/** So many rows are put into the index at a time. */
const BATCH = 200

/** As many rows take a few seconds: that is said. */
const MANY = 2_000

type Source = Pick<BaseDatabaseAdapter, 'find' | 'findVersions'>
type Doc = Record<string, unknown>

/** Puts rows into the index as they are stored. */
export async function putRows(db: Source, index: SearchIndex, indexName: IndexName, ids: readonly string[], transaction?: TransactionID): Promise<void> {
  const req = transaction === undefined ? {} : { transactionID: transaction }
  await index.put(indexName, await readRows(db, indexName, ids, req), transaction)
}

/** Puts everything into the index that is not in it: of a database that was there before it, or a row that came in some other way. */
export async function fillIndex(db: Source, index: SearchIndex, indexNames: readonly IndexName[], logger: Payload['logger']): Promise<void> {
  await index.prepare(indexNames)
  for (const indexName of indexNames) {
    let done = 0
    for (let ids = await index.missing(indexName, BATCH); ids.length > 0; ids = await index.missing(indexName, BATCH)) {
      await putRows(db, index, indexName, ids)
      done += ids.length
      if (done % MANY === 0) logger.info(`Building the search index: ${String(done)} rows of ${indexName} …`)
    }
  }
}

async function readRows(db: Source, indexName: IndexName, ids: readonly string[], req: object): Promise<{ id: string; entries: string[] }[]> {
  const list = { limit: ids.length, pagination: false, req, where: { id: { in: [...ids] } } } as const
  if (indexName !== 'versions') {
    const { docs } = await db.find<Doc>({ ...list, collection: slugs[indexName], select: selectOf(SEARCHED_FIELDS[indexName]) })
    return docs.map((doc) => ({ id: String(doc.id), entries: entriesOf(indexName, doc) }))
  }
  const { docs } = await db.findVersions<Doc>({ ...list, collection: slugs.articles, select: { version: selectOf(SEARCHED_FIELDS.articles) } })
  return docs.map(({ id, version }) => ({ id: String(id), entries: entriesOf('articles', version) }))
}

function selectOf(fields: readonly string[]): Record<string, true> {
  return Object.fromEntries(fields.map((field) => [field, true]))
}
