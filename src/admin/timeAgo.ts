const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** How long ago, or how soon, a moment is, in the words of a language: "5 min. ago", "in 2 hr."; `now` within a minute. */
export function timeAgo(moment: string, { at, language, now }: { at: string; language: string; now: string }): string {
  const distance = Date.parse(moment) - Date.parse(at)
  const step = STEPS.find(([, size]) => Math.abs(distance) >= size)
  if (!step) return now
  const [unit, size] = step
  return new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'narrow' }).format(Math.trunc(distance / size), unit)
}
