/** A day, or a day with a time, as RFC 3339 and ISO 8601 write them; seconds and an offset may be missing. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i

/** Whether a text is a date that the calendar has, in a year of four digits: `2026-02-30` is none. */
export function isDateText(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? []
  if (year === undefined || Number.isNaN(Date.parse(text))) return false
  const calendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return calendar.getUTCMonth() === Number(month) - 1 && calendar.getUTCDate() === Number(day)
}
