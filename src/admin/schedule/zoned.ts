/**
 * The moment at which clocks in a time zone show a day and time, such as `2027-01-31T18:00`; undefined for what is none.
 * Where clocks skip it, an hour later; where they show it twice, the first of both.
 */
export function instantOf(local: string, timeZone: string): Date | undefined {
  const wanted = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) ? Date.parse(`${local}Z`) : NaN
  if (Number.isNaN(wanted)) return undefined
  const before = wanted - offsetAt(wanted - DAY_MS, timeZone)
  const after = wanted - offsetAt(wanted + DAY_MS, timeZone)
  const shown = [before, after].filter((time) => time + offsetAt(time, timeZone) === wanted)
  return new Date(shown.length > 0 ? Math.min(...shown) : before)
}

/** The day and time that clocks in a time zone show at a moment, as a form field takes it: `2027-01-31T18:00`. */
export function localTime(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString().slice(0, 16)
}

const DAY_MS = 86_400_000

/** How far the clocks of a time zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }).formatToParts(time)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(time / 1000) * 1000
}
