/** What the log of an article tells. */
export const EVENT_KINDS = ['stage', 'publication', 'status', 'embargo', 'schedule', 'import', 'withdrawal'] as const

/** Something that happened to an article. */
export type ArticleEvent = { kind: (typeof EVENT_KINDS)[number]; from: string | null; to: string | null }

/** What {@link eventsBetween} compares. */
export type Recorded = {
  stage?: string | null | undefined
  pubStatus?: string | null | undefined
  embargoUntil?: string | null | undefined
  /** What readers are shown of it: `published`, or nothing. */
  shown?: string | null | undefined
}

/** What happened to an article between two saves, in the order it is told; nothing of it for one that just began. */
export function eventsBetween(before: Recorded | undefined, after: Recorded): ArticleEvent[] {
  const began: Recorded = { stage: 'draft', pubStatus: 'usable' }
  const was = before ?? began
  const events: (ArticleEvent | false)[] = [
    changed(was.stage, after.stage) && { kind: 'stage', ...step(was.stage, after.stage) },
    changed(was.embargoUntil, after.embargoUntil) && { kind: 'embargo', ...step(was.embargoUntil, after.embargoUntil) },
    changed(was.pubStatus, after.pubStatus) && { kind: 'status', ...step(was.pubStatus, after.pubStatus) },
    changed(was.shown, after.shown) && { kind: 'publication', ...step(was.shown, after.shown) },
  ]
  return events.filter((event) => event !== false)
}

function changed(from: string | null | undefined, to: string | null | undefined): boolean {
  return (from ?? null) !== (to ?? null)
}

function step(from: string | null | undefined, to: string | null | undefined): { from: string | null; to: string | null } {
  return { from: from ?? null, to: to ?? null }
}
