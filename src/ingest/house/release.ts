import { parseHouseDate } from './date'
import { KILLS, BARE_KILLS, RETRACTION, NOTICES, OPENINGS, NOTE_NOTICES, NOTE_OPENINGS, NO_EMBARGO, BARE, LEADS, ADDRESSES, LABELS, DENIED, EMBARGO, HELD, UNTIL_THEN } from './notices'
import { asLatin, fold, quote, tidy } from './text'

/** What a line above the body says about when the story may go out. */
export type Release = { readonly embargoUntil?: string; readonly liftsEmbargo?: true; readonly holdBack?: string; readonly takesBack?: 'withdraws' | 'holds' }

/** A longer line is a paragraph. */
const MAX_LENGTH = 200

/** Words of a date and a time, beside the figures. */
const MOMENT_WORDS = new Set('am pm h hrs hours uhr noon midnight at on mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december gmt utc bst cet cest est edt pst pdt kst jst msk z'.split(' '))

/** Zones that an embargo may name, in minutes. */
const ZONES: ReadonlyMap<string, number> = new Map(Object.entries({ gmt: 0, utc: 0, z: 0, bst: 60, cet: 60, cest: 120, est: -300, edt: -240, pst: -480, pdt: -420, kst: 540, jst: 540, msk: 180, мск: 180 }))

/** A moment without a zone may be this much later than it reads. */
const DOUBT_MS = 14 * 3_600_000

/**
 * Reads a line such as "EMBARGOED UNTIL 18 October 2023, 09:00 GMT"; undefined for any other line. A moment that is whole
 * becomes the embargo. One without a zone or an hour holds the story back until it is surely past, and a line without any
 * holds it back for good.
 */
export function readRelease(line: string, now: Date): Release | undefined {
  if (line.length > MAX_LENGTH) return undefined
  const texts = readings(line)
  if (texts.some((text) => isNoEmbargo(text))) return { liftsEmbargo: true }
  if (!texts.some(opensAsNotice)) return undefined
  const takesBack = opensAsBareKill(line) ? 'withdraws' : opensAsKill(line) || texts.some((text) => /kill/.test(text)) ? 'holds' : undefined
  return { ...releaseOf(texts[0] ?? '', line, now), ...(takesBack === undefined ? {} : { takesBack }) }
}

/** Whether what a source says of its embargo is that there is none, in the words that a line "EMBARGO: NONE" may have. */
export function saysNoEmbargo(words: string): boolean {
  return words.length <= MAX_LENGTH && isNoEmbargo(plain(`embargo: ${words}`))
}

/** Reads a line of a note to editors or of terms of use: what keeps the story back may stand anywhere in it. */
export function readNote(line: string, now: Date): Release | undefined {
  if (line.length > MAX_LENGTH) return undefined
  for (const text of readings(line)) {
    const notice = noticeIn(text)
    if (notice !== undefined) return releaseOf(notice, line, now)
  }
  return undefined
}

/** Whether a line that keeps its story back takes it back, too: it is about a kill, or a hold without an end. An embargo is none. */
export function holdsWithoutEnd(line: string): boolean {
  return line.length <= MAX_LENGTH && readings(line).some((text) => /kill|withdraw|retract/.test(text) || (HELD.test(text) && !UNTIL_THEN.test(text)))
}

/** Whether a line begins with an embargo, and says nothing of a kill: it takes back nothing that went out before. */
export function opensAsEmbargo(line: string): boolean {
  return readings(line.slice(0, MAX_LENGTH)).some((text) => opensWith(text, [EMBARGO], [EMBARGO]) && !/kill|withdraw|retract/.test(text))
}

/** Whether a line kills a story that went out before: it begins with such a notice, or with words that lead up to one. */
export function opensAsKill(line: string): boolean {
  return line.length <= MAX_LENGTH && readings(line).some((text) => opensWith(text, KILLS, KILLS))
}

