import type { CollectionSlug } from 'payload'
import { bareAdapter } from '../../database/bare'
import { isDoc, isDocID } from '../format'
import type { Doc, DocID } from '../format'
import type { Finding, Ground } from './types'

type Version = { id: DocID; updatedAt: string; isLatest: boolean; isPublished: boolean }

/** What of the versions of a document matters here. */
type History = { newest: Version; latest: Version[]; hasPublished: boolean }

/** Versions of a collection with drafts: each document has exactly one that is the newest, and one that readers see where it is published. */
export class VersionCheck {
  readonly #ground: Ground
  readonly #slug: string
  readonly #histories = new Map<DocID, History>()

  constructor(ground: Ground, slug: string) {
    this.#ground = ground
    this.#slug = slug
  }

  look(versions: readonly Doc[]): Finding[] {
    return versions.flatMap((doc) => {
      const { id, latest, parent, updatedAt, version } = doc
      if (!isDocID(id)) return []
      if (!isDocID(parent) || !this.#ground.ids.get(this.#slug)?.has(parent)) return { message: `version ${String(id)} of ${this.#slug}: belongs to no document` }
      this.#add(parent, { id, updatedAt: String(updatedAt), isLatest: latest === true, isPublished: isDoc(version) && version._status === 'published' })
      return []
    })
  }

  /** @param published the documents that are published */
  end(published: ReadonlySet<DocID>): Finding[] {
    const findings: Finding[] = []
    for (const id of this.#ground.ids.get(this.#slug) ?? []) {
      const history = this.#histories.get(id)
      const name = `${this.#slug} ${String(id)}`
      if (!history) findings.push({ message: `${name}: has no version; save it once` })
      else {
        if (history.latest.length !== 1) findings.push({ message: `${name}: has ${String(history.latest.length)} newest versions instead of one`, repair: () => this.#mark(id, history) })
        if (published.has(id) && !history.hasPublished) findings.push({ message: `${name}: is published, and no version of it is; publish it again` })
      }
    }
    return findings
  }

  #add(parent: DocID, version: Version): void {
    const before = this.#histories.get(parent)
    this.#histories.set(parent, {
      newest: before && before.newest.updatedAt >= version.updatedAt ? before.newest : version,
      latest: [...(before?.latest ?? []), ...(version.isLatest ? [version] : [])],
      hasPublished: version.isPublished || (before?.hasPublished ?? false),
    })
  }

  async #mark(parent: DocID, { latest, newest }: History): Promise<string> {
    for (const version of latest) if (version !== newest) await this.#write(version, false)
    await this.#write(newest, true)
    return `marked version ${String(newest.id)} of ${String(parent)} as the newest`
  }

  async #write({ id, updatedAt }: Version, latest: boolean): Promise<void> {
    const db = bareAdapter(this.#ground.payload.db)
    await db.updateVersion({ collection: this.#slug as CollectionSlug, id: id as string, req: {}, returning: false, versionData: { latest, updatedAt } as never })
  }
}
