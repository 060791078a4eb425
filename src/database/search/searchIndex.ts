import type { Where } from 'payload'
import type { SearchedCollection } from '../../articles/search/searched'
import type { TransactionID } from '../transactionOf'

/** What is searched: documents as they are stored, or the newest version of each article. */
export type IndexName = SearchedCollection | 'versions'

/** A word that is looked for, or in its place one of the marks. */
export type Term = { word: string; isWhole: boolean; marks: readonly string[] }

/** How an engine keeps what documents are found by: in its own text index, which the field `search` of a row leads to. */
export type SearchIndex = {
  /** Makes the index where there is none; one that was made in another way is emptied. */
  prepare: (indexNames: readonly IndexName[]) => Promise<void>
  /** Runs something that writes several times for a request, between the transactions of others; it gets its own. */
  writing: <T>(req: { transactionID?: unknown } | undefined, run: (transaction: TransactionID) => Promise<T>) => Promise<T>
  /** Keeps what a row that is about to be written is found by, and gives what to write into its field. */
  keep: (indexName: IndexName, entries: readonly string[], transaction: TransactionID) => Promise<unknown>
  /** Does both for rows that are there. */
  put: (indexName: IndexName, rows: readonly { id: string; entries: readonly string[] }[], transaction?: TransactionID) => Promise<void>
  /** Forgets what older versions of an article were found by. */
  forgetOlder: (article: string, transaction: TransactionID) => Promise<void>
  /** The condition for rows that hold all terms. */
  where: (indexName: IndexName, terms: readonly Term[]) => Promise<Where>
  /** Rows that hold a word, by their ids, in the order of their names. */
  idsOf: (indexName: IndexName, term: Term, most: number, transaction: TransactionID) => Promise<string[]>
  /** Those of the rows, by their ids, that are not found by what they should be. */
  stale: (indexName: IndexName, rows: readonly { id: string; entries: readonly string[] }[]) => Promise<string[]>
  /** Rows that are not in the index. */
  missing: (indexName: IndexName, most: number) => Promise<string[]>
}
