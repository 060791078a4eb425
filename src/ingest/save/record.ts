import type { Payload, PayloadRequest } from 'payload'
import type { ImportOrigin } from './importStories'
import { identify, isForGood } from './identity'
import type { ImportOptions, ImportSummary, Story, StoryReport } from './types'

/** A report, and the story it is on, where one was read. */
export type Recorded = { report: StoryReport; story: Story | undefined }

/** The record that an import leaves in the admin UI: who, when, how, and what became of every story. */
export class ImportRecord {
  private constructor(
    private readonly payload: Payload,
    readonly id: number | string,
    private readonly sentBy: string | null,
  ) {}

  static async begin(payload: Payload, options: ImportOptions, origin: ImportOrigin): Promise<ImportRecord> {
    const { id } = await payload.create({
      collection: 'imports',
      data: {
        status: 'running',
        startedAt: new Date().toISOString(),
        via: origin.via,
        user: origin.importer.kind === 'editor' ? origin.importer.person.id : null,
        options: { ...options, ...(origin.importer.kind === 'client' ? { client: origin.importer.name } : {}) },
      },
      depth: 0,
      overrideAccess: true,
    })
    return new ImportRecord(payload, id, origin.importer.kind === 'client' ? origin.importer.id : null)
  }

  /** Adds reports, as part of the transaction that saves their stories. */
  async add(recorded: readonly Recorded[], req?: PayloadRequest): Promise<void> {
    const now = new Date().toISOString()
    for (const { report, story } of recorded) {
      const { account, article, errors, file, format, made, notes, outcome } = report
      const withdraws = story && isForGood(story.item) ? identify(story).key : undefined
      await this.payload.db.create({
        collection: 'import-items',
        data: {
          run: this.id,
          file,
          outcome,
          format: format ?? null,
          article: article?.id ?? null,
          message: [...errors.map(({ message }) => message), ...notes].join('\n') || null,
          account: { account, errors, made },
          ...(withdraws === undefined ? {} : { withdraws, sentBy: this.sentBy }),
          createdAt: now,
          updatedAt: now,
        },
        returning: false,
        ...(req ? { req } : {}),
      })
    }
  }

  async end(files: number, counts: ImportSummary['counts']): Promise<void> {
    await this.payload.update({
      collection: 'imports',
      id: String(this.id),
      data: { status: 'done', finishedAt: new Date().toISOString(), counts: { files, ...counts } },
      depth: 0,
      overrideAccess: true,
    })
  }
}
