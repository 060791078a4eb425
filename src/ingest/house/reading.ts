import type { Credit } from './credits'
import { readRelease } from './release'
import type { Release } from './release'
import { isBlank } from './text'
import type { CopyByline, CopyError, HouseCopy, LineAccount, LinePart } from './types'

/** The kinds of line that stand above the body, besides headline and lead. */
export type CreditKind = Exclude<Credit['kind'], 'fault'>

type Slots = { -readonly [Key in keyof Omit<HouseCopy, 'bylines' | 'body'>]: HouseCopy[Key] }

/** A copy while it is being read, top to bottom: what was found, and what became of each line so far. */
export type Reading = {
  readonly source: readonly string[]
  readonly slots: Slots
  /** Who signs, by what they did. */
  readonly signed: ReadonlyMap<CopyByline['role'], Set<string>>
  readonly seen: Set<CreditKind>
  readonly accounts: LineAccount[]
  readonly errors: CopyError[]
  readonly notes: string[]
  readonly now: Date
}

const PARTS: Readonly<Record<CreditKind, LinePart>> = {
  published: 'published',
  editors: 'editors',
  bylines: 'bylines',
  section: 'section+bylines',
  dateline: 'dateline',
}

/** The order in which people sign. */
const ROLES = ['reporter', 'editor', 'contributor', 'photographer', 'translator'] as const satisfies CopyByline['role'][]

/** What a desk calls a line of each kind, for notes. */
export const LINE_NAMES: Readonly<Record<CreditKind, string>> = {
  published: 'Published line',
  editors: '"EDITED BY" line',
  bylines: 'byline',
  section: 'section line',
  dateline: 'dateline',
}

export function startReading(source: readonly string[], notes: readonly string[], now: Date): Reading {
  return {
    source,
    slots: {},
    signed: new Map(ROLES.map((role) => [role, new Set()])),
    seen: new Set(),
    accounts: [],
    errors: [],
    notes: [...notes],
    now,
  }
}

/** Takes a line that says when the story may go out; the first reason to hold it back stays, and the latest embargo. */
export function takeRelease(reading: Reading, { embargoUntil, holdBack, liftsEmbargo, takesBack }: Release): void {
  const { slots } = reading
  if (holdBack !== undefined) slots.holdBack ??= holdBack
  if (embargoUntil !== undefined && (slots.embargoUntil ?? '') < embargoUntil) slots.embargoUntil = embargoUntil
  if (liftsEmbargo) slots.liftsEmbargo = true
  if (takesBack !== undefined && slots.takesBack !== 'withdraws') slots.takesBack = takesBack
}

/** The line at a place in the source; the empty line past its end. */
export function lineAt({ source }: Reading, index: number): string {
  return source[index] ?? ''
}

export function keep(reading: Reading, index: number, to: LinePart): void {
  reading.accounts.push({ line: index + 1, text: lineAt(reading, index), to })
}

export function leaveOut(reading: Reading, index: number, why: string): void {
  reading.accounts.push({ line: index + 1, text: lineAt(reading, index), to: 'left-out', why })
}

/** Leaves out blank lines from a place on, takes lines about the release, and says where the next other line is. */
export function skipBlanks(reading: Reading, from: number): number {
  let index = from
  for (; index < reading.source.length; index++) {
    const line = lineAt(reading, index)
    const release = isBlank(line) ? undefined : readRelease(line, reading.now)
    if (release) {
      keep(reading, index, 'embargo')
      takeRelease(reading, release)
    } else if (isBlank(line)) leaveOut(reading, index, 'blank')
    else break
  }
  return index
}

export function kindOf(credit: Credit): CreditKind {
  return credit.kind === 'fault' ? credit.of : credit.kind
}

/** Fills the slots that a credit line has words for, and accounts for the line. */
export function takeCredit(reading: Reading, index: number, credit: Credit): void {
  keep(reading, index, PARTS[kindOf(credit)])
  reading.seen.add(kindOf(credit))
  switch (credit.kind) {
    case 'published':
      reading.slots.published = credit.date
      break
    case 'editors':
      sign(reading, 'editor', credit.names)
      break
    case 'bylines':
      sign(reading, credit.role, credit.names)
      break
    case 'section':
      reading.slots.section = credit.section
      sign(reading, 'reporter', credit.names)
      break
    case 'dateline':
      reading.slots.dateline = credit.dateline
      break
    case 'fault':
      reading.errors.push({ line: index + 1, column: credit.offset + 1, message: credit.reason })
  }
}

function sign({ signed }: Reading, role: CopyByline['role'], names: readonly string[]): void {
  for (const name of names) signed.get(role)?.add(name)
}

/** All names, reporters first, whichever line came first. */
export function bylinesOf({ signed }: Reading): CopyByline[] {
  return ROLES.flatMap((role) => Array.from(signed.get(role) ?? [], (name) => ({ name, role })))
}

/** Keeps the story back for a reason that is also in the notes. */
export function holdBack(reading: Reading, reason: string): void {
  reading.slots.holdBack ??= reason
}
