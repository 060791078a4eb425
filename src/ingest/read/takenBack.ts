import type { WireItem } from '../item'
import { isKilledByNote, killOfHeadline, whyHeldByWords } from './holdBack'

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
 * or holds it back, and words about a kill anywhere else, hold it: readers keep what they have, and an editor decides.
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
