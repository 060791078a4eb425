import type { ScheduleType } from '../../../src/articles/schedule'
import type { Stage } from '../../../src/articles/stages'

/** Who acts: people by their role, Ann and Bob being journalists; programs; and readers. */
export const ACTORS = ['reader', 'read-drafts', 'ingest', 'Ann', 'Bob', 'editor', 'admin'] as const
export type Actor = (typeof ACTORS)[number]

/** What can be asked to happen to an article. */
export const ACTIONS = [
  'save',
  'save what is stale',
  'force what is stale',
  'submit',
  'review',
  'approve',
  'send back',
  'sneak',
  'rename the draft',
  'publish',
  'unpublish',
  'withdraw',
  'reinstate',
  'embargo',
  'embargo without a word',
  'lift',
  'correct',
  'reword',
  'take back',
  'rename',
  'rename back',
  'schedule',
  'schedule the end',
  'take off',
  'trash',
  'untrash',
  'delete',
] as const
export type Action = (typeof ACTIONS)[number]

/** As much of an article as the rules are about. */
export type Story = {
  owner: Actor
  stage: Stage
  isShown: boolean
  /** Whether it was ever published as usable. */
  wasShown: boolean
  isWithdrawn: boolean
  isEmbargoed: boolean
  isTrashed: boolean
  isGone: boolean
  corrections: number
  slug: string
  /** The slug it began with, which nobody else gets. */
  firstSlug: string
  /** The slugs that lead here from older addresses. */
  olds: readonly string[]
  /** The text of its newest version, as far as the actions change it. */
  text: string
  /** What it waits for, in order. */
  waits: readonly ScheduleType[]
}

/** An article as somebody begins it. */
export function begun(owner: Actor, slug: string): Story {
  const not = { isShown: false, wasShown: false, isWithdrawn: false, isEmbargoed: false, isTrashed: false, isGone: false }
  return { ...not, owner, slug, firstSlug: slug, stage: 'draft', corrections: 0, olds: [], text: '', waits: [] }
}

export function mayBegin(who: Actor): boolean {
  return isJournalist(who) || isEditor(who)
}

/** Whether readers get it. */
export function isPublic({ isEmbargoed, isGone, isShown, isTrashed, isWithdrawn }: Story): boolean {
  return isShown && !isWithdrawn && !isEmbargoed && !isTrashed && !isGone
}

/** Whether somebody gets it, in whatever state. */
export function mayRead(who: Actor, story: Story): boolean {
  if (story.isGone || story.isTrashed) return false
  return isEditor(who) || who === 'read-drafts' || who === story.owner || isPublic(story)
}

/** What a reader is answered who asks by a slug: that of an article, or an older one that leads to another still. */
export function statusFor(slug: string, stories: readonly Story[]): number {
  const named = stories.filter((story) => story.slug === slug || story.olds.includes(slug))
  const shown = named.find(isPublic)
  if (shown) return slug === shown.slug ? 200 : 301
  return named.some((story) => story.isWithdrawn && isKnown(story) && !story.isTrashed && !story.isGone) ? 410 : 404
}

/** An address that has an article again leads to no other. */
export function withoutAddress(story: Story, other: Story): Story {
  return other.isShown ? { ...story, olds: story.olds.filter((old) => old !== other.slug) } : story
}

/** Whether readers have seen it as it stands, or did before it was withdrawn or unpublished. */
function isKnown({ isEmbargoed, wasShown }: Story): boolean {
  return wasShown && !isEmbargoed
}

/** Which moves there are between stages, and for whom. */
const STEPS: Readonly<Partial<Record<Action, { from: readonly Stage[]; to: Stage }>>> = {
  submit: { from: ['draft', 'submitted', 'in-review'], to: 'submitted' },
  review: { from: ['draft', 'submitted', 'in-review', 'ready'], to: 'in-review' },
  approve: { from: ['draft', 'submitted', 'in-review', 'ready'], to: 'ready' },
  'send back': { from: ['draft', 'submitted', 'in-review', 'ready'], to: 'draft' },
}

/**
 * What becomes of an article, or undefined when it is refused.
 *
 * @param slug the slug that is asked for, where one is
 */
export function after(who: Actor, action: Action, story: Story, slug: string): Story | undefined {
  if (!isEditor(who) && !isJournalist(who)) return undefined
  if (action === 'take off') return isEditor(who) ? { ...story, waits: [] } : undefined
  if (story.isGone) return undefined
  if (action === 'delete') return who === 'admin' ? { ...story, isGone: true, olds: [], waits: [] } : undefined
  if (action === 'untrash' && isEditor(who)) return { ...story, isShown: false, isTrashed: false }
  if (story.isTrashed) return undefined
  return isEditor(who) ? byEditor(action, story, slug) : byJournalist(who, action, story, slug)
}

