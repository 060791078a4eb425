import type { Payload, PayloadRequest } from 'payload'
import type { ImportOrigin } from './importStories'
import type { ImportOptions, ImportSummary, StoryReport } from './types'

/** The record that an import leaves in the admin UI: who, when, how, and what became of every story. */
export class ImportRecord {
  private constructor(
    private readonly payload: Payload,
    readonly id: number | string,
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
    return new ImportRecord(payload, id)
  }

  /** Adds reports, as part of the transaction that saves their stories. */
  async add(reports: readonly StoryReport[], req?: PayloadRequest): Promise<void> {
    const now = new Date().toISOString()
    for (const { account, article, errors, file, format, made, notes, outcome } of reports) {
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
