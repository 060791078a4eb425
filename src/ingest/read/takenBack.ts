import { opensAsEmbargo } from '../house'
import type { WireError, WireItem } from '../item'
import { isKilledByNote, killOfHeadline, whyHeldByWords } from './heldByWords'
import { present } from './values'

/** Words of a source that may take its story back: each is looked at by rules of its own. */
type Words = {
  readonly headlines: readonly (string | undefined)[]
  readonly notes?: readonly (string | undefined)[]
  /** First lines of the text, and whatever else may begin with a notice. */
  readonly lines?: readonly (string | undefined)[]
}

type TakenBack = Pick<WireItem, 'holdBack' | 'takesBack'>

/**
 * What the words of a source take back: a headline or a note that kills the story withdraws it. A headline that may kill it
 * or holds it back in other words than an embargo, and words about a kill anywhere else, hold it: readers keep what they have,
 * and an editor decides.
 */
export function takenBackByWords({ headlines, lines = [], notes = [] }: Words, now: Date): TakenBack {
  const found = [
    ...headlines.map((words) => byHeadline(words ?? '', now)),
    ...notes.map((words) => byNote(words ?? '', now)),
    ...lines.map((words) => byLine(words ?? '', now)),
  ]
  return found.find(({ takesBack }) => takesBack === 'withdraws') ?? found.find(({ takesBack }) => takesBack === 'holds') ?? found.find(({ holdBack }) => holdBack !== undefined) ?? {}
}

/** The stronger of two: what withdraws a story outranks what holds it. */
export function strongerOf(one: WireItem['takesBack'], other: WireItem['takesBack']): WireItem['takesBack'] {
  return one === 'withdraws' ? one : (other ?? one)
}

function byHeadline(words: string, now: Date): TakenBack {
  const kill = killOfHeadline(words)
  const holdBack = whyHeldByWords(words, now) ?? (kill === undefined ? undefined : saying(words))
  if (holdBack === undefined) return {}
  if (kill === undefined && opensAsEmbargo(words)) return { holdBack }
  return { holdBack, takesBack: kill === 'certain' ? 'withdraws' : 'holds' }
}

function byNote(words: string, now: Date): TakenBack {
  if (isKilledByNote(words)) return { holdBack: saying(words), takesBack: 'withdraws' }
  const holdBack = whyHeldByWords(words, now, true) ?? (killOfHeadline(words) === undefined ? undefined : saying(words))
  return holdBack === undefined ? {} : aboutKill(holdBack)
}

function byLine(words: string, now: Date): TakenBack {
  const holdBack = whyHeldByWords(words, now)
  return holdBack === undefined ? {} : aboutKill(holdBack)
}

/** A reason that quotes words about a kill takes the story back, too; any other only keeps this version from readers. */
function aboutKill(holdBack: string): TakenBack {
  return /kill|withdraw|retract/i.test(holdBack) ? { holdBack, takesBack: 'holds' } : { holdBack }
}

function saying(words: string): string {
  const line = words.trim()
  return `it says "${line.length > 60 ? `${line.slice(0, 60)}…` : line}".`
}

/**
 * The withdrawal that a story with faults is: by its source's word for it and the story's identity alone, whatever else is
 * missing or wrong. One that only holds its story back may be a withdrawal, and has its faults.
 *
 * @returns undefined for a story that takes nothing back, and for one that does not say which it is
 */
export function withdrawalOf(item: WireItem, faults: readonly WireError[]): WireItem | undefined {
  const takesBack = strongerOf(item.takesBack, takenBackByWords({ headlines: [item.headline] }, new Date()).takesBack)
  if (item.pubStatus === 'canceled' || takesBack === 'withdraws') return bareOf(item)
  return item.pubStatus === 'withheld' || takesBack === 'holds' ? doubtfulWithdrawalOf(item, faults) : undefined
}

/** The withdrawal of a story that says which it is by its headline alone: an editor looks for it. */
export function withdrawalByHeadline(item: WireItem, faults: readonly WireError[]): WireItem | undefined {
  const isKilled = item.pubStatus === 'canceled' || strongerOf(item.takesBack, takenBackByWords({ headlines: [item.headline] }, new Date()).takesBack) === 'withdraws'
  return isKilled && item.headline !== undefined ? { ...asWithdrawal(item), faults } : undefined
}

/** A story that may be a withdrawal, with what is wrong with it; undefined for one that does not say which it is. */
export function doubtfulWithdrawalOf(item: WireItem, faults: readonly WireError[]): WireItem | undefined {
  const bare = bareOf(item)
  return bare && { ...bare, faults }
}

/** What a withdrawal tells beside itself: what could not be read, and did not stop it. */
export function notesOf(faults: readonly WireError[]): string[] {
  return faults.map(({ message }) => `Not read, which does not stop the withdrawal: ${message}`)
}

function bareOf(item: WireItem): WireItem | undefined {
  const isNamed = item.guid !== undefined || item.localId !== undefined || (item.headline !== undefined && item.publishedAt !== undefined)
  return isNamed ? asWithdrawal(item) : undefined
}

function asWithdrawal(item: WireItem): WireItem {
  return present<WireItem>({ ...item, pubStatus: 'canceled', status: 'published', takesBack: undefined, holdBack: undefined, isWhole: undefined })
}
