/** The relation's document, when it came populated and not as an id. */
export function populated<T extends object>(relation: string | T | null | undefined): T | undefined {
  return typeof relation === 'object' && relation !== null ? relation : undefined
}

/** The documents of a list of relations; ids are left out. */
export function allPopulated<T extends object>(relations: readonly (string | T)[] | null | undefined): T[] {
  return (relations ?? []).flatMap((relation) => populated(relation) ?? [])
}

/** A text as it is, unless it is blank. */
export function text(value: string | null | undefined): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined
}

/** A list, unless it is empty. */
export function list<T>(items: readonly T[]): T[] | undefined {
  return items.length > 0 ? [...items] : undefined
}

/** A copy without the keys that hold nothing: JSON Schema counts a key set to `undefined` as there. */
export function defined<T extends object>(fields: T): T {
  const copy = { ...fields }
  for (const [key, value] of Object.entries(copy)) {
    if (value === undefined) Reflect.deleteProperty(copy, key)
  }
  return copy
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
