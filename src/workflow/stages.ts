import type { Role } from '../access/roles'

/** How far the desk is with an article, in the order of the work. */
export const STAGES = ['draft', 'submitted', 'in-review', 'ready'] as const

export type Stage = (typeof STAGES)[number]

/** One way an article may go from hand to hand. */
export type Move = {
  from: Stage
  to: Stage
  /** Who may do so; whoever may do more may, too. */
  by: Role
  /** Whether it must be said why. */
  needsNote: boolean
}

/** Every way an article may go; publishing makes it ready from wherever it is. */
export const MOVES: readonly Move[] = [
  { from: 'draft', to: 'submitted', by: 'journalist', needsNote: false },
  { from: 'draft', to: 'in-review', by: 'editor', needsNote: false },
  { from: 'draft', to: 'ready', by: 'editor', needsNote: false },
  { from: 'submitted', to: 'in-review', by: 'editor', needsNote: false },
  { from: 'submitted', to: 'ready', by: 'editor', needsNote: false },
  { from: 'submitted', to: 'draft', by: 'editor', needsNote: true },
  { from: 'in-review', to: 'ready', by: 'editor', needsNote: false },
  { from: 'in-review', to: 'submitted', by: 'editor', needsNote: true },
  { from: 'in-review', to: 'draft', by: 'editor', needsNote: true },
  { from: 'ready', to: 'in-review', by: 'editor', needsNote: true },
  { from: 'ready', to: 'draft', by: 'editor', needsNote: true },
]

/** A step that an article may take: to another stage, or out to readers. */
export type NextStep = { to: Stage | 'published'; needsNote: boolean }

/**
 * The steps that somebody may take an article now, the usual one first: onwards, then out to readers, then back.
 *
 * @param article how far it is, and whether readers are shown just this
 * @param holds whether whoever asks may do what this role may
 */
export function nextSteps({ isShown, stage }: { isShown: boolean; stage: Stage }, holds: (role: Role) => boolean): NextStep[] {
  const moves = MOVES.filter(({ by, from }) => from === stage && holds(by))
  const onwards = moves.filter(({ needsNote }) => !needsNote)
  const back = moves.filter(({ needsNote }) => needsNote)
  const out: NextStep[] = holds('editor') && !isShown ? [{ to: 'published', needsNote: false }] : []
  return [...onwards.map(step), ...out, ...back.map(step)]
}

function step({ needsNote, to }: Move): NextStep {
  return { to, needsNote }
}

/** Where an article may begin. */
export const BEGINNINGS: Readonly<Record<Role, readonly Stage[]>> = {
  admin: STAGES,
  editor: STAGES,
  journalist: ['draft', 'submitted'],
}

type Step = {
  /** Undefined for an article that begins. */
  from: Stage | undefined
  to: Stage
  /** Whether whoever moves it may do what this role may. */
  holds: (role: Role) => boolean
  note: string | null | undefined
}

/** What is wrong with a step of an article, or undefined when it may be taken. */
export function stageFault({ from, holds, note, to }: Step): string | undefined {
  if (from === to) return undefined
  if (from === undefined) {
    const isAllowed = holds('editor') || (holds('journalist') && BEGINNINGS.journalist.includes(to))
    return isAllowed ? undefined : `An article of yours begins as ${BEGINNINGS.journalist.join(' or ')}.`
  }
  const move = MOVES.find((each) => each.from === from && each.to === to)
  if (!move) return `An article goes from ${from} to ${MOVES.filter((each) => each.from === from).map((each) => each.to).join(', ')}; not to ${to}.`
  if (!holds(move.by)) return `Only an ${move.by} takes an article from ${from} to ${to}.`
  return move.needsNote && !note?.trim() ? `Say in a note why it goes back to ${to}.` : undefined
}
