import { readCredit } from './credits'
import type { Credit } from './credits'
import { isBlank, isDashes, quote } from './text'
import type { CopyByline, CopyError, HouseCopy, LineAccount, LinePart } from './types'

/** Credits are looked for below at most so many paragraphs of lead; a longer text without any is all body. */
export const MAX_LEAD_PARAGRAPHS = 10
/** A first line longer than this (UTF-16 code units) is noted, being perhaps a paragraph. */
const LONG_HEADLINE = 250

export type Header = {
  readonly copy: Omit<HouseCopy, 'body'>
  /** Of the lines above the body. */
  readonly accounts: LineAccount[]
  readonly errors: CopyError[]
  readonly notes: string[]
  /** Index of the line where the body begins. */
  readonly bodyStart: number
  readonly credited: boolean
}

type Draft = { -readonly [Key in keyof Omit<HouseCopy, 'bylines' | 'body'>]: HouseCopy[Key] } & {
  readonly reporters: string[]
  readonly editors: string[]
  readonly seen: Set<Kind>
}
type Kind = Exclude<Credit['kind'], 'fault'>

const PARTS: Readonly<Record<Kind, LinePart>> = {
  published: 'published',
  editors: 'editors',
  section: 'section+bylines',
  dateline: 'dateline',
}

/**
 * Reads what stands above the body: headline slot, `Published:`, lead, credits. The credits are the first run of
 * credit lines, blank lines between them or not; the first other line ends them, and below it nothing is a credit.
 * Without credits there is no lead either: all that follows the Published line is body.
 */
export function readHeader(source: readonly string[]): Header {
  const draft: Draft = { reporters: [], editors: [], seen: new Set() }
  const accounts: LineAccount[] = []
  const errors: CopyError[] = []
  const notes: string[] = []

  const text = (index: number): string => source[index] ?? ''
  const nextFilled = (from: number): number => {
    let index = from
    while (index < source.length && isBlank(text(index))) index++
    return index
  }
  const leaveOut = (index: number, why: string) => accounts.push({ line: index + 1, text: text(index), to: 'left-out', why })
  const keep = (index: number, to: LinePart) => accounts.push({ line: index + 1, text: text(index), to })
  const leaveBlanks = (from: number, to: number): void => {
    for (let index = from; index < to; index++) leaveOut(index, 'blank')
  }
  const takeCredit = (index: number, credit: Credit): void => {
    const kind = kindOf(credit)
    keep(index, PARTS[kind])
    draft.seen.add(kind)
    const fault = take(draft, credit)
    if (fault) errors.push({ line: index + 1, ...fault })
  }

  let next = nextFilled(0)
  leaveBlanks(0, next)
  if (isDashes(text(next))) {
    leaveOut(next, 'no headline')
    next++
  } else if (isHeadline(text(next))) {
    draft.headline = text(next).trim()
    if (draft.headline.length > LONG_HEADLINE) {
      notes.push(`Line ${String(next + 1)} is long for a headline; when there is none, put a dash on a line before it.`)
    }
    keep(next, 'headline')
    next++
  }
  const publishedAt = nextFilled(next)
  const published = readCredit(text(publishedAt))
  if (published && kindOf(published) === 'published') {
    leaveBlanks(next, publishedAt)
    takeCredit(publishedAt, published)
    next = publishedAt + 1
  }

  const lead = findCredits(source, next, draft.seen)
  if (!lead) return finish(false)
  const paragraphs: string[] = []
  for (let index = next; index < lead.end; index++) {
    if (isBlank(text(index))) leaveOut(index, 'blank')
    else if (isDashes(text(index))) leaveOut(index, 'no standfirst')
    else {
      paragraphs.push(text(index).trim())
      keep(index, 'standfirst')
    }
  }
  if (paragraphs.length > 0) draft.standfirst = paragraphs.join('\n')

  next = lead.end
  for (;;) {
    const at = nextFilled(next)
    const credit = readCredit(text(at))
    if (!credit) break
    const kind = kindOf(credit)
    if (draft.seen.has(kind) && kind !== 'editors') {
      notes.push(`Line ${String(at + 1)}, ${quote(text(at))}, repeats a line of the credits: it is kept as body.`)
      break
    }
    leaveBlanks(next, at)
    takeCredit(at, credit)
    next = at + 1
  }
  return finish(true)

  function finish(credited: boolean): Header {
    const { reporters, editors, seen, ...slots } = draft
    if (!seen.has('published')) notes.push('There is no Published line.')
    if (!credited) notes.push('There are no credits, and so no standfirst: all paragraphs are body.')
    const bylines: CopyByline[] = [
      ...[...new Set(reporters)].map((name) => ({ name, role: 'reporter' as const })),
      ...[...new Set(editors)].map((name) => ({ name, role: 'editor' as const })),
    ]
    return { copy: { ...slots, bylines }, accounts, errors, notes, bodyStart: next, credited }
  }
}

/** The first line is the headline, whatever it looks like, save where its label says that the headline was left away. */
function isHeadline(line: string): boolean {
  const credit = readCredit(line)
  if (!credit) return true
  switch (kindOf(credit)) {
    case 'editors':
      return false
    case 'published':
      return credit.kind === 'fault' && !/\d|[:：|｜]\s*$/.test(line)
    default:
      return true
  }
}

/** Where the lead ends and the credits begin. */
function findCredits(source: readonly string[], from: number, seen: ReadonlySet<Kind>): { end: number } | undefined {
  let paragraphs = 0
  for (let index = from; index < source.length && paragraphs <= MAX_LEAD_PARAGRAPHS; index++) {
    const line = source[index] ?? ''
    if (isBlank(line)) continue
    const credit = readCredit(line)
    if (credit && !seen.has(kindOf(credit))) return { end: index }
    paragraphs++
  }
  return undefined
}

function kindOf(credit: Credit): Kind {
  return credit.kind === 'fault' ? credit.of : credit.kind
}

function take(draft: Draft, credit: Credit): { column: number; message: string } | undefined {
  switch (credit.kind) {
    case 'published':
      draft.published = credit.date
      return undefined
    case 'editors':
      draft.editors.push(...credit.names)
      return undefined
    case 'section':
      draft.section = credit.section
      draft.reporters.push(...credit.names)
      return undefined
    case 'dateline':
      draft.dateline = credit.dateline
      return undefined
    case 'fault':
      return { column: credit.offset + 1, message: credit.reason }
  }
}
