import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { createLocalReq } from 'payload'
import type { CollectionSlug, Payload, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { makeFolder } from '../storage/folder'
import { fileStoreOf } from '../storage/fileStore'
import type { Doc } from './format'
import { BackupRefused, isDoc, isName } from './format'

/** A file of a document: itself or one of its sizes. */
export type StoredFile = { slug: string; filename: string; mimeType: string; doc: Doc }

/** The content of a file and its length. */
type Content = { bytes: number; chunks: AsyncIterable<Uint8Array> }

/** The name of a file while it is written: of one process at a time, and written over by the next. */
const UNFINISHED = '.dateline-restore'

/** The collections whose documents are files. */
export function uploadSlugs({ config }: Payload): string[] {
  return config.collections.filter(({ upload }) => Boolean(upload)).map(({ slug }) => slug)
}

/** The files that a document names. */
export function filesOf(slug: string, doc: Doc): StoredFile[] {
  const sizes = isDoc(doc.sizes) ? Object.values(doc.sizes) : []
  return [doc, ...sizes].flatMap((each) => {
    if (!isDoc(each) || typeof each.filename !== 'string' || !isName(each.filename)) return []
    return { slug, filename: each.filename, mimeType: String(each.mimeType ?? ''), doc }
  })
}

/** Reads and writes the files of documents, on the disk or wherever the project keeps them. */
export class Files {
  readonly #payload: Payload
  readonly #req: PayloadRequest
  /** Files written so far, removed when a restore fails. */
  readonly #written: StoredFile[] = []

  private constructor(payload: Payload, req: PayloadRequest) {
    this.#payload = payload
    this.#req = req
  }

  static async open(payload: Payload): Promise<Files> {
    return new Files(payload, await createLocalReq({}, payload))
  }

  /** A file, or undefined when there is none. */
  async read(file: StoredFile): Promise<Content | undefined> {
    const collection = this.#collection(file.slug)
    return isOnDisk(collection) ? readFromDisk(path.join(folderOf(collection), file.filename)) : this.#readFromStore(collection, file)
  }

  /** Whether there is such a file. */
  async has(file: StoredFile): Promise<boolean> {
    const collection = this.#collection(file.slug)
    if (isOnDisk(collection)) return (await stat(path.join(folderOf(collection), file.filename)).catch(() => undefined))?.isFile() ?? false
    const found = await this.#readFromStore(collection, file)
    // Nothing of it is needed.
    for await (const _ of found?.chunks ?? []) break
    return found !== undefined
  }

  /**
   * Writes a file, unless it is there.
   *
   * @param sha256 of the content
   * @throws BackupRefused when another file has its name, or its storage takes no files
   */
  async put(file: StoredFile, sha256: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const collection = this.#collection(file.slug)
    const there = await this.read(file)
    if (there) {
      if ((await hashOf(there.chunks)) === sha256) return
      throw new BackupRefused(`Another file named ${file.filename} exists where the files of ${file.slug} are stored: move it away, then restore again.`)
    }
    this.#written.push(file)
    if (isOnDisk(collection)) return writeToDisk(folderOf(collection), file.filename, chunks)
    await this.#putIntoStore(collection, file, Buffer.concat(await toArray(chunks)))
  }

  /** Removes the files written so far. */
  async undo(): Promise<void> {
    for (const file of this.#written.splice(0)) await this.remove(file)
  }

  async remove(file: StoredFile): Promise<void> {
    const collection = this.#collection(file.slug)
    if (isOnDisk(collection)) return rm(path.join(folderOf(collection), file.filename), { force: true })
    await fileStoreOf(collection)?.remove({ collection, context: {}, doc: alone(file) as never, id: String(file.doc.id), req: this.#req })
  }

  /** The folder that the files of a collection are in; undefined where they are kept elsewhere. */
  folder(slug: string): string | undefined {
    const collection = this.#collection(slug)
    return isOnDisk(collection) ? folderOf(collection) : undefined
  }

  #collection(slug: string): SanitizedCollectionConfig {
    return this.#payload.collections[slug as CollectionSlug].config
  }

  async #readFromStore({ slug, upload }: SanitizedCollectionConfig, { doc, filename }: StoredFile): Promise<Content | undefined> {
    for (const handler of upload.handlers ?? []) {
      const answer = await handler(this.#req, { doc: doc as never, headers: new Headers(), params: { collection: slug, filename } })
      if (!(answer instanceof Response)) continue
      if (answer.status === 404) return undefined
      if (!answer.ok || !answer.body) throw new BackupRefused(`The storage of ${slug} answered ${String(answer.status)} for ${filename}: try again later.`)
      const length = answer.headers.get('Content-Length')
      const chunks = answer.body as unknown as AsyncIterable<Uint8Array>
      return length === null ? whole(chunks) : { bytes: Number(length), chunks }
    }
    return undefined
  }

  async #putIntoStore(collection: SanitizedCollectionConfig, file: StoredFile, data: Buffer): Promise<void> {
    const store = fileStoreOf(collection)
    if (!store) throw new BackupRefused(`The storage plugin of ${file.slug} takes no files from Dateline: remove the plugin for the restore, then upload the files yourself.`)
    const { filename, mimeType } = file
    const doc = alone(file)
    // The document already has the fields that the plugin would update.
    const payload: Payload = Object.assign(Object.create(this.#payload), { update: () => Promise.resolve(doc) })
    const req = Object.assign(Object.create(this.#req), { context: {}, file: { data, mimetype: mimeType, name: filename, size: data.length }, payload, payloadUploadSizes: {} })
    await store.put({ collection, context: {}, data: doc, doc: doc as never, operation: 'create', previousDoc: {} as never, req })
  }
}

/** A document of one file, for a plugin that knows documents only. */
function alone({ doc, filename, mimeType }: StoredFile): Doc {
  return { ...doc, filename, mimeType, sizes: {} }
}

function isOnDisk({ upload }: SanitizedCollectionConfig): boolean {
  return !upload.disableLocalStorage
}

function folderOf({ slug, upload }: SanitizedCollectionConfig): string {
  return path.resolve(upload.staticDir ?? slug)
}

async function readFromDisk(file: string): Promise<Content | undefined> {
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? { bytes: found.size, chunks: createReadStream(file) } : undefined
}

/** Whole under its name, or not there. */
async function writeToDisk(folder: string, filename: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  await makeFolder(folder)
  const unfinished = path.join(folder, UNFINISHED)
  const handle = await open(unfinished, 'w', 0o644)
  try {
    for await (const chunk of chunks) await handle.write(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, path.join(folder, filename))
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Content> {
  const all = await toArray(chunks)
  return { bytes: all.reduce((sum, { length }) => sum + length, 0), chunks: (async function* () { yield* await Promise.resolve(all) })() }
}

async function toArray(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}

async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}
