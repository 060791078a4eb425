/** What is longer is no slip of the hand. */
const MAX_LENGTH = 40
/** So many letters may be other, missing or too many. */
const MAX_SLIPS = 2

/** The name that somebody most likely meant; undefined when none is near. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > MAX_LENGTH) return undefined
  const near = names
    .map((name) => ({ name, slips: slipsBetween(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, slips }) => slips <= MAX_SLIPS && slips < name.length)
    .sort((one, other) => one.slips - other.slips)
  return near[0]?.name
}

/** Levenshtein's distance. */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_each, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, wanted] of [...other].entries()) {
      next.push(Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + Number(letter !== wanted)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
