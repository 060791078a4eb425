import type { IdKind } from '../database/idKinds'

/** The format of backups that this release writes; it reads this one and all before it. */
export const FORMAT = 1

/** The first entry of a backup, and the last. */
export const HEADER = 'dateline.json'
export const MANIFEST = 'manifest.json'

/** The folders of a backup, in order: documents come before their versions and files. */
export const KINDS = ['collections', 'globals', 'versions', 'global-versions', 'files'] as const

export type Kind = (typeof KINDS)[number]

/** A document as it is stored. */
export type Doc = Record<string, unknown>
export type DocID = number | string

/** The content of the first entry. */
export type Header = {
  format: number
  /** The release that wrote it. */
  dateline: string
  /** When the snapshot was taken (ISO 8601). */
  moment: string
  engine: string
  /** The kind of ids in each collection. */
  ids: Record<string, IdKind>
}

/** How many documents, versions or files each collection or global has, by kind. */
export type Counts = Record<Kind, Record<string, number>>

export type Entry = { name: string; bytes: number; sha256: string }

/** The content of the last entry: it lists every other entry, so that a missing one is noticed. */
export type Manifest = Header & { counts: Counts; entries: Entry[] }

/** A backup cannot be made or restored like this; the message is one line that says what to do. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}

/** Collections that are not saved: leases and counters, locks of open documents, migrations. */
export const NOT_SAVED: readonly string[] = ['payload-kv', 'payload-locked-documents', 'payload-migrations']

/** Parses the name of an entry; undefined for an unknown name. */
export function placeOf(name: string): { kind: Kind; slug: string; file: string } | undefined {
  const [kind = '', slug = '', file = '', ...rest] = name.split('/')
  const known = KINDS.find((each) => each === kind)
  if (!known || rest.length > 0 || !isName(slug) || !isName(file)) return undefined
  if (known !== 'files' && !/^\d{6,9}\.jsonl$/.test(file)) return undefined
  return { kind: known, slug, file }
}

/** Whether this names a file in a folder, and nothing above or below it on any system. */
export function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\p{Cc}]/u.test(name)
}

export function noCounts(): Counts {
  return { collections: {}, globals: {}, versions: {}, 'global-versions': {}, files: {} }
}

export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isDocID(value: unknown): value is DocID {
  return typeof value === 'string' || typeof value === 'number'
}
