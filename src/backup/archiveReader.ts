import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { extract } from 'tar-stream'
import { ID_KINDS } from '../database/idKinds'
import { isRecord } from '../formats/values'
import { quoted } from '../text/quoted'
import { BackupRefused, FORMAT, HEADER, isDoc, isDocID, KINDS, MANIFEST, placeOf } from './format'
import type { Doc, Header, Kind, Manifest } from './format'

/** No document is as long; and none is read into memory that is. */
const MAX_LINE_BYTES = 64 * 1_048_576

/** The list of a hundred thousand entries is shorter. */
const MAX_MANIFEST_BYTES = 256 * 1_048_576

/** One entry of a backup. Read its content before you ask for the next entry. */
export type ReadEntry = { kind: Kind; slug: string; file: string; name: string; content: AsyncIterable<Uint8Array> }

const DAMAGED = 'This backup is damaged'

/** @throws BackupRefused for what cannot be read as a backup */
export function damaged(what: string): BackupRefused {
  return new BackupRefused(`${DAMAGED}: ${what}. Nothing was restored. Use another backup.`)
}

/**
 * Reads a whole backup and verifies that it is complete and unchanged.
 *
 * @param onLine is given every document in it
 * @throws BackupRefused when it is not whole, or of a newer format
 */
export async function verifyArchive(file: string, begin: (header: Header) => (entry: ReadEntry, docs: AsyncIterable<Doc>) => Promise<void>): Promise<Manifest> {
  const found = new Map<string, { bytes: number; sha256: string }>()
  let take: ReturnType<typeof begin> | undefined
  let header: Header | undefined
  let manifest: Manifest | undefined
  for await (const { content, name } of rawEntries(file)) {
    if (manifest) throw damaged(`the entry ${quoted(name)} comes after ${MANIFEST}`)
    if (found.has(name)) throw damaged(`the entry ${quoted(name)} appears twice`)
    const hash = createHash('sha256')
    let bytes = 0
    const hashed = passing(content, (chunk) => {
      hash.update(chunk)
      bytes += chunk.length
    })
    if (!header) {
      if (name !== HEADER) throw new BackupRefused('This file is not a Dateline backup.')
      header = readHeader(await parse(hashed, MAX_LINE_BYTES, name))
      take = begin(header)
    } else if (name === MANIFEST) {
      manifest = readManifest(await parse(hashed, MAX_MANIFEST_BYTES, name))
      continue
    } else {
      const place = placeOf(name)
      if (!place || !take) throw damaged(`the entry ${quoted(name)} is unknown`)
      await take({ ...place, name, content: hashed }, place.kind === 'files' ? none() : docsIn(hashed, name))
    }
    for await (const _ of hashed) continue
    found.set(name, { bytes, sha256: hash.digest('hex') })
  }
  if (!header) throw new BackupRefused('This file is not a Dateline backup.')
  if (!manifest) throw damaged(`${MANIFEST} is missing`)
  for (const { bytes, name, sha256 } of manifest.entries) {
    const entry = found.get(name)
    if (!entry) throw damaged(`the entry ${quoted(name)} is missing`)
    if (entry.bytes !== bytes || entry.sha256 !== sha256) throw damaged(`the checksum of ${quoted(name)} does not match`)
    found.delete(name)
  }
  const [more] = found.keys()
  if (more !== undefined) throw damaged(`the entry ${quoted(more)} is not listed in ${MANIFEST}`)
  return manifest
}

/** The entries of a backup that was found to be whole, without the first and the last. */
export async function* readArchive(file: string): AsyncGenerator<ReadEntry> {
  for await (const { content, name } of rawEntries(file)) {
    const place = placeOf(name)
    if (place) yield { ...place, name, content }
  }
}

/** The documents of an entry, a line each. */
export async function* docsIn(content: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Doc> {
  for await (const line of linesIn(content, name)) {
    const doc = parsed(line, name)
    if (!isDoc(doc) || !isDocID(doc.id)) throw damaged(`${quoted(name)} has a line that is not a document`)
    yield doc
  }
}

async function* rawEntries(file: string): AsyncGenerator<{ name: string; content: AsyncIterable<Uint8Array> }> {
  const source = createReadStream(file)
  const tar = extract()
  source.once('error', (error) => tar.destroy(error))
  source.pipe(tar as unknown as NodeJS.WritableStream)
  try {
    for await (const entry of tar) {
      if (entry.header.type !== 'file') throw damaged(`${quoted(entry.header.name)} is not a file`)
      yield { name: entry.header.name, content: clearly(entry as unknown as AsyncIterable<Uint8Array>) }
      entry.resume()
    }
  } catch (error) {
    throw isOfTar(error) ? damaged(error.message) : error
  } finally {
    source.destroy()
    tar.destroy()
  }
}

/** A tar may end in the middle of an entry. */
async function* clearly(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content
  } catch (error) {
    throw isOfTar(error) ? damaged(error.message) : error
  }
}

/** Errors of tar-stream have no code; errors of the file system do. */
function isOfTar(error: unknown): error is Error {
  return error instanceof Error && !(error instanceof BackupRefused) && !('code' in error) && /tar|end of data|header|premature/i.test(error.message)
}

async function* passing(content: AsyncIterable<Uint8Array>, see: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    see(chunk)
    yield chunk
  }
}

async function* none(): AsyncGenerator<never> {
  // A file holds no documents.
}

async function* linesIn(content: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of content) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...held, chunk.subarray(start, end)]).toString('utf8')
      held = []
      length = 0
      start = end + 1
    }
    held.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > MAX_LINE_BYTES) throw damaged(`${quoted(name)} has a line that is too long`)
  }
  if (length > 0) throw damaged(`${quoted(name)} ends in the middle of a line`)
}

async function parse(content: AsyncIterable<Uint8Array>, most: number, name: string): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of content) {
    length += chunk.length
    if (length > most) throw damaged(`${quoted(name)} is too long`)
    chunks.push(chunk)
  }
  return parsed(Buffer.concat(chunks).toString('utf8'), name)
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged(`${quoted(name)} is not valid JSON`)
  }
}

function readHeader(value: unknown): Header {
  if (!isRecord(value) || typeof value.format !== 'number') throw new BackupRefused('This file is not a Dateline backup.')
  if (value.format > FORMAT) throw new BackupRefused(`This backup has format ${String(value.format)}, written by a newer Dateline (${String(value.dateline)}): update Dateline first.`)
  const { dateline, engine, ids, moment } = value
  if (typeof dateline !== 'string' || typeof moment !== 'string' || typeof engine !== 'string' || !isRecord(ids) || !Object.values(ids).every(isIdKind)) throw damaged(`${HEADER} is incomplete`)
  return value as Header
}

function readManifest(value: unknown): Manifest {
  if (!isRecord(value) || !Array.isArray(value.entries) || !value.entries.every(isEntry) || !isCounts(value.counts)) throw damaged(`${MANIFEST} is incomplete`)
  return value as Manifest
}

function isEntry(value: unknown): boolean {
  return isRecord(value) && typeof value.name === 'string' && typeof value.bytes === 'number' && typeof value.sha256 === 'string'
}

function isCounts(value: unknown): boolean {
  return isRecord(value) && KINDS.every((kind) => isRecord(value[kind]) && Object.values(value[kind]).every((count) => typeof count === 'number'))
}

function isIdKind(value: unknown): boolean {
  return ID_KINDS.some((kind) => kind === value)
}