/** Until it is submitted or scheduled, a journalist writes at what is theirs; that saves drafts, whatever else they ask. What is submitted they take back. */
function byJournalist(who: Actor, action: Action, story: Story, slug: string): Story | undefined {
  if (who !== story.owner || story.waits.length > 0) return undefined
  if (story.stage === 'submitted' && action === 'send back') return { ...story, stage: 'draft' }
  if (story.stage !== 'draft') return undefined
  if (action === 'submit') return { ...story, stage: 'submitted' }
  if (action === 'rename the draft') return story.wasShown ? story : { ...story, slug }
  if (action === 'save') return worded(story, 'Written')
  return ['send back', 'sneak', 'unpublish', 'untrash'].includes(action) ? story : undefined
}

function byEditor(action: Action, story: Story, slug: string): Story | undefined {
  const step = STEPS[action]
  if (step) return step.from.includes(story.stage) ? staged(story, step.to) : undefined
  switch (action) {
    case 'save':
      return worded(story, 'Written')
    case 'force what is stale':
      return worded(story, 'Written earlier')
    case 'publish':
      return published(story)
    case 'withdraw':
      return published({ ...story, isWithdrawn: true, waits: story.isWithdrawn ? story.waits : [] })
    case 'reinstate':
      return published({ ...story, isWithdrawn: false })
    case 'embargo':
      return published({ ...story, isEmbargoed: true })
    case 'embargo without a word':
      return story.wasShown ? undefined : published({ ...story, isEmbargoed: true })
    case 'lift':
      return published({ ...story, isEmbargoed: false })
    case 'correct':
      return story.wasShown ? published({ ...story, corrections: story.corrections + 1 }) : undefined
    case 'reword':
    case 'take back':
      return story.corrections > 0 ? undefined : published(story)
    case 'rename':
    case 'rename back':
      return published(renamed(story, slug))
    case 'schedule':
      return story.isWithdrawn ? undefined : { ...story, waits: [...without(story.waits, 'publish'), 'publish'] }
    case 'schedule the end':
      return { ...story, waits: [...without(story.waits, 'unpublish'), 'unpublish'] }
    case 'unpublish':
      return { ...story, isShown: false }
    case 'trash':
      return { ...story, isShown: false, isTrashed: true, waits: [] }
    case 'save what is stale':
      return undefined
    default:
      return story
  }
}

function without(waits: readonly ScheduleType[], type: ScheduleType): ScheduleType[] {
  return waits.filter((each) => each !== type)
}

/** Another text is not what was scheduled. */
function worded(story: Story, text: string): Story {
  return { ...story, text, waits: text === story.text ? story.waits : without(story.waits, 'publish') }
}

/** What goes back to the desk is not published by itself. */
function staged(story: Story, stage: Stage): Story {
  const isTakenBack = stage !== story.stage && (stage === 'draft' || stage === 'in-review')
  return { ...story, stage, waits: isTakenBack ? without(story.waits, 'publish') : story.waits }
}

function published(story: Story): Story {
  return { ...story, waits: without(story.waits, 'publish'), isShown: true, stage: 'ready', wasShown: story.wasShown || !story.isWithdrawn }
}

/** An address that readers know leads on; one that has an article again does not. */
function renamed(story: Story, slug: string): Story {
  const olds = story.olds.filter((old) => old !== slug)
  return { ...story, slug, olds: isKnown(story) && slug !== story.slug ? [...olds, story.slug] : olds }
}

/** What becomes of an article when the time comes for all it waits for: what cannot be done is not, and is not tried again. */
export function afterItsTime(story: Story): Story {
  return story.waits.reduce<Story>((each, wait) => {
    if (each.isTrashed || each.isGone) return each
    if (wait === 'unpublish') return { ...each, isShown: false }
    return each.isWithdrawn ? each : published(each)
  }, { ...story, waits: [] })
}

/**
 * What becomes of an article when an old version is brought back, or undefined when it is refused: nothing but its text
 * changes, and readers get it when it was published then and is not restored as a draft.
 */
export function afterRestore(who: Actor, story: Story, { asDraft, text, wasOut }: { asDraft: boolean; text: string; wasOut: boolean }): Story | undefined {
  if (!isEditor(who) || story.isGone || story.isTrashed) return undefined
  return asDraft || !wasOut ? worded(story, text) : { ...published(story), text }
}

/** Whether somebody may have a copy of their own: of what they may read. */
export function mayCopy(who: Actor, story: Story): boolean {
  if (story.isGone || story.isTrashed) return false
  return isEditor(who) || (isJournalist(who) && (who === story.owner || isPublic(story)))
}

function isEditor(who: Actor): boolean {
  return who === 'editor' || who === 'admin'
}

function isJournalist(who: Actor): boolean {
  return who === 'Ann' || who === 'Bob'
}
