import type { Column } from '../articles/board'
import type { NextStep, Stage } from '../articles/stages'
import type { Visibility } from '../articles/visibility'
import type { SentBack } from './sentBack'

/** An article as the desk shows it. */
export type DeskCard = {
  id: string
  headline: string
  /** The names of its section and its bylines; empty when it has none. */
  section: string
  bylines: string[]
  words: number
  stage: Stage
  /** When it was last changed. */
  changedAt: string
  /** Whether readers can see it, and from or until when. */
  visibility: Visibility
  /** Why it was sent back, when that was the last step. */
  sentBack: SentBack | null
  /** Whether readers see an older version of it now. */
  isUpdate: boolean
  /** Who else has it open. */
  openWith: string | null
  /** What the caller may do with it now. */
  steps: NextStep[]
}

/** One column; `hasMore` when there are older cards than those. */
export type DeskColumn = { name: Column; cards: DeskCard[]; hasMore: boolean }

/** What somebody should look at without being asked to; empty for whom it is none of their business. */
export type Attention = {
  /** Imported stories that nobody has given a headline yet. */
  headlines: { id: string; headline: string; importedAt: string | null }[]
  /** Stories that their source withdraws, and that readers or editors still have. */
  kills: { id: string; headline: string; at: string }[]
  /** Embargoes that end within a day. */
  embargoes: { id: string; headline: string; until: string }[]
  /** Tasks that failed for good. */
  jobs: { id: string; task: string; failedAt: string; article: string | null }[]
}

/** What one person sees of the desk. */
export type Desk = {
  /** The moment it was read. */
  at: string
  columns: DeskColumn[]
  attention: Attention
}
