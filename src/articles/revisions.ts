/** A save as an article remembers it. */
export type Save = {
  /** The revision that it made. */
  revision: number
  /** When, as ISO 8601. */
  at: string
  /** Who saved, by id and name; null for code of the newsroom's own. */
  by: string | null
  who: string
  /** The fields that it changed. */
  fields: string[]
  isAutosave: boolean
  /** The first revision of a run of autosaves, and the last revision that changed each of its fields. */
  first?: number
  changedAt?: Record<string, number>
}

/** So many saves are remembered: enough to tell who changed what while somebody had the article open. */
const REMEMBERED = 50

/** Adds a save to those that are remembered; autosaves of one person in a row are one. */
export function withSave(saves: readonly Save[], save: Save): Save[] {
  const last = saves.at(-1)
  const isSameRun = last !== undefined && last.isAutosave && save.isAutosave && last.by === save.by
  const merged = isSameRun ? { ...save, fields: [...new Set([...last.fields, ...save.fields])], first: last.first ?? last.revision, changedAt: { ...changes(last), ...changes(save) } } : save
  return [...(isSameRun ? saves.slice(0, -1) : saves), merged].slice(-REMEMBERED)
}

/**
 * The saves that one based on an older revision would undo: all that came after it, but for autosaves by the same
 * person, whose own browser may send one while another is under way.
 *
 * @param base the revision that the save is based on
 * @param by who saves
 */
export function savesSince(saves: readonly Save[], base: number, by: string | null): Save[] {
  return saves.filter((save) => save.revision > base && !(save.isAutosave && save.by !== null && save.by === by))
}

function changes({ changedAt, fields, revision }: Save): Record<string, number> {
  return changedAt ?? Object.fromEntries(fields.map((field) => [field, revision]))
}

/** The saves after a revision that changed one of these fields, each with only those fields. */
export function overlapping(saves: readonly Save[], base: number, fields: readonly string[]): Save[] {
  return saves.flatMap((save) => {
    const changed = changes(save)
    const both = fields.filter((field) => (changed[field] ?? 0) > base)
    return both.length > 0 ? [{ ...save, fields: both }] : []
  })
}

/** Whether all saves since a revision are still remembered. */
export function remembers(saves: readonly Save[], base: number): boolean {
  return saves[0] !== undefined && (saves[0].first ?? saves[0].revision) <= base + 1
}

/** Tells in words who changed what since. */
export function conflictMessage(since: readonly Save[]): string {
  const told = since.map(({ fields, who }) => `${who} changed ${fields.join(', ') || 'nothing you can see'}`)
  const begun = 'This article was saved since you opened it'
  return `${told.length > 0 ? `${begun}: ${told.join('; ')}` : begun}. Reload it and make your changes again, so that none is lost.`
}

/** The fields in which two documents differ, of those that are named in both. */
export function changedFields(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>, ignored: ReadonlySet<string>): string[] {
  return Object.keys(after)
    .filter((name) => !ignored.has(name) && plain(before[name]) !== plain(after[name]))
    .sort()
}

/** Empty in any way is the same: a form sends null or nothing where the database has neither. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (each === null || each === '' || isEmptyList(each) ? undefined : each)) ?? ''
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** The saves that a stored article remembers. */
export function savesOf(value: unknown): Save[] {
  return Array.isArray(value) ? value.filter(isSave) : []
}

function isSave(value: unknown): value is Save {
  return typeof value === 'object' && value !== null && 'revision' in value && 'at' in value && 'who' in value && 'fields' in value
}