/** Whether a headline kills its story in words that are no prose, as "Kill notice served on farmers" is. */
export function opensAsBareKill(line: string): boolean {
  const kills = /(?<!\p{L})RETRACTION(?!\p{L})/u.test(asLatin(withoutUnseen(line.slice(0, MAX_LENGTH)).normalize('NFKC'))) ? [...BARE_KILLS, RETRACTION] : BARE_KILLS
  return line.length <= MAX_LENGTH && readings(line).some((text) => opensWith(text, kills, kills))
}

/** A note from its first notice on. */
function noticeIn(text: string): string | undefined {
  let before = ''
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const rest = text.slice(index)
    const opensClause = index === 0 || /[.:;|,/-] ?$/.test(text.slice(Math.max(index - 2, 0), index))
    if (!DENIED.has(before) && !NO_EMBARGO.test(rest) && (opensClause ? NOTE_OPENINGS : NOTE_NOTICES).some((notice) => notice.test(rest))) return rest
    before = word
  }
  return undefined
}

/** Why a line holds the story back that begins with a label in capitals, such as "HOLD -" or "[DRAFT]". */
export function namesHold(line: string): string | undefined {
  const seen = asLatin(withoutUnseen(line.slice(0, MAX_LENGTH)).normalize('NFKC'))
  const bracketed = /^[^\p{L}\p{N}]{0,20}\[([a-z ]{2,25})\]/iu.exec(seen)?.[1]?.trim().toUpperCase()
  const [whole = '', label = ''] = /^[^\p{L}\p{N}]*([A-Z]+(?: [A-Z]+){0,3})/u.exec(seen) ?? []
  const rest = fold(seen.slice(whole.length)).replace(/^ v?\d{1,2}(?= ?[:|/-])/, '')
  return LABELS.has(bracketed ?? '') || (LABELS.has(label) && /^(?: ?[:|/]| +-|-[ -]|[\])}>»*_])/.test(rest)) ? `it says ${quote(line)}.` : undefined
}

/** The line in its plain form, and with letters of other scripts for the Latin ones they look like. */
function readings(line: string): string[] {
  const latin = asLatin(line)
  return latin === line ? [plain(line)] : [plain(line), plain(latin)]
}

/** Whether all that the line says is that there is no embargo. */
function isNoEmbargo(text: string): boolean {
  const end = NO_EMBARGO.exec(text)?.[0].length
  return end !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(end))
}

/** Whether a notice is at the start, or behind a date, a number in a list, a label or words that lead up to it. */
function opensAsNotice(text: string): boolean {
  if (opensWith(text, OPENINGS, NOTICES)) return true
  const [label] = /^[^:|]{1,40}?(?: ?[:|] ?| - )/.exec(text) ?? []
  const said = label === undefined ? '' : text.slice(label.length)
  return /^(?:embargo|not |sperrfrist)/.test(said) && !BARE.test(said) && NOTICES.some((notice) => notice.test(said))
}

function opensWith(text: string, openings: readonly RegExp[], notices: readonly RegExp[]): boolean {
  const isOpening = (rest: string) => openings.some((opening) => opening.test(rest))
  if (isOpening(text)) return true
  let [moments, leads, isAddressed] = [0, 0, false]
  for (const { 0: word, index } of text.matchAll(/[^ ,;|:./-]+/g)) {
    const rest = text.slice(index)
    const isMarked = /[:;|./-] ?$/.test(text.slice(Math.max(index - 2, 0), index))
    const isCounted = moments > 1 || (moments === 1 && isMarked && /^\d{1,2}[ .:-]/.test(text))
    const isLed = leads > 0 || (moments > 0 && /^\d{1,2} /.test(text))
    if (leads > 0 && isMarked ? isOpening(rest) : (isCounted || (isLed && !BARE.test(rest))) && notices.some((notice) => notice.test(rest))) return true
    if (notices === NOTICES && isAddressed && isMarked && noticeIn(rest) !== undefined) return true
    isAddressed ||= ADDRESSES.has(word)
    if (isMomentWord(word)) moments += 1
    else if (LEADS.has(word)) leads += 1
    else break
  }
  return false
}

function releaseOf(text: string, line: string, now: Date): Release {
  const found = momentIn(text)
  if (!found) return { holdBack: `it says ${quote(line)}, and no date can be read from that.` }
  const { date, isExact } = found
  const embargoUntil = date.toISOString()
  if (isExact || date.getTime() + DOUBT_MS < now.getTime()) return { embargoUntil }
  return { embargoUntil, holdBack: `it says ${quote(line)}, which leaves the hour or its time zone open.` }
}

