import { killInHeadline, holdsWithoutEnd, namesHold, opensAsKill, readNote, readRelease, withoutUnseen } from '../house'
import type { Kill } from '../house'
import { htmlToText } from '../lexical'
import { looksLikeSlug } from './values'

/** A longer line is a paragraph. */
const MAX_LENGTH = 200

/** Whether one of the first lines of a note to editors is a notice that kills the story. */
export function isKilledByNote(words: string): boolean {
  return firstLines(words).some(opensAsKill)
}

/** Whether a headline is a notice that kills the story, or has a label in front that does. */
export function killOfHeadline(headline: string): Kill | undefined {
  const kills = firstLines(headline).map(killInHeadline)
  return kills.find((kill) => kill === 'certain') ?? kills.find((kill) => kill !== undefined)
}

/** So much of a text is looked at, and so many of its lines. */
const MAX_WORDS = 4_000
const MAX_LINES = 10

/**
 * Why words of the source hold the story back, as a sentence: one of their first lines opens as an embargo or a notice "not
 * for publication" does, or, in a note, has one anywhere.
 */
export function whyHeldByWords(words: string, now: Date, isNote = false): string | undefined {
  for (const line of firstLines(words)) {
    const reason = whyHeldByLine(line, now, isNote)
    if (reason !== undefined) return reason
  }
  return undefined
}

function whyHeldByLine(line: string, now: Date, isNote: boolean): string | undefined {
  const release = (isNote ? readNote : readRelease)(line, now)
  if (release?.holdBack !== undefined) return release.holdBack
  if (release?.embargoUntil !== undefined && new Date(release.embargoUntil) > now) return `it says "${line}".`
  return namesHold(line)
}

/** Whether words that hold the story back take it back, too: one of those lines is about a kill, or a hold without an end. */
export function holdsByWords(words: string, now: Date, isNote = false): boolean {
  return firstLines(words).some((line) => whyHeldByLine(line, now, isNote) !== undefined && holdsWithoutEnd(line))
}

/** What desks put before a slugline to hold its story back, in capitals. */
const SLUGLINE_LABEL = /^[^\p{L}\p{N}]*(?:EMBARGO(?:ED)?|HOLD|HFR|KILL|NFP|WITHHOLD|WITHHELD)(?![\p{L}\p{N}])/u

/** Why a slugline holds the story back, as a sentence. One that is written as a slug, in several words, is what the story is about. */
export function whyHeldBySlugline(slugline: string, now: Date): string | undefined {
  if (looksLikeSlug(slugline) && slugline.includes('-')) return undefined
  return SLUGLINE_LABEL.test(slugline) ? `it says "${slugline.slice(0, 60)}".` : whyHeldByWords(slugline, now)
}

/** The first lines, as they are seen and without tags, each up to the length of a notice. */
function firstLines(words: string): string[] {
  const head = withoutUnseen(words.slice(0, MAX_WORDS))
  const text = /<[a-z/]|&[#a-z]/i.test(head) ? withoutUnseen(htmlToText(head)) : head
  const lines = text.split(/[\n\r\v\f\u0085\u2028\u2029]/).map((line) => line.trim())
  return lines.filter((line) => line !== '').slice(0, MAX_LINES).map((line) => line.slice(0, MAX_LENGTH))
}
