import { parseHouseDate } from './date'
import { fold, quote, tidy } from './text'

/** What a line above the body says about when the story may go out. */
export type Release = { readonly embargoUntil?: string; readonly holdBack?: string }

/** A longer line is a paragraph. */
const MAX_LENGTH = 200

/** A day that a line may name. */
const WHEN = '(?:\\d|(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d)'

/** How lines begin that keep a story back, folded, without the marks around them. */
const OPENINGS = [
  /^(?:strictly |strict |under |press )?embargo(?:ed)?(?: *[:|-]|$| (?:until|till|til|to|for|date|time|hasta|\d))/,
  /^not (?:for|to be) (?:publication|published|release|released|use|used|broadcast|distribution|distributed|transmission)/,
  /^no publication before/,
  /^(?:hold|held) (?:for|until|till) (?:release|publication|orders|approval|further notice|.{0,60}\d)/,
  /^(?:do not|don't) (?:publish|release|broadcast|distribute|print|use)(?: (?:before|until|till|yet|without)|[^\p{L}\p{N}]{0,5}$)/u,
  new RegExp(`^(?:advance )?for (?:release|publication|use|broadcast) (?:on|at|after|from|until|not before|only|${WHEN})`),
  new RegExp(`^release(?: date| time)?(?: *[:|]| (?:at|not before|on ${WHEN}|after ${WHEN}|from ${WHEN}|${WHEN}))`),
  /^(?:draft|confidential|internal|on hold|hold|legal hold|not approved|not yet approved|advance)[^\p{L}\p{N}]{0,5}$/u,
  /^(?:sperrfrist|sendesperrfrist|gesperrt bis|sous embargo|bajo embargo|no publicar (?:antes|hasta)|не для публикации|не публиковать|엠바고|보도 ?금지|보도 ?유예|공개 ?금지|禁运至|禁发|禁止(?:发布|发表|刊发|刊登|报道)|不得(?:发布|发表|刊发)|保密至)/,
  /^embargad[oa](?: *[:|-]|$| (?:hasta|para|\d))/,
  /^эмбарго(?: *[:|-]|$| (?:до|по|на публикацию|\d))/,
  /^解禁(?:时间|日期|时刻|至|于| *[:|-]|$| ?\d)/,
  /^(?:حظر|محظور|ممنوع|يحظر|يمنع) (?:النشر|نشره)(?: *[:|-]|$| (?:حتى|قبل|إلى|الى|لغاية)| ?\d)/,
  /^(?:لا ينشر|ليس للنشر|غير مخصص للنشر)/,
]

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
  const folded = plain(line)
  const start = folded.startsWith('- ') ? folded.slice(2) : folded
  if (!OPENINGS.some((opening) => opening.test(start))) return undefined
  const found = momentIn(start)
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

function plain(line: string): string {
  return tidy(fold(line).toLowerCase().replace(/[*#=<>[\](){}"'!_~]/g, ' '))
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
