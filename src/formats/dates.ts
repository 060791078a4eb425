import type { ArticleDocument } from './types'
import { text } from './values'

/** A moment in ISO 8601 with milliseconds, in UTC; nothing for what is no date. */
export function isoDate(value: Date | string | null | undefined): string | undefined {
  const moment = dateOf(value)
  return moment?.toISOString()
}

export function dateOf(value: Date | string | null | undefined): Date | undefined {
  if (!value) return undefined
  const moment = new Date(value)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

/** The latest of some dates. */
export function latest(dates: readonly (string | null | undefined)[]): Date | undefined {
  const times = dates.flatMap((value) => dateOf(value)?.getTime() ?? [])
  return times.length > 0 ? new Date(times.reduce((a, b) => Math.max(a, b))) : undefined
}

/**
 * When what readers see was last changed: where its source says so and nobody has changed it here since, as it says. Never
 * before it was published.
 */
export function modifiedOf({ modifiedAt, publishedAt, updatedAt }: ArticleDocument): Date | undefined {
  return latest([modifiedAt ?? updatedAt, ...(modifiedAt ? [publishedAt] : [])])
}

/** The dateline as printed, or made of place and day: `Pyongyang, 2023-10-18`. */
export function datelineText({ dateline }: ArticleDocument): string | undefined {
  const day = isoDate(dateline?.date)?.slice(0, 10)
  return text(dateline?.text) ?? text([text(dateline?.place), day].filter((part) => part !== undefined).join(', '))
}
