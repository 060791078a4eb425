/** How large the conditions of one query may be: far below what SQLite's expressions, joins, parameters and patterns may hold. */
export const CONDITION_LIMITS = {
  /** `and` and `or` inside each other. */
  depth: 8,
  conditions: 100,
  /** Conditions on a path with a dot, each of which joins further tables. */
  paths: 20,
  /** Values in all lists together. */
  values: 1000,
  /** Words that texts are looked through for, all together: each takes as long as there are texts. */
  words: 500,
  /** The same for who does not sign in. */
  strangersWords: 100,
  /** Searches of the index: each goes through all that it finds. */
  searches: 10,
  /** Conditions on fields with several values, each of which goes through a table of its own. */
  several: 20,
  /** Characters of a value. */
  characters: 2000,
  /** Characters of the name of a field. */
  name: 200,
} as const

const LISTS = new Set(['in', 'not_in', 'all'])
/** Comparisons that look through the texts of all documents. */
export const TEXTUAL: ReadonlySet<string> = new Set(['contains', 'like', 'not_like'])

/** How a search is asked for (src/articles/search/question.ts). */
const SEARCH = /^(?:version(?:\.|__))?search$/

export function isConnective(path: string): boolean {
  return /^(?:and|or)$/i.test(path)
}

type Size = { conditions: number; paths: number; searches: number; values: number; words: number; mostWords: number }

/** What is too large about conditions that a client sent, or undefined: asked before anything else looks at them. */
export function sizeFault(where: unknown, isStranger: boolean): string | undefined {
  const { strangersWords, words } = CONDITION_LIMITS
  return ofConditions(where, 0, { conditions: 0, paths: 0, searches: 0, values: 0, words: 0, mostWords: isStranger ? strangersWords : words })
}

function ofConditions(where: unknown, depth: number, size: Size): string | undefined {
  const { conditions, depth: deepest, name, paths, searches } = CONDITION_LIMITS
  if (!isRecord(where)) return undefined
  if (depth > deepest) return `where is too deep: at most ${deepest} and and or stand inside each other.`
  for (const [path, condition] of Object.entries(where)) {
    size.conditions += 1
    if (size.conditions > conditions) return `where has too many conditions: at most ${conditions}.`
    if (path.length > name) return `where names a field with more than ${name} characters: there is none.`
    if (isConnective(path) && Array.isArray(condition)) {
      if (condition.length > conditions) return `where has too many conditions: at most ${conditions}.`
      for (const each of condition) {
        const fault = ofConditions(each, depth + 1, size)
        if (fault !== undefined) return fault
      }
      continue
    }
    if (/\.|__/.test(path)) size.paths += 1
    if (size.paths > paths) return `where has too many conditions on fields inside others: at most ${paths}.`
    if (SEARCH.test(path)) size.searches += 1
    if (size.searches > searches) return `where searches too often: at most ${searches} times.`
    const fault = ofCondition(path, condition, size)
    if (fault !== undefined) return fault
  }
  return undefined
}

function ofCondition(path: string, condition: unknown, size: Size): string | undefined {
  const { characters, conditions, values: mostValues } = CONDITION_LIMITS
  if (!isRecord(condition)) return undefined
  const comparisons = Object.entries(condition)
  if (comparisons.length > conditions) return `"${path}" has too many conditions: at most ${conditions}.`
  for (const [operator, value] of comparisons) {
    const values = LISTS.has(operator) ? listOf(value, mostValues + 1) : [value]
    size.values += values.length
    if (size.values > mostValues) return `where has too many values: at most ${mostValues}.`
    for (const each of values) {
      if (typeof each !== 'string') continue
      if (each.length > characters) return `A value of "${path}" is too long: it may have ${characters} characters.`
      if (TEXTUAL.has(operator)) size.words += each.split(/\s+/, size.mostWords + 1).length
    }
    if (size.words > size.mostWords) return `where looks for too many words: at most ${size.mostWords}.`
  }
  return undefined
}

/**
 * What is wrong with the conditions by which many documents are changed or deleted, or undefined: each must say something. A
 * condition that says nothing, or of which a part was lost on the way, would take all documents.
 *
 * @param isForm whether the admin UI may have sent them: it asks for all documents by an id that is not empty
 */
export function bulkFault(where: unknown, isForm: boolean): string | undefined {
  return says(where, isForm) ? undefined : 'Say which documents this is for: where, or a part of it, is empty or cannot be read. For all documents, send where[id][exists]=true.'
}

function says(where: unknown, isForm: boolean): boolean {
  if (!isRecord(where)) return false
  const entries = Object.entries(where)
  return (
    entries.length > 0 &&
    entries.every(([path, condition]) => {
      if (isConnective(path)) return Array.isArray(condition) && condition.length > 0 && condition.every((each) => says(each, isForm))
      if (!isRecord(condition)) return false
      const comparisons = Object.entries(condition)
      return comparisons.length > 0 && comparisons.every(([operator, value]) => (isForm && path === 'id' && operator === 'not_equals' && value === '') || compares(operator, value))
    })
  )
}

/** Whether a comparison holds a value. */
function compares(operator: string, value: unknown): boolean {
  const values = LISTS.has(operator) ? listOf(value, CONDITION_LIMITS.values) : [value]
  return values.length > 0 && values.every((each) => each !== undefined && !(typeof each === 'string' && each.trim() === ''))
}

/** REST lists are arrays, or one text with commas; no more of it is read than asked for. */
function listOf(value: unknown, most: number): unknown[] {
  if (Array.isArray(value)) return value.slice(0, most)
  return typeof value === 'string' ? value.split(',', most) : [value]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
