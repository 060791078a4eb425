import { MONTH_NUMBERS, WEEKDAY_NAMES, WEEKDAY_NUMBERS, hasMarks, isFiller, withoutMarks } from './dateWords'
import { fold, quote } from './text'

/** A calendar day as `YYYY-MM-DD`, or why the text is none: `offset` is where in the text the trouble begins. */
export type HouseDate =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly reason: string; readonly offset?: number }

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const

/** No spelling of a date is longer; a longer text is refused unread. */
const MAX_DATE_LENGTH = 60
const HOW = 'write "18 October 2023" or "2023-10-18"'

type Token = { readonly offset: number; readonly text: string } & (
  | { readonly kind: 'month' | 'number' | 'weekday'; readonly value: number }
  | { readonly kind: 'other' }
)

/** The years of the Thai calendar that mean a year of our time. */
const THAI_YEARS = { ahead: 543, from: 2443, to: 2643 } as const

/**
 * Reads a day in one of the house's spellings: `18 October 2023`, `October 18, 2023`, `October,18,2023`,
 * `Oct. 18, 2023`, `2023-10-18`. A month in letters makes day and year plain in any of the orders day-month-year,
 * month-day-year and year-month-day; in figures alone only year-month-day is read, since `03/04/2023` means two days
 * to two readers. The year has four digits, and the day must exist (ISO 8601, proleptic Gregorian calendar). Months may
 * be in any language of the admin UI; `2023年10月18日` is read, too. A day of the week must be the right one.
 */
export function parseHouseDate(text: string): HouseDate {
  if (text.trim() === '') return refuse(`The date is missing; ${HOW}.`)
  if (text.trim().length > MAX_DATE_LENGTH) return refuse(`${quote(text)} is too long for a date; ${HOW}.`)
  const all = tokenize(text)
  const stray = all.find((token) => token.kind === 'other')
  if (stray) return refuse(`${quote(stray.text)} has no place in a date; ${HOW}.`, stray.offset)
  const date = readParts(text, all.filter(({ kind }) => kind !== 'weekday'))
  const named = all.find(({ kind }) => kind === 'weekday')
  return date.ok && named ? checkWeekday(date, named) : date
}

function checkWeekday(date: HouseDate & { ok: true }, named: Token): HouseDate {
  const weekday = new Date(`${date.date}T00:00:00Z`).getUTCDay()
  if (weekday === valueOf(named)) return date
  return refuse(`${date.date} is a ${WEEKDAY_NAMES[weekday] ?? ''}, not a ${quote(named.text)}; correct one of them.`, named.offset)
}

function readParts(text: string, tokens: readonly Token[]): HouseDate {
  const [first, second, third, extra] = tokens
  if (extra) return refuse(`${quote(extra.text)} is one part too many for a date; ${HOW}.`, extra.offset)
  if (!first || !second || !third) return refuse(`${quote(text)} is not a whole date; ${HOW}.`, first?.offset)
  const order = tokens.map(letterOf).join('')
  switch (order) {
    case 'nMy':
      return day(third, second, first)
    case 'Mny':
      return day(third, first, second)
    case 'yMn':
    case 'ynn':
      return day(first, second, third)
    case 'nny':
      return refuse(figuresOnly(text, first, second, third), first.offset)
    case 'nMn':
    case 'Mnn':
      return refuse(`The year in ${quote(text)} needs four digits; ${HOW}.`, third.offset)
    default:
      return refuse(`${quote(text)} is not a date the desk reads; ${HOW}.`, first.offset)
  }
}

/**
 * What the end of a line may be, when it is no date: `date` was meant as one (three figures with a year or with slashes
 * or dots, or a month beside a figure), `part` could be the tail of one, `prose` cannot.
 */
export function dateMeant(text: string): 'date' | 'part' | 'prose' {
  if (text.length > MAX_DATE_LENGTH || !/^[\p{N}\p{L}]/u.test(text)) return 'prose'
  const tokens = tokenize(text)
  if (tokens.some((token) => token.kind === 'other')) return 'prose'
  const parts = tokens.filter(({ kind }) => kind !== 'weekday')
  const order = parts.map(letterOf).join('')
  if (order.includes('M')) return order.length >= 2 ? 'date' : 'part'
  if (hasMarks(fold(text)) && order.length >= 2) return 'date'
  return order.length === 3 && (order.includes('y') || /[/.]/.test(text)) ? 'date' : 'part'
}

