import type { Role } from './roles'

/** How far the desk is with an article, in the order of the work. */
export const STAGES = ['draft', 'submitted', 'in-review', 'ready'] as const

export type Stage = (typeof STAGES)[number]

/** Who may move an article: everybody with a role, or its writer. */
export type Mover = Role | 'writer'

/** One way an article may go from hand to hand. */
export type Move = {
  from: Stage
  to: Stage
  by: Mover
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
  // Its writer takes it back while nobody reviews it.
  { from: 'submitted', to: 'draft', by: 'writer', needsNote: false },
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
 * @param holds whether the caller is one of these
 */
export function nextSteps({ isShown, stage }: { isShown: boolean; stage: Stage }, holds: (mover: Mover) => boolean): NextStep[] {
  const moves = MOVES.filter(({ by, from }) => from === stage && holds(by))
  const isBack = ({ from, to }: Move) => STAGES.indexOf(to) < STAGES.indexOf(from)
  const onwards = moves.filter((move) => !isBack(move))
  // Those who may take it back without a note are not asked for one.
  const back = moves.filter((move) => isBack(move) && !(move.needsNote && moves.some(({ needsNote, to }) => to === move.to && !needsNote)))
  const out: NextStep[] = holds('editor') && !isShown ? [{ to: 'published', needsNote: false }] : []
  return [...onwards.map(step), ...out, ...back.map(step)]
}

/** Whether a step takes an article back to its writer without a note. */
export function isTakeBack({ needsNote, to }: NextStep): boolean {
  return to === 'draft' && !needsNote
}

/** What may come with the stage when a writer takes an article back: nothing that changes the text. */
const BESIDE_STAGE = new Set(['_status', 'note', 'revision', 'stage'])

/** Whether a request takes an article back and asks for nothing else. */
export function takesBack(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'stage' in data && data.stage === 'draft' && Object.keys(data).every((name) => BESIDE_STAGE.has(name))
}

function step({ needsNote, to }: Move): NextStep {
  return { to, needsNote }
}

/** Where an article may begin. */
const BEGINNINGS: Readonly<Record<Role, readonly Stage[]>> = {
  admin: STAGES,
  editor: STAGES,
  journalist: ['draft', 'submitted'],
}

type Step = {
  /** Undefined for an article that begins. */
  from: Stage | undefined
  to: Stage
  /** Whether the person who moves it is one of these. */
  holds: (mover: Mover) => boolean
  note: string | null | undefined
}

/** What is wrong with a step of an article, or undefined when it may be taken. */
export function stageFault({ from, holds, note, to }: Step): string | undefined {
  if (from === to) return undefined
  if (from === undefined) {
    const isAllowed = holds('editor') || (holds('journalist') && BEGINNINGS.journalist.includes(to))
    return isAllowed ? undefined : `An article of yours begins as ${BEGINNINGS.journalist.join(' or ')}.`
  }
  const ways = MOVES.filter((each) => each.from === from)
  const moves = ways.filter((each) => each.to === to)
  if (moves.length === 0) return `An article goes from ${from} to ${[...new Set(ways.map((each) => each.to))].join(', ')}; not to ${to}.`
  const own = moves.filter(({ by }) => holds(by))
  if (own.length === 0) return `Only an editor takes an article from ${from} to ${to}.`
  return own.every(({ needsNote }) => needsNote) && !note?.trim() ? `Say in a note why it goes back to ${to}.` : undefined
}
