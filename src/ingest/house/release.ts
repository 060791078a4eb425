import { parseHouseDate } from './date'
import { fold, quote, tidy } from './text'

/** What a line above the body says about when the story may go out. */
export type Release = { readonly embargoUntil?: string; readonly holdBack?: string }

/** A longer line is a paragraph. */
const MAX_LENGTH = 200

/** A day that a line may name. */
const WHEN = '(?:\\d|(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d)'

/** What keeps a story back where a line or a clause of a note begins with it, whatever follows. */
const NOTICES = [
  /^(?:(?:strictly|strict|under|press|news|media) )?embargo(?:ed)?(?: *[:|-]|[^\p{L}\p{N}]{0,5}$|[ .,;?]{1,3}(?:until|till|til|to|for|date|time|hasta|\d|do not|don t|not (?:for|to)|no publication|ask|call|check|contact|desk|hold))/u,
  /^embargoed (?:copy|material)(?: *[:|-]|[^\p{L}\p{N}]{0,5}$)/u,
  /^not (?:for|to be) (?:publication|published|release|released|use|used|broadcast|distribution|distributed|transmission)/,
  /^no publication before/,
  /^(?:do not|don t) (?:publish|release|broadcast|distribute|print|use)(?: (?:before|until|till|yet|without)|[^\p{L}\p{N}]{0,5}$)/u,
  /^(?:do not|don t) publish(?: *[:|.,;?-]| (?:this|it|embargo|press embargo))/,
  /^(?:embargo(?:ed)?(?:until|till|donot|notfor)|notfor(?:publication|release)|donot(?:publish|release|use))/,
  /^(?:sperrfrist|sendesperrfrist|gesperrt bis|nicht (?:zur ver(?:ö|oe|o)ffentlichung|ver(?:ö|oe|o)ffentlichen)|nicht f(?:ü|ue|u)r die ver(?:ö|oe|o)ffentlichung)/,
  /^(?:sous embargo|ne pas (?:publier|diffuser)|pas pour publication|bajo embargo|no publicar|no difundir|n[ãa]o (?:publicar|divulgar)|sob embargo|non pubblicare|sotto embargo|niet voor publicatie|onder embargo|nie publikować)/,
  /^(?:не для публикации|не публиковать|엠바고|보도 ?금지|보도 ?유예|공개 ?금지|禁[运運]至|禁[发發]|禁止(?:[发發][布佈表]|刊[发發登]|[报報][道導])|不得[发發][布佈表]|保密至)/,
  /^embargad[oa](?: *[:|-]|$| (?:hasta|para|até|\d))/,
  /^эмбарго(?: *[:|-]|$| (?:до|по|на публикацию|\d))/,
  /^解禁(?:[时時][间間]|日期|[时時]刻|至|[于於]| *[:|-]|$| ?\d)/,
  /^(?:حظر|محظور|ممنوع|يحظر|يمنع) (?:من )?(?:النشر|نشره)(?: *[:|-]|$| (?:حتى|قبل|إلى|الى|لغاية)| ?\d)/,
  /^(?:لا ينشر|ليس للنشر|غير مخصص للنشر)/,
]

/** What keeps a story back where a whole line begins with it. */
const OPENINGS = [
  ...NOTICES,
  /^(?:hold|held) (?:for|until|till) (?:release|publication|orders|approval|further notice|.{0,60}\d)/,
  new RegExp(`^(?:advance )?for (?:release|publication|use|broadcast)(?: ?:(?! ?(?:immediate|now))| (?:on|at|after|from|until|not before|only|${WHEN}))`),
  new RegExp(`^release(?: date| time)?(?: *[:|]| (?:at|not before|on ${WHEN}|after ${WHEN}|from ${WHEN}|${WHEN}))`),
  /^(?:draft|confidential|internal|on hold|hold|legal hold|not approved|not yet approved|advance)[^\p{L}\p{N}]{0,5}$/u,
]

/** Words before a notice that turn it round. */
const DENIED = new Set('no not without longer'.split(' '))

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
  const text = plain(line)
  const isNotice = OPENINGS.some((opening) => opening.test(text)) || NOTICES.some((notice) => notice.test(withoutMoment(text)))
  return isNotice ? releaseOf(text, line, now) : undefined
}

/** Reads a line of a note to editors or of terms of use: what keeps the story back may stand anywhere in it. */
export function readNote(line: string, now: Date): Release | undefined {
  if (line.length > MAX_LENGTH) return undefined
  const text = plain(line)
  let before = ''
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const rest = text.slice(index)
    const opensClause = index === 0 || /[.:;|,-] ?$/.test(text.slice(Math.max(index - 2, 0), index))
    if (!DENIED.has(before) && (opensClause ? OPENINGS : NOTICES).some((notice) => notice.test(rest))) return releaseOf(rest, line, now)
    before = word
  }
  return undefined
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
  const seen = withoutUnseen(line).normalize('NFKC')
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

/** What follows a date or a time at the start; a lone number or name is none. */
function withoutMoment(text: string): string {
  let count = 0
  for (const { 0: word, index } of text.matchAll(/[^ ,;|:./-]+/g)) {
    if (!/^\d{1,4}(?:st|nd|rd|th|am|pm|h|z|t\d\d)?$/.test(word) && !MOMENT_WORDS.has(word)) return count > 1 ? text.slice(index) : ''
    count += 1
  }
  return ''
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
