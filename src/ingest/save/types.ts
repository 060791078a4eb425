import type { SourceMap, WireError, WireFormat, WireItem } from '../item'
import type { Original } from './original'

/** How an import is to be done. */
export type ImportOptions = {
  /** Publish what its source holds for published and what has all it needs; else everything comes in as a draft. */
  publish: boolean
  /** Write nothing; the report is the same. */
  dryRun: boolean
  /** Make authors, sections and tags that are not there; else a story that names one is refused. */
  create: boolean
  /** What to do with a changed source whose article an editor has changed too: nothing, or save it as a draft version. */
  onConflict: 'keep' | 'draft'
}

/**
 * What became of a story: a new article, a new version, nothing because it is in already, nothing because an editor
 * has changed the article since, or an error. A story that its source withdraws is `withdrawn`, or `notWithdrawn` when
 * the importer may not, or when its source only holds back what readers see: then an editor has to decide.
 */
export const OUTCOMES = ['created', 'updated', 'skipped', 'conflict', 'failed', 'withdrawn', 'notWithdrawn'] as const
export type ImportOutcome = (typeof OUTCOMES)[number]

/** A story as it is in its file, read and not yet saved. */
export type Story = {
  file: string
  /** The original: the file, or the story's own piece of one that may hold several. */
  original: Original | undefined
  item: WireItem
  account: SourceMap
  notes: readonly string[]
  /** Its characters may be wrong: it makes no authors, sections or tags. */
  isDoubtful?: boolean
}

/** The report on one story, or on a file without one. */
export type StoryReport = {
  file: string
  outcome: ImportOutcome
  format?: WireFormat
  article?: { id: number | string; slug: string; headline: string; status: 'draft' | 'published' }
  /** Authors, sections, tags and redirects that were made for it. */
  made: string[]
  notes: readonly string[]
  errors: readonly WireError[]
  /** Where every line or field of the source went. */
  account: SourceMap
}

/** The end of the report on a run. */
export type ImportSummary = {
  files: number
  counts: Record<ImportOutcome, number>
  /** The record of this run in the admin UI; a dry run leaves none. */
  run?: number | string
}
