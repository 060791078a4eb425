import { isPublicArticle } from './publicArticle'
import type { Publishable } from './publicArticle'
import type { ScheduleType } from './schedule'

/** Every answer to "can readers see it?". */
export const VISIBILITY_KINDS = ['draft', 'scheduled', 'embargoed', 'future', 'public', 'withheld', 'withdrawn', 'unpublished', 'trashed'] as const

export type VisibilityKind = (typeof VISIBILITY_KINDS)[number]

/** Whether readers can see an article, and from or until when. */
export type Visibility = {
  kind: VisibilityKind
  /** When readers will see it, or since when they have; null when no date says so. */
  from: string | null
  /** When it is taken offline by itself. */
  until: string | null
  /** Whether the desk has a newer version than readers have. */
  hasNewerDraft: boolean
}

/** What {@link visibilityOf} needs to know of a version of an article. */
export type Standing = Publishable & { firstPublishedAt?: Date | string | null | undefined }

/** What waits to be done to an article by itself. */
export type Waiting = { type: ScheduleType; at: string }

type Known = {
  /** The version that readers have; the newest draft when none was published. */
  main: Standing
  /** The newest version. */
  newest: Standing
  schedules?: readonly Waiting[]
}

/**
 * The one answer to "can readers see it, and from or until when?", from the one public rule.
 *
 * @param known the version that readers have, the newest version, and what is scheduled
 * @param now the moment to judge by
 */
export function visibilityOf({ main, newest, schedules = [] }: Known, now: Date = new Date()): Visibility {
  if (main.deletedAt ?? newest.deletedAt) return { kind: 'trashed', from: null, until: null, hasNewerDraft: false }
  const until = earliest(schedules.filter(({ type }) => type === 'unpublish'))
  if (main._status !== 'published') {
    // What is withheld or withdrawn is shown to nobody when it is published.
    const wait = (newest.pubStatus ?? 'usable') === 'usable' ? earliest(schedules.filter(({ type }) => type === 'publish')) : null
    if (wait === null) return { kind: main.firstPublishedAt ? 'unpublished' : 'draft', from: null, until: null, hasNewerDraft: false }
    // What is unpublished before it is published stays published.
    const later = earliest(schedules.filter(({ at, type }) => type === 'unpublish' && at > wait))
    return { kind: 'scheduled', from: latestOf(wait, newest.publishedAt, newest.embargoUntil), until: later, hasNewerDraft: false }
  }
  const hasNewerDraft = newest._status !== 'published'
  if (main.pubStatus === 'canceled') return { kind: 'withdrawn', from: null, until: null, hasNewerDraft }
  if (main.pubStatus !== 'usable') return { kind: 'withheld', from: null, until: null, hasNewerDraft }
  const from = latestOf(main.publishedAt, main.embargoUntil)
  if (isPublicArticle(main, now)) return { kind: 'public', from, until, hasNewerDraft }
  const isUnderEmbargo = Boolean(main.embargoUntil && new Date(main.embargoUntil) > now)
  return { kind: isUnderEmbargo ? 'embargoed' : 'future', from, until, hasNewerDraft }
}

function earliest(waiting: readonly Waiting[]): string | null {
  return waiting.map(({ at }) => at).sort().at(0) ?? null
}

/** The latest of some moments, as ISO 8601; what is no moment does not count. */
function latestOf(...moments: (Date | string | null | undefined)[]): string | null {
  const times = moments.flatMap((moment) => (moment ? [new Date(moment).getTime()] : [])).filter((time) => !Number.isNaN(time))
  return times.length > 0 ? new Date(Math.max(...times)).toISOString() : null
}
