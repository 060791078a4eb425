import type { Stage } from '../../../src/workflow/stages'

/** Who acts: people by their role, Ann and Bob being journalists; programs; and readers. */
export const ACTORS = ['reader', 'read-drafts', 'ingest', 'Ann', 'Bob', 'editor', 'admin'] as const
export type Actor = (typeof ACTORS)[number]

/** What can be asked to happen to an article. */
export const ACTIONS = [
  'save',
  'submit',
  'review',
  'approve',
  'send back',
  'sneak',
  'publish',
  'unpublish',
  'withdraw',
  'reinstate',
  'embargo',
  'lift',
  'correct',
  'take back',
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
  wasShown: boolean
  isWithdrawn: boolean
  isEmbargoed: boolean
  isTrashed: boolean
  isGone: boolean
  corrections: number
}

/** An article as somebody begins it. */
export function begun(owner: Actor): Story {
  return { owner, stage: 'draft', isShown: false, wasShown: false, isWithdrawn: false, isEmbargoed: false, isTrashed: false, isGone: false, corrections: 0 }
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

/** Which moves there are between stages, and for whom. */
const STEPS: Readonly<Partial<Record<Action, { from: readonly Stage[]; to: Stage }>>> = {
  submit: { from: ['draft', 'submitted', 'in-review'], to: 'submitted' },
  review: { from: ['draft', 'submitted', 'in-review', 'ready'], to: 'in-review' },
  approve: { from: ['draft', 'submitted', 'in-review', 'ready'], to: 'ready' },
  'send back': { from: ['draft', 'submitted', 'in-review', 'ready'], to: 'draft' },
}

/** What becomes of an article, or undefined when it is refused. */
export function after(who: Actor, action: Action, story: Story): Story | undefined {
  if (story.isGone || (!isEditor(who) && !isJournalist(who))) return undefined
  if (action === 'delete') return who === 'admin' ? { ...story, isGone: true } : undefined
  if (action === 'untrash' && isEditor(who)) return { ...story, isShown: false, isTrashed: false }
  if (story.isTrashed) return undefined
  return isEditor(who) ? byEditor(action, story) : byJournalist(who, action, story)
}

/** Until it is submitted, a journalist writes at what is theirs; that saves drafts, whatever else they ask. */
function byJournalist(who: Actor, action: Action, story: Story): Story | undefined {
  if (who !== story.owner || story.stage !== 'draft') return undefined
  if (action === 'submit') return { ...story, stage: 'submitted' }
  return ['save', 'send back', 'sneak', 'unpublish', 'untrash'].includes(action) ? story : undefined
}

function byEditor(action: Action, story: Story): Story | undefined {
  const step = STEPS[action]
  if (step) return step.from.includes(story.stage) ? { ...story, stage: step.to } : undefined
  const published: Story = { ...story, isShown: true, stage: 'ready', wasShown: true }
  switch (action) {
    case 'publish':
      return published
    case 'withdraw':
      return { ...published, isWithdrawn: true }
    case 'reinstate':
      return { ...published, isWithdrawn: false }
    case 'embargo':
      return { ...published, isEmbargoed: true }
    case 'lift':
      return { ...published, isEmbargoed: false }
    case 'correct':
      return story.wasShown ? { ...published, corrections: story.corrections + 1 } : undefined
    case 'take back':
      return story.corrections > 0 ? undefined : published
    case 'unpublish':
      return { ...story, isShown: false }
    case 'trash':
      return { ...story, isShown: false, isTrashed: true }
    default:
      return story
  }
}

/** Whether somebody may have a copy of their own. */
export function mayCopy(who: Actor, { isGone, isTrashed, owner }: Story): boolean {
  return !isGone && !isTrashed && (isEditor(who) || (isJournalist(who) && who === owner))
}

function isEditor(who: Actor): boolean {
  return who === 'editor' || who === 'admin'
}

function isJournalist(who: Actor): boolean {
  return who === 'Ann' || who === 'Bob'
}
