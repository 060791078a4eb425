import { APIError } from 'payload'
import type { Where } from 'payload'
import { markOf, NAMES } from '../../articles/search/searched'
import { readQuestion, SEARCH_FIELD } from '../../articles/search/question'
import type { SoughtWord } from '../../articles/search/words'
import type { TransactionID } from '../transactionOf'
import type { SearchIndex, IndexName } from './searchIndex'

/** As many authors and as many tags a word may stand for. */
const MOST_NAMES = 200

/** The field as a query of an index names it. */
function pathOf(indexName: IndexName): string {
  return indexName === 'versions' ? `version.${SEARCH_FIELD}` : SEARCH_FIELD
}

/** Whether a search is asked for anywhere in a query. */
export function asksIndex(where: Where | undefined, indexName: IndexName): boolean {
  return Object.entries(where ?? {}).some(([path, condition]) => (isJunction(path, condition) ? condition.some((each) => asksIndex(each, indexName)) : path === pathOf(indexName)))
}

/**
 * The query with every search in it put as the engine's own condition.
 *
 * @throws APIError (400) for a search that cannot be asked for
 */
export async function throughIndex(where: Where, indexName: IndexName, index: SearchIndex, transaction: TransactionID): Promise<Where> {
  const conditions: Where[] = []
  for (const [path, condition] of Object.entries(where)) {
    if (isJunction(path, condition)) {
      const parts: Where[] = []
      for (const part of condition) parts.push(await throughIndex(part, indexName, index, transaction))
      conditions.push({ [path]: parts })
    } else if (path === pathOf(indexName)) {
      const marks = marksIn(condition)
      if (marks) {
        conditions.push(await index.where(indexName, marks.map((mark) => ({ word: mark, isWhole: true, marks: [] }))))
        continue
      }
      const question = readQuestion(condition)
      if ('fault' in question) throw new APIError(question.fault, 400, undefined, true)
      conditions.push(await index.where(indexName, await Promise.all(question.words.map((word) => termOf(word, indexName, index, transaction)))))
    } else conditions.push({ [path]: condition })
  }
  const [first = {}, ...more] = conditions
  return more.length === 0 ? first : { and: conditions }
}

/** A word of an article may be that of an author or a tag it names. */
async function termOf({ isWhole, word }: SoughtWord, indexName: IndexName, index: SearchIndex, transaction: TransactionID) {
  const term = { word, isWhole, marks: [] }
  if (indexName !== 'articles' && indexName !== 'versions') return term
  const named = await Promise.all(NAMES.map((names) => index.idsOf(names, term, MOST_NAMES, transaction)))
  return { word, isWhole, marks: named.flat().map(markOf) }
}

/** Our own code may ask by the marks themselves, `{ in: [mark] }`; clients may not (src/validation/queryFault.ts). */
function marksIn(condition: unknown): string[] | undefined {
  const marks: unknown = typeof condition === 'object' && condition !== null && 'in' in condition ? condition.in : undefined
  return Array.isArray(marks) ? marks.map(String) : undefined
}

function isJunction(path: string, condition: unknown): condition is Where[] {
  return /^(?:and|or)$/i.test(path) && Array.isArray(condition)
}
