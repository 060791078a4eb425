import { currentOptions } from '../options/current'

/** A day, or a day with a time, as RFC 3339 and ISO 8601 write them; seconds and an offset may be missing. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i

/** Whether a text is a date that the calendar has, in a year of four digits: `2026-02-30` is none. */
export function isDateText(text: string): boolean {
  return readDate(text, 'UTC') !== undefined
}

/**
 * Reads a date that a person or a program wrote. A date without an offset is in the newsroom's time zone
 * (an option of the newsroom), not in the server's; a day without a time begins at midnight there.
 *
 * @returns undefined for what is no date, or one that the calendar does not have
 */
export function readDate(text: string, timeZone: string = newsroomTimeZone()): Date | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = DATE.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const wall = new Date(0)
  wall.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (wall.getUTCMonth() !== Number(month) - 1 || wall.getUTCDate() !== Number(day)) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  wall.setUTCHours(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, '0').slice(0, 3)))
  const offset = zone === undefined ? undefined : minutesOf(zone)
  if (offset !== undefined) return Math.abs(offset) < 24 * 60 ? new Date(wall.getTime() - offset * 60_000) : undefined
  return inTimeZone(wall, timeZone)
}

/** The newsroom's time zone, as an IANA name. */
export function newsroomTimeZone(): string {
  return currentOptions().timeZone
}

/** Whether this is the IANA name of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

function minutesOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

/** The moment at which clocks in a zone show this; where they are put forward past it, as if they had not been yet. */
export function inTimeZone(wall: Date, timeZone: string): Date {
  const guess = wall.getTime() - offsetAt(wall.getTime(), timeZone)
  const moment = wall.getTime() - offsetAt(guess, timeZone)
  return new Date(offsetAt(moment, timeZone) === offsetAt(guess, timeZone) ? moment : Math.max(guess, moment))
}

/** What clocks in a zone show at a moment: `2026-05-04T09:30:00.000`. */
export function wallClock(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, -1)
}

/** How far clocks in a zone are ahead of UTC, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(moment)
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((type) => Number(parts.find((part) => part.type === type)?.value))
  const wall = new Date(0)
  wall.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day)
  wall.setUTCHours(hour ?? 0, minute, second)
  return wall.getTime() - Math.floor(moment / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
  formats.set(timeZone, made)
  return made
}
