import { inTimeZone, newsroomTimeZone } from '../../text/dateText'
import { fold, mayBeThai, parseHouseDate, thaiYear } from '../house'

/** A moment as ISO 8601 in UTC, with a note when the source left its zone out, or why the text is none. */
export type WireDate =
  | { readonly ok: true; readonly iso: string; readonly note?: string }
  | { readonly ok: false; readonly message: string }

/** RFC 3339, with the freedoms of ISO 8601 that WordPress, Hugo and Jekyll take: a blank for `T`, no seconds, no zone. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ] ?(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/

/** RFC 822 as RFC 2822 widened it: the day's name and the seconds may be missing, the year may have two figures. */
const RFC_822 =
  /^(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? *)?(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4}|\d\d) +(\d{1,2}):(\d\d)(?::(\d\d))? *([a-z]{1,5}|[+-]\d\d:?\d\d)?(?:\([a-z ]{1,40}\))?$/i

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const DAYS = 'sun mon tue wed thu fri sat'.split(' ')

/** RFC 822, section 5.1, and the abbreviations of European zones that mean one thing only; in minutes. */
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 60, cet: 60, cest: 120, eet: 120, eest: 180,
    est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
  }),
)

/** WordPress writes this for "no date". */
export const NO_DATE = /^0000-00-00(?: 00:00:00)?$/

const MAX_LENGTH = 60
const HOW = 'write it as 2023-10-18T09:00:00Z'

/**
 * Reads a moment as feeds, ninjs, WordPress and front matter write it (RFC 3339, RFC 822, `2023-10-18 09:00:00`), or a
 * day in one of the house's spellings. A date without a zone is in `timeZone`, and the note says so. What could be two
 * days (`03/04/2023`), or none (`2023-02-30`), is refused.
 */
export function parseWireDate(source: string, timeZone: string = newsroomTimeZone()): WireDate {
  const text = source.trim().replace(/[\u0660-\u0669\u06f0-\u06f9]/g, fold)
  if (text.length > MAX_LENGTH) return refuse(`"${text.slice(0, MAX_LENGTH)}…" is too long for a date; ${HOW}.`)
  const iso = ISO.exec(text)
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone] = iso
    return moment(text, [year, month, day, hour, minute, second].map(Number), { fraction: milliseconds(fraction), timeZone, zone })
  }
  const mail = RFC_822.exec(text.replaceAll(' (', '('))
  if (mail) return fromMail(text, mail, timeZone)
  const day = parseHouseDate(text)
  return day.ok ? { ok: true, iso: inTimeZone(new Date(`${day.date}T00:00:00.000Z`), timeZone).toISOString(), note: noZone(text, timeZone) } : refuse(day.reason)
}

function fromMail(text: string, match: RegExpExecArray, timeZone: string): WireDate {
  const [, dayName, day, monthName = '', year = '', hour, minute, second = '0', zone] = match
  const month = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1
  if (month === 0) return refuse(`"${text}" has no month "${monthName}"; ${HOW}.`)
  const parts = [fullYear(year), month, Number(day), Number(hour), Number(minute), Number(second)]
  const read = moment(text, parts, { fraction: 0, timeZone, zone })
  if (!read.ok || dayName === undefined) return read
  const [y = 0, m = 1, d = 1] = parts
  const weekday = DAYS[new Date(Date.UTC(y, m - 1, d)).getUTCDay()]
  if (weekday === dayName.toLowerCase()) return read
  return { ...read, note: `"${text}" names the wrong day of the week; the date was taken.` }
}

/** RFC 2822, section 4.3. */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year)
  return Number(year) + (Number(year) < 50 ? 2000 : 1900)
}

type Rest = { fraction: number; timeZone: string; zone: string | undefined }

function moment(text: string, parts: readonly number[], { fraction, timeZone, zone }: Rest): WireDate {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const offset = zone === undefined ? 0 : offsetOf(zone)
  if (offset === undefined) return refuse(`"${text}" has a time zone that is not known or means several; ${HOW}.`)
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, fraction))
  if (mayBeThai(year)) return refuse(thaiYear(year))
  const midnight = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1000 && midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day && isTime(hour, minute, second)
  if (!exists) return refuse(`"${text}" is not a moment that ever was; ${HOW}.`)
  if (zone === undefined) return { ok: true, iso: inTimeZone(date, timeZone).toISOString(), note: noZone(text, timeZone) }
  return { ok: true, iso: new Date(date.getTime() - offset * 60_000).toISOString() }
}

/** ISO 8601 has 24:00:00 for the end of a day, and 23:59:60 for a leap second: both are the next moment there is. */
function isTime(hour: number, minute: number, second: number): boolean {
  if (hour === 24) return minute === 0 && second === 0
  return hour < 24 && minute < 60 && (second < 60 || (second === 60 && minute === 59))
}

function offsetOf(zone: string): number | undefined {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (!match) return ZONES.get(zone.toLowerCase())
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 15 || minutes > 59) return undefined
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes)
}

function milliseconds(fraction: string): number {
  return Math.floor(Number(`0.${fraction}`) * 1000)
}

function noZone(text: string, timeZone: string): string {
  return `"${text}" has no time zone; it was read as ${timeZone}.`
}

function refuse(message: string): WireDate {
  return { ok: false, message }
}
