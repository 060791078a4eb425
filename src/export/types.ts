import type { ExportFormat } from './formats'

/** Which articles an export holds, and as what. Two exports of one query belong into one folder, others do not. */
export type ExportQuery = {
  format: ExportFormat
  /** Slug of the only section to export; null for every one. */
  section: string | null
  /** Articles that were changed, or came to be public, at this moment (ISO 8601) or later; null for all. */
  since: string | null
  /** What readers see by now, or everything that is not in the trash. */
  status: 'all' | 'published'
}

/** What became of one article. */
export type ExportedArticle = {
  id: string
  createdAt: string
} & ({ outcome: 'unchanged' | 'written'; file: string; bytes: number; sha256: string } | { outcome: 'failed'; message: string })

export type ExportCounts = {
  written: number
  /** Files that held what they should already. */
  unchanged: number
  failed: number
  /** Files of an earlier export whose article is not in this one. */
  removed: number
}

/** An export cannot go into this folder, or not with these options; the message says what to do. */
export class ExportRefused extends Error {
  override name = 'ExportRefused'
}
