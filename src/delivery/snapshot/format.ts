import { createHash } from 'node:crypto'
import type { Entry } from '../entry'
import { isModel } from '../model'
import type { Model } from '../model'

/** What a snapshot says of itself. */
export type Header = {
  /** Of whose answers it is made: another database, build or site does not read it. */
  identity: string
  /** When the database was last in touch with who wrote it, in milliseconds since 1970: later changes are not known to it. */
  asOf: number
  model: Model
}

/** A snapshot that was read. */
export type Decoded = { header: Header; entries: Entry[] }

/** A file is no snapshot, or not whole; the message says why. */
export class SnapshotFault extends Error {
  override name = 'SnapshotFault'
}

/** The first line: the name of the format and its version. */
const MAGIC = 'dateline-snapshot 2'

/** Written to the file at once, in bytes. */
const CHUNK_BYTES = 256 * 1024

const NEWLINE = 10

/**
 * Writes a snapshot: a line of JSON for its header, for each entry one and its body, and at the end how many entries there
 * are and a hash of the lines. Bodies are held to by their entity tags, which are hashes.
 *
 * @yields pieces of the file
 */
export function* encode(header: Header, entries: Iterable<Entry>): Generator<Buffer> {
  const hash = createHash('sha256')
  let pieces: Buffer[] = []
  let bytes = 0
  let count = 0
  const add = (piece: Buffer) => {
    pieces.push(piece)
    bytes += piece.length
  }
  const addLine = (value: unknown) => {
    const line = Buffer.from(`${JSON.stringify(value)}\n`)
    hash.update(line)
    add(line)
  }
  add(Buffer.from(`${MAGIC}\n`))
  addLine(header)
  for (const { body, etag, headers, key, modifiedAt, status, storedAt, tags } of entries) {
    count += 1
    addLine({ key, status, headers, etag, tags, storedAt, modifiedAt, bytes: body.length })
    add(body)
    if (bytes < CHUNK_BYTES) continue
    yield Buffer.concat(pieces)
    pieces = []
    bytes = 0
  }
  add(Buffer.from(`${JSON.stringify({ count, sha256: hash.digest('hex') })}\n`))
  yield Buffer.concat(pieces)
}

/**
 * Reads a snapshot.
 *
 * @returns entries that have expired, whatever they were: only a database that does not answer lets them be shown
 * @throws SnapshotFault
 */
export function decode(file: Buffer): Decoded {
  const hash = createHash('sha256')
  let at = 0
  const readLine = (): unknown => {
    const end = file.indexOf(NEWLINE, at)
    if (end === -1) throw new SnapshotFault('It ends too early.')
    const line = file.subarray(at, end + 1)
    at = end + 1
    const value = parse(line.toString('utf8'))
    if (!isEnd(value)) hash.update(line)
    return value
  }
  if (file.subarray(0, MAGIC.length + 1).toString('latin1') !== `${MAGIC}\n`) throw new SnapshotFault('It is no snapshot of this version.')
  at = MAGIC.length + 1
  const header = readLine()
  if (!isHeader(header)) throw new SnapshotFault('Its first line is no header.')
  const entries: Entry[] = []
  for (let line = readLine(); ; line = readLine()) {
    if (isEnd(line)) {
      if (line.count !== entries.length || line.sha256 !== hash.digest('hex') || at !== file.length) throw new SnapshotFault('It does not match its checksum.')
      return { header, entries }
    }
    if (!isRecord(line)) throw new SnapshotFault('A line is no entry.')
    const body = Buffer.from(file.subarray(at, at + line.bytes))
    at += line.bytes
    if (createHash('sha256').update(body).digest('base64url') !== line.etag) throw new SnapshotFault('An answer does not match its checksum.')
    const { bytes: _, ...kept } = line
    entries.push({ ...kept, body, until: Infinity, expiresAt: 0, variants: new Map(), aliases: [], lines: new Map() })
  }
}

type Record = Pick<Entry, 'key' | 'status' | 'headers' | 'etag' | 'tags' | 'storedAt' | 'modifiedAt'> & { bytes: number }

function isRecord(value: unknown): value is Record {
  if (typeof value !== 'object' || value === null) return false
  const { bytes, etag, headers, key, modifiedAt, status, storedAt, tags }: Partial<{ [Name in keyof Record]: unknown }> = value
  return (
    typeof key === 'string' &&
    typeof etag === 'string' &&
    [status, storedAt, modifiedAt, bytes].every((number) => Number.isSafeInteger(number) && Number(number) >= 0) &&
    isListOf(tags, (tag) => typeof tag === 'string') &&
    isListOf(headers, (pair) => isListOf(pair, (part) => typeof part === 'string') && pair.length === 2)
  )
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false
  const { asOf, identity, model }: Partial<{ [Name in keyof Header]: unknown }> = value
  return typeof identity === 'string' && typeof asOf === 'number' && isModel(model)
}

function isEnd(value: unknown): value is { count: number; sha256: string } {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'count' in value
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isItem)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new SnapshotFault('A line cannot be read.')
  }
}
