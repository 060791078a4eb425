import type { Stage } from './stages'

/** Why somebody who is not an editor may not change an article now. */
export type ReadOnlyReason = 'others' | 'scheduled' | 'published' | Exclude<Stage, 'draft'>

/** What the rule looks at: whether the story is the caller's own, and the state of its newest version. */
type Standing = { isOwn: boolean; isPublished: boolean; isScheduled: boolean; stage: Stage }

/** Journalists change what is theirs until they submit it. Undefined when they may. */
export function readOnlyReason({ isOwn, isPublished, isScheduled, stage }: Standing): ReadOnlyReason | undefined {
  if (!isOwn) return 'others'
  if (isScheduled) return 'scheduled'
  if (stage === 'draft') return undefined
  return stage === 'ready' && isPublished ? 'published' : stage
}

/** What is said about it, on the page and as the refusal of a save. */
export const READ_ONLY_WORDS: Readonly<Record<ReadOnlyReason, string>> = {
  others: 'This is somebody else’s story: its writers and editors can change it.',
  submitted: 'Submitted: the editors have it. Take it back to change it.',
  'in-review': 'In review: an editor is working on it and can send it back to you.',
  ready: 'Ready to publish: an editor can send it back to you.',
  scheduled: 'Scheduled as it stands: an editor can take it off the schedule.',
  published: 'Published: ask an editor to change it or to send it back to you.',
}

/** The same for a story whose writers are known. */
export function othersStory(names: readonly string[]): string {
  return names.length > 0 ? `This is the story of ${names.join(', ')}: its writers and editors can change it.` : READ_ONLY_WORDS.others
}
