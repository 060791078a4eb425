import type { Payload } from 'payload'
import { importedBy } from '../../access/imports'
import type { Importer } from '../../access/imports'
import { withLease } from '../../database/lease'
import { inTransaction, isTransactional } from '../../database/transaction'
import type { Transaction } from '../../database/transaction'
import { waitingArticles } from '../../desk/waiting'
import { KnownArticles } from './knownArticles'
import type { Run } from './knownArticles'
import { reasonOf } from './reason'
import { ImportRecord } from './record'
import { References } from './references'
import { refusal, saveStory } from './saveStory'
import type { Saved } from './saveStory'
import type { ImportOptions, ImportSummary, Story, StoryReport } from './types'

/** Stories that are written together: one transaction for many is many times faster than one for each. */
const BATCH_STORIES = 100

/** Characters of original copy after which a batch is written, however few stories it holds. */
const BATCH_CHARACTERS = 2_000_000

/** What reading a source gives: a story, or the report on what could not be read. */
export type ParsedStory = { story: Story } | { report: StoryReport }

/** Who imports, and from where, for the record. */
export type ImportOrigin = { via: 'command' | 'http'; importer: Importer }

/** Undoes the transaction of a dry run. */
class DryRunEnd extends Error {}

/**
 * Saves stories as they arrive, and reports on each in the order in which they come.
 *
 * Every story is written with the authors, sections and tags it brings in one transaction, or not at all; when one of a
 * batch fails, the others are written one by one. Imports on one database take turns batch by batch, so that none makes
 * what another is making. The run is kept as a record with its reports, unless it is a dry one.
 *
 * @returns the summary, after the last report
 */
export async function* importStories(
  payload: Payload,
  parsedStories: AsyncIterable<ParsedStory>,
  options: ImportOptions,
  origin: ImportOrigin,
): AsyncGenerator<StoryReport, ImportSummary> {
  const importer = new StoryImport(payload, options, origin.importer, options.dryRun ? undefined : await ImportRecord.begin(payload, options, origin))
  const files = new Set<string>()
  const counts: ImportSummary['counts'] = { created: 0, updated: 0, skipped: 0, conflict: 0, failed: 0, withdrawn: 0, notWithdrawn: 0 }
  let batch: ParsedStory[] = []
  let characters = 0

  async function* flush(): AsyncGenerator<StoryReport> {
    for (const report of await importer.save(batch)) {
      counts[report.outcome] += 1
      yield report
    }
    batch = []
    characters = 0
  }

  for await (const parsed of parsedStories) {
    files.add('story' in parsed ? parsed.story.file : parsed.report.file)
    batch.push(parsed)
    characters += 'story' in parsed ? (parsed.story.original?.text.length ?? 0) : 0
    if (batch.length >= BATCH_STORIES || characters >= BATCH_CHARACTERS) yield* flush()
  }
  yield* flush()
  return { files: files.size, counts, ...(await importer.end(files.size, counts)) }
}

class StoryImport {
  readonly #payload: Payload
  readonly #options: ImportOptions
  readonly #importer: Importer
  readonly #record: ImportRecord | undefined
  readonly #isTransactional: boolean
  readonly #run: Run = { claimed: new Map(), rehearsed: [], killed: new Set() }
  /** Authors, sections and tags that a dry run has named as made. */
  readonly #rehearsedNames = new Set<string>()
  #references: References

  constructor(payload: Payload, options: ImportOptions, importer: Importer, record: ImportRecord | undefined) {
    this.#payload = payload
    this.#options = options
    this.#importer = importer
    this.#record = record
    this.#isTransactional = isTransactional(payload)
    this.#references = new References(payload)
  }

  async save(batch: readonly ParsedStory[]): Promise<StoryReport[]> {
    if (batch.length === 0) return []
    return withLease(this.#payload.db, 'import', async () => {
      // What has to be undone by hand is undone story by story.
      if (!this.#isTransactional) return this.#saveEach(batch)
      try {
        return await this.#saveTogether(batch)
      } catch {
        // One of them failed; which one, and why, is found by saving each by itself.
        return this.#saveEach(batch)
      }
    })
  }

  async end(files: number, counts: ImportSummary['counts']): Promise<Pick<ImportSummary, 'run'>> {
    if (!this.#record) return {}
    await this.#record.end(files, counts)
    return { run: this.#record.id }
  }

  async #saveEach(batch: readonly ParsedStory[]): Promise<StoryReport[]> {
    const reports: StoryReport[] = []
    for (const parsed of batch) {
      try {
        reports.push(...(await this.#saveTogether([parsed])))
      } catch (error) {
        if (!('story' in parsed)) throw error
        const report = refusal(parsed.story, reasonOf(error))
        await this.#record?.add([{ report, story: parsed.story }])
        reports.push(report)
      }
    }
    return reports
  }

  async #saveTogether(batch: readonly ParsedStory[]): Promise<StoryReport[]> {
    const { dryRun } = this.#options
    let done: { known: KnownArticles; reports: StoryReport[] } | undefined
    try {
      await inTransaction(
        this.#payload,
        async (transaction) => {
          done = await this.#saveWithin(batch, transaction)
          if (dryRun) throw new DryRunEnd()
        },
        { isBulk: batch.length > 1 },
      )
    } catch (error) {
      // What was known of authors, sections and tags may be what was wrong.
      this.#references = new References(this.#payload)
      if (!(error instanceof DryRunEnd)) throw error
    }
    if (!done) return []
    done.known.settle({ isDry: dryRun })
    this.#references.settle()
    return dryRun ? done.reports.map((report) => this.#withoutRehearsed(report)) : done.reports
  }

  async #saveWithin(batch: readonly ParsedStory[], transaction: Transaction): Promise<{ known: KnownArticles; reports: StoryReport[] }> {
    const { req } = transaction
    req.context.importedBy = importedBy(this.#importer)
    await this.#references.refresh(req)
    const stories = batch.flatMap((parsed) => ('story' in parsed ? [parsed.story] : []))
    const known = await KnownArticles.of(this.#payload, req, stories, this.#run, this.#importer)
    const saved: Saved[] = []
    const isScheduled = once(async () => waitingArticles(req))
    for (const parsed of batch) {
      if ('report' in parsed) {
        saved.push({ report: parsed.report, isTold: true })
        continue
      }
      saved.push(
        await saveStory({
          importer: this.#importer,
          isScheduled: async (id) => (await isScheduled()).has(String(id)),
          known,
          mayUpdate: this.#isTransactional || !this.#options.dryRun,
          options: this.#options,
          payload: this.#payload,
          references: this.#references,
          story: parsed.story,
          transaction,
        }),
      )
    }
    await this.#record?.add(saved.map(({ report }, index) => ({ report, story: storyOf(batch[index]) })), req)
    return { known, reports: saved.map(told) }
  }

  /** A name is made once; a dry run forgets from batch to batch what it would have made. */
  #withoutRehearsed(report: StoryReport): StoryReport {
    const made = report.made.filter((name) => !this.#rehearsedNames.has(name))
    for (const name of made) this.#rehearsedNames.add(name)
    return { ...report, made }
  }
}

/** What the importer is told: of an article that they may not read, only what became of the story they sent. */
function told({ isTold, openNotes = [], report }: Saved): StoryReport {
  if (isTold) return report
  const { article: _, ...rest } = report
  return { ...rest, notes: openNotes }
}

function storyOf(parsed: ParsedStory | undefined): Story | undefined {
  return parsed && 'story' in parsed ? parsed.story : undefined
}

/** Asks only once, when it is asked at all. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= ask())
}