/**
 * Why a line above the body holds the story back that says nothing of release in words that are known: it names a day to come,
 * as an embargo does in any language.
 */
export function namesDayAhead(line: string, now: Date): string | undefined {
  if (line.length > MAX_LENGTH || !/[12]\d\d\d/.test(fold(line))) return undefined
  const text = plain(line).replace(/(\d{4}-\d\d-\d\d)t(?=\d)/g, '$1 ')
  const [, first, second, year] = /(?:^|[^\d])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(text) ?? []
  const days = year === undefined ? [dayIn(text)] : [`${year}-${second}-${first}`, `${year}-${first}-${second}`].map(dayIn)
  const isAhead = days.some((day) => day !== undefined && Date.parse(`${day}T24:00:00.000Z`) > now.getTime())
  return isAhead ? `it says ${quote(line)}, which names a day to come.` : undefined
}

/** Nothing that is unseen, no sign before the first word, and every letter in its plain form. */
function plain(line: string): string {
  const seen = withoutUnseen(line).normalize('NFKC').replace(/[⁄∕]/g, '/')
  const words = fold(seen).toLowerCase().replace(/:[a-z][\w+-]{1,40}:/g, ' ').replace(/[*#=<>[\](){}"'’!_~]/g, ' ')
  return joinLetters(tidy(words).replace(/^[^\p{L}\p{N}]+/u, ''))
}

/** The text without soft hyphens, joiners, zero-width blanks and the like. */
export function withoutUnseen(text: string): string {
  return text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
}

/** A word that is set letter by letter at the start ("E M B A R G O"), as one word. */
function joinLetters(text: string): string {
  const words = text.split(/[ .-]/)
  const end = words.findIndex((word) => !/^\p{L}$/u.test(word))
  const count = end < 0 ? words.length : end
  return count < 4 ? text : tidy([words.slice(0, count).join(''), ...words.slice(count)].join(' '))
}

export function isMomentWord(word: string): boolean {
  return /^\d{1,4}(?:st|nd|rd|th|am|pm|h|z|t\d\d)?$/.test(word) || MOMENT_WORDS.has(word)
}

function momentIn(text: string): { date: Date; isExact: boolean } | undefined {
  const time = /(\d{1,2})(?:[:.](\d\d)(?:[:.]\d\d)?)? ?(am|pm)?(?: ?hrs| ?hours| ?uhr)? ?(gmt|utc|bst|cet|cest|est|edt|pst|pdt|kst|jst|msk|мск|z)?(?=[^\p{L}\p{N}]|$)/gu
  const clock = [...text.matchAll(time)].find(([, , minute, half]) => minute !== undefined || half !== undefined)
  const rest = clock ? `${text.slice(0, clock.index)} ${text.slice(clock.index + clock[0].length)}` : text
  const day = dayIn(rest.replace(/(\d)t(?= |$)/g, '$1'))
  if (day === undefined) return undefined
  const [, hour = '0', minute = '0', half, zone] = clock ?? []
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (half === 'pm' ? 12 : 0)
  const offset = ZONES.get(zone ?? '')
  const date = new Date(Date.parse(`${day}T00:00:00.000Z`) + (hours * 60 + Number(minute) - (offset ?? 0)) * 60_000)
  return { date, isExact: clock !== undefined && offset !== undefined }
}

/** The day among the words: the run of three parts that is one. */
function dayIn(text: string): string | undefined {
  const parted = text.replace(/([\p{L}\p{M}])(?=\d{4})/gu, '$1 ').replace(/(\d ?[日号號일])(?=\p{L})/gu, '$1 ')
  const words = parted.split(/[ ,;|:]/).filter((word) => word !== '')
  for (let from = 0; from < words.length; from += 1) {
    for (const count of [5, 4, 3, 1]) {
      const date = parseHouseDate(words.slice(from, from + count).join(' '))
      if (date.ok) return date.date
    }
  }
  return undefined
}
