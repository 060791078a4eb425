import { changesOf, differs, isSimple, SERVERS, UNSHOWN } from './values'
import type { Values } from './values'

type TakeUp = {
  /** The document as the server told it before, and as it tells it now. */
  before: Values
  after: Values
  /** What the form holds, and the names of what is typed there and not saved. */
  now: Values
  mine: readonly string[]
  /** What others changed earlier and the page could not show. */
  unseen: Iterable<string>
}

/**
 * What a page takes up of what the server has: it shows it where nothing is typed. Where both changed a field, somebody has
 * to choose. Of what others changed, people are told what is theirs, the step, and whether it is published.
 */
export function howToTakeUp({ after, before, mine, now, unseen }: TakeUp): { shown: string[]; conflicts: string[]; told: string[] } {
  const theirs = [...new Set([...changesOf(before, after), ...unseen])].filter((name) => !UNSHOWN.has(name))
  return {
    shown: theirs.filter((name) => !mine.includes(name)),
    conflicts: theirs.filter((name) => mine.includes(name) && differs(name, now, after)),
    told: theirs.filter((name) => !SERVERS.has(name) || name === 'stage' || name === '_status'),
  }
}

type TypeAgain = {
  typed: Values
  /** What the form held, and what the server had, when it was typed. */
  typedUpon: Values
  known: Values
  /** What the next form holds, and what the server has. */
  now: Values
  stored: Values
}

/**
 * What of the text that was typed into a form the next form holds already, what has to be put into it, and where somebody has
 * to choose. Payload may have put it in itself, so that the form does not tell what the server has.
 */
export function howToTypeAgain({ known, now, stored, typed, typedUpon }: TypeAgain): { inForm: string[]; toPut: string[]; conflicts: string[] } {
  const names = Object.keys(typed)
  const inForm = names.filter((name) => !differs(name, typed, now))
  const toPut = names.filter((name) => differs(name, typed, now))
  const conflicts = [
    ...inForm.filter((name) => differs(name, known, stored) && differs(name, typed, stored)),
    ...toPut.filter((name) => differs(name, typedUpon, now)),
  ]
  return { inForm, toPut, conflicts }
}

/** What the server wrote otherwise than it was sent, as it does with web addresses, and nobody has typed in since. */
export function rewrittenByServer(sent: Values, saved: Values, typedSince: readonly string[]): string[] {
  return Object.keys(sent).filter((name) => isSimple(saved[name]) && isSimple(sent[name]) && differs(name, sent, saved) && !typedSince.includes(name))
}
