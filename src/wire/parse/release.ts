import { parseHouseDate } from './date'
import { fold, quote, tidy } from './text'

/** What a line above the body says about when the story may go out. */
export type Release = { readonly embargoUntil?: string; readonly holdBack?: string }

/** A longer line is a paragraph. */
const MAX_LENGTH = 200

/** How lines begin that keep a story back, folded, without the marks around them. */
const OPENINGS = [
  /^(?:strictly |strict |under |press )?embargo(?:ed)?(?: *[:|-]|$| (?:until|till|til|to|for|date|time|\d))/,
  /^not (?:for|to be) (?:publication|published|release|released|use|used|broadcast|distribution|distributed|transmission)/,
  /^no publication before/,
  /^(?:hold|held) (?:for|until|till) (?:release|publication|orders|approval|further notice|.{0,60}\d)/,
  /^(?:do not|don't) (?:publish|release|broadcast|distribute|print|use)(?: (?:before|until|till|yet|without)|[^\p{L}\p{N}]{0,5}$)/u,
  /^for (?:release|publication) (?:on|at|after|from|not before|\d)/,
  /^(?:draft|confidential|internal|on hold|hold|legal hold|not approved|not yet approved|advance)[^\p{L}\p{N}]{0,5}$/u,
  /^(?:sperrfrist|sendesperrfrist|gesperrt bis|sous embargo|embargado|bajo embargo|эмбарго|не для публикации|엠바고|禁运至|解禁)/,
]

/** Zones that an embargo may name, in minutes. */
const ZONES: ReadonlyMap<string, number> = new Map(Object.entries({ gmt: 0, utc: 0, z: 0, bst: 60, cet: 60, cest: 120, est: -300, edt: -240, pst: -480, pdt: -420, kst: 540, jst: 540, msk: 180 }))

/** A moment without a zone may be this much later than it reads. */
const DOUBT_MS = 14 * 3_600_000

/**
 * Reads a line such as "EMBARGOED UNTIL 18 October 2023, 09:00 GMT"; undefined for any other line. A moment that is whole
 * becomes the embargo. One without a zone or an hour holds the story back until it is surely past, and a line without any
 * holds it back for good.
 */
export function readRelease(line: string, now: Date): Release | undefined {
  if (line.length > MAX_LENGTH) return undefined
  const folded = tidy(fold(line).replace(/[*#=<>[\](){}"'!_~]/g, ' '))
  const start = folded.startsWith('- ') ? folded.slice(2) : folded
  if (!OPENINGS.some((opening) => opening.test(start))) return undefined
  const found = momentIn(start)
  if (!found) return { holdBack: `it says ${quote(line)}, and no date can be read from that.` }
  const { date, isExact } = found
  const embargoUntil = date.toISOString()
  if (isExact || date.getTime() + DOUBT_MS < now.getTime()) return { embargoUntil }
  return { embargoUntil, holdBack: `it says ${quote(line)}, which leaves the hour or its time zone open.` }
}

function momentIn(text: string): { date: Date; isExact: boolean } | undefined {
  const time = /(\d{1,2})(?:[:.](\d\d)(?:[:.]\d\d)?)? ?(am|pm)?(?: ?hrs| ?hours| ?uhr)? ?(gmt|utc|bst|cet|cest|est|edt|pst|pdt|kst|jst|msk|z)?(?=[^\p{L}\p{N}]|$)/gu
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
  const words = text.split(/[ ,;|:]/).filter((word) => word !== '')
  for (let from = 0; from < words.length; from += 1) {
    for (const count of [3, 1]) {
      const date = parseHouseDate(words.slice(from, from + count).join(' '))
      if (date.ok) return date.date
    }
  }
  return undefined
}
