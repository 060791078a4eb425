import type { Payload } from 'payload'
import { importStories } from '../../src/ingest/save/importStories'
import type { ParsedStory } from '../../src/ingest/save/importStories'
import { readStories } from '../../src/ingest/save/readStories'
import type { ImportOptions, ImportOutcome, ImportSummary, StoryReport } from '../../src/ingest/save/types'

/** A file to import: its name, and its content. */
export type TestFile = { name: string; content: Uint8Array | string }

/** What an import says: what became of each story, and of all of them. */
export type ImportAnswer = { reports: StoryReport[]; summary: ImportSummary }

/** How the tests import unless they say otherwise: publish what is complete. */
const DEFAULTS: ImportOptions = { publish: true, dryRun: false, create: true, onConflict: 'keep' }

/** Imports files as the command does. */
export async function importFiles(
  payload: Payload,
  files: readonly TestFile[],
  options: Partial<ImportOptions> = {},
): Promise<ImportAnswer> {
  async function* parsedStories(): AsyncGenerator<ParsedStory> {
    for (const { content, name } of files) yield* readStories({ name, chunks: once(Buffer.from(content)) })
  }
  const run = importStories(payload, parsedStories(), { ...DEFAULTS, ...options }, { via: 'command', importer: { kind: 'command' } })
  const reports: StoryReport[] = []
  for (;;) {
    const next = await run.next()
    if (next.done) return { reports, summary: next.value }
    reports.push(next.value)
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

/** House wire copy with these parts; the rest is made up. */
export function houseCopy({
  headline = 'A treaty on fishing',
  published = '18 October 2023',
  editors = 'HUXIANA',
  section = 'Politic section - CJ journalist',
  body = ['Ministers met.', 'They agreed.'],
}: { headline?: string; published?: string; editors?: string; section?: string; body?: string[] } = {}): string {
  return [
    headline,
    `Published: ${published}`,
    'The lead of the story.',
    `EDITED BY| ${editors}`,
    section,
    `Pyongyang - - ${published}`,
    ...body,
  ].join('\n')
}

/** What became of each story. */
export function outcomes(reports: readonly StoryReport[]): ImportOutcome[] {
  return reports.map(({ outcome }) => outcome)
}

/** The id of the article that a story became. */
export function articleIdOf(report: StoryReport | undefined): string {
  if (!report?.article) throw new Error('The report names no article.')
  return String(report.article.id)
}

/** How many documents each collection of content holds, the trash included. */
export async function countAll(payload: Payload): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const collection of ['articles', 'authors', 'sections', 'tags', 'imports', 'import-items'] as const) {
    counts[collection] = (await payload.count({ collection, trash: true })).totalDocs
  }
  counts.versions = (await payload.countVersions({ collection: 'articles' })).totalDocs
  return counts
}
