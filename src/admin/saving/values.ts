import { changedFields } from '../../articles/revisions'

/** The fields of an article by their names at the top. */
export type Values = Record<string, unknown>

/** What nobody types: the server's own, and what only the buttons of the panel change. */
export const SERVERS: ReadonlySet<string> = new Set(['_status', 'createdAt', 'createdBy', 'deletedAt', 'events', 'firstPublishedAt', 'id', 'importHash', 'modifiedAt', 'readingTime', 'revision', 'saves', 'search', 'stage', 'updatedAt', 'wordCount'])
/** What is not shown in the form. */
export const UNSHOWN: ReadonlySet<string> = new Set(['createdAt', 'events', 'id', 'saves', 'search', 'updatedAt'])

export function changesOf(before: Values, after: Values): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return changedFields(before, Object.fromEntries([...names].map((name) => [name, after[name]])), new Set())
}

/** Whether a field differs between two documents. */
export function differs(name: string, one: Values, other: Values): boolean {
  return changesOf({ [name]: one[name] }, { [name]: other[name] }).length > 0
}

export function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
}

export function isSimple(value: unknown): boolean {
  return Array.isArray(value) ? value.every((each) => typeof each === 'string') && value.length > 0 : typeof value !== 'object' || value === null
}

export function isUnder(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`)
}

export function revisionOf(document: Values): number {
  return typeof document.revision === 'number' ? document.revision : 0
}

export function docOf(body: unknown): Values | undefined {
  const doc = typeof body === 'object' && body !== null && 'doc' in body ? body.doc : undefined
  return typeof doc === 'object' && doc !== null ? { ...doc } : undefined
}
