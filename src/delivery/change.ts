/** A write to public content, as far as kept answers are concerned. */
export type Change = {
  /** What was written: the collection and the document's id; `all` when it cannot be told. */
  tags: readonly string[] | 'all'
  /** Whether readers may have lost something: then what showed it is thrown away, and not even served in an outage. */
  removes: boolean
  /** ScheduledExpiry (milliseconds since 1970) at which the document becomes public by itself. */
  moments: readonly number[]
}

/** What to assume when nothing is known: everything may have changed. */
export const EVERYTHING: Change = { tags: 'all', removes: true, moments: [] }

/** Whether a value read from the database is a change. */
export function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false
  const { moments, removes, tags }: { moments?: unknown; removes?: unknown; tags?: unknown } = value
  return isTags(tags) && typeof removes === 'boolean' && isListOf(moments, 'number')
}

function isTags(value: unknown): value is Change['tags'] {
  return value === 'all' || isListOf(value, 'string')
}

function isListOf(value: unknown, type: 'number' | 'string'): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === type)
}
