import { LEFT_OUT } from '../item'
import type { SourceMapEntry } from '../item'

/** A value in a JSON or YAML document, with its address as an account names it. */
export type Field = { readonly path: string; readonly value: unknown; readonly parent?: Field }

/** The field under a key or a place of another; undefined when there is none. Only own keys count, `__proto__` too. */
export function childOf(field: Field, key: string | number): Field | undefined {
  const { value } = field
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return { path: pathOf(field, key), value: Reflect.get(value, key), parent: field }
}

/** All fields right under one. */
export function childrenOf(field: Field): Field[] {
  const { value } = field
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => childOf(field, Array.isArray(value) ? Number(key) : key) ?? [])
}

/** The elements of a list; a single value counts as a list of one. */
export function elementsIn(field: Field | undefined): Field[] {
  if (!field || isBlank(field.value)) return []
  return Array.isArray(field.value) ? childrenOf(field) : [field]
}

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** The field's text, trimmed; a number counts, a blank text does not. */
export function textOf(field: Field | undefined): string | undefined {
  const value = typeof field?.value === 'number' ? String(field.value) : field?.value
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function pathOf({ path, value }: Field, key: string | number): string {
  if (Array.isArray(value)) return `${path}[${String(key)}]`
  const name = String(key)
  return /^[\p{L}_@][\p{L}\p{N}_:@-]*$/u.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`
}

/**
 * Which fields of a document became what. {@link Claims.account} then names every field once: those claimed, and with
 * {@link LEFT_OUT} all the rest, each as a whole where nothing inside it was claimed.
 */
export class Claims {
  readonly #claims = new Map<string, Omit<SourceMapEntry, 'at'>>()
  readonly #above = new Set<string>()

  /** The first claim stays: a field that was read for two purposes is named for the first. */
  take(field: Field | undefined, to: string, why?: string): void {
    if (!field || this.#claims.has(field.path)) return
    this.#claims.set(field.path, why === undefined ? { to } : { to, why })
    for (let above = field.parent; above && !this.#above.has(above.path); above = above.parent) this.#above.add(above.path)
  }

  leaveOut(field: Field | undefined, why: string): void {
    this.take(field, LEFT_OUT, why)
  }

  has(field: Field): boolean {
    return this.#claims.has(field.path) || this.#above.has(field.path)
  }

  account(root: Field): SourceMapEntry[] {
    const account: SourceMapEntry[] = []
    const pending = [root]
    for (let field = pending.pop(); field; field = pending.pop()) {
      const claim = this.#claims.get(field.path)
      if (claim) account.push({ at: field.path, ...claim })
      else if (this.#above.has(field.path)) for (const child of childrenOf(field).reverse()) pending.push(child)
      else account.push({ at: field.path, to: LEFT_OUT, why: isEmpty(field.value) ? 'empty' : 'an article has no field for it' })
    }
    return account
  }
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
}
