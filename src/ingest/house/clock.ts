/** A time of day, folded: `14:30:00`, `14.30 uhr`, `14h30`, `2 pm`, `14时30分`, `오후 2시 30분`. */
const TIME =
  /(?:\bat )?t?(?<!\d)\d{1,2}(?::\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?!\d)|\.\d\d(?= ?(?:uhr|h|[ap]\.?m)(?!\p{L}))|h\d\d(?!\d)|(?= ?(?:uhr|o'clock|[ap]\.?m)(?!\p{L})))/u
const MARKED_TIME = /(?:上午|下午|오전|오후)? ?\d{1,2} ?[时時点點시](?: ?\d{1,2} ?[分분])?/
/** What may stand behind it: halves of the day, the word for "o'clock", a zone, a comma. */
const TAIL =
  /^ ?(?:[ap]\.?m\.?|uhr|hrs|hours|o'clock|h)?(?!\p{L}) ?\(?(?:(?:utc|gmt)(?: ?[+-]\d{1,2}(?::?\d\d)?)?|z|[a-z]{1,2}[sd]t|bst|cet|cest|eet|eest|msk|kst|jst|hkt|local time|[+-]\d\d:?\d\d)?\)?(?!\p{L}|\d) ?,?/u

/** No slot with a date in it is longer. */
const MAX_LENGTH = 80

/** A folded text without its time of day, as long as before: blanks stand in its place. */
export function withoutTime(folded: string): string {
  const found = folded.length > MAX_LENGTH ? undefined : (TIME.exec(folded) ?? MARKED_TIME.exec(folded))
  if (!found) return folded
  const end = found.index + found[0].length
  const tail = TAIL.exec(folded.slice(end))?.[0] ?? ''
  return folded.slice(0, found.index) + ' '.repeat(found[0].length + tail.length) + folded.slice(end + tail.length)
}