/** Whether a word is the name of a month or of a day of the week. */
export function isDatePart(word: string): boolean {
  const name = word.toLowerCase()
  return MONTH_NUMBERS.has(name) || WEEKDAY_NUMBERS.has(name)
}

/** A figure, a month of two words, or a word. */
const TOKEN = /(\d{1,60})(st|nd|rd|th|er)?(?![\p{L}\d])|(?:تشرين|كانون) (?:الثاني|الأول|الاول)|[^\s\d,./-]{1,60}|\d{1,60}/gu

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of withoutMarks(fold(text)).matchAll(TOKEN)) {
    const printed = text.slice(match.index, match.index + match[0].length)
    const word = match[0].toLowerCase().replace(/^\(|\)$/g, '')
    const month = MONTH_NUMBERS.get(word)
    const weekday = WEEKDAY_NUMBERS.get(word)
    if (isFiller(word)) continue
    if (match[1] !== undefined) tokens.push({ kind: 'number', value: Number(match[1]), offset: match.index, text: match[1] })
    else if (weekday !== undefined) tokens.push({ kind: 'weekday', value: weekday, offset: match.index, text: printed })
    else if (month !== undefined) tokens.push({ kind: 'month', value: month, offset: match.index, text: printed })
    else tokens.push({ kind: 'other', offset: match.index, text: printed })
  }
  return tokens
}

/** `M` a month in letters, `y` four figures, `n` one or two, `?` anything else. */
function letterOf(token: Token): string {
  if (token.kind === 'month') return 'M'
  if (token.text.length === 4) return 'y'
  return token.text.length <= 2 ? 'n' : '?'
}

function day(year: Token, month: Token, dayOfMonth: Token): HouseDate {
  const [y, m, d] = [valueOf(year), valueOf(month), valueOf(dayOfMonth)]
  if (y < 1000) return refuse(`${year.text} is no year of a newspaper; ${HOW}.`, year.offset)
  if (mayBeThai(y)) return refuse(thaiYear(y), year.offset)
  const monthName = MONTHS[m - 1]
  if (monthName === undefined) {
    return refuse(`There is no month ${month.text}; write year, month, day, such as "2023-10-18".`, month.offset)
  }
  const days = daysIn(y, m)
  if (d < 1 || d > days) {
    return refuse(
      `${monthName} ${year.text} has ${String(days)} days, so there is no day ${String(d)}; ${HOW}.`,
      dayOfMonth.offset,
    )
  }
  return { ok: true, date: iso(y, m, d) }
}

/** Whether a year is likely meant in the Thai calendar, which is 543 years ahead. */
export function mayBeThai(year: number): boolean {
  return year >= THAI_YEARS.from && year <= THAI_YEARS.to
}

export function thaiYear(year: number): string {
  return `${String(year)} looks like a year of the Thai calendar; write ${String(year - THAI_YEARS.ahead)} if it is one.`
}

function figuresOnly(text: string, first: Token, second: Token, year: Token): string {
  const [a, b, y] = [valueOf(first), valueOf(second), valueOf(year)]
  const readings = [...new Set([spelled(y, b, a), spelled(y, a, b)])].filter((reading) => reading !== undefined)
  const [one, other] = readings
  if (one === undefined) return `${quote(text)} is not a day of any month; ${HOW}.`
  if (other === undefined) return `${quote(text)} does not say which figure is the month; write "${one}".`
  return `${quote(text)} may mean ${one} or ${other}; write the month in letters, "${one}" or "${other}".`
}

function spelled(year: number, month: number, dayOfMonth: number): string | undefined {
  const name = MONTHS[month - 1]
  if (year < 1000 || name === undefined || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return undefined
  return `${String(dayOfMonth)} ${name} ${String(year)}`
}

function valueOf(token: Token): number {
  return token.kind === 'other' ? Number.NaN : token.value
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function iso(year: number, month: number, dayOfMonth: number): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

function refuse(reason: string, offset?: number): HouseDate {
  return { ok: false, reason, ...(offset !== undefined && { offset }) }
}
