import type { WireError } from '../item'
import { parseWireDate } from './date'
import { Claims, childOf, elementsIn, isBlank, textOf } from './fields'
import type { Field } from './fields'
import { languageTag } from './values'

/** One record (a ninjs item, a front matter) while it is read: what was claimed, what went wrong, what is worth saying. */
export class Reading {
  readonly claims = new Claims()
  readonly errors: WireError[] = []
  readonly notes: string[] = []
  readonly root: Field
  /** The root's keys by their small letters, where the case of letters does not count. */
  readonly #keys = new Map<string, string>()

  constructor(root: Field, { anyCase = false } = {}) {
    this.root = root
    if (anyCase) for (const key of Object.keys(Object(root.value))) this.#keys.set(key.toLowerCase(), key)
  }

  #child(name: string): Field | undefined {
    return childOf(this.root, name) ?? childOf(this.root, this.#keys.get(name.toLowerCase()) ?? name)
  }

  /** The first of the fields under these names that is not empty. */
  field(...names: string[]): Field | undefined {
    return names.map((name) => this.#child(name)).find((field) => field !== undefined && !isBlank(field.value))
  }

  /** The elements of the lists under these names; a single value counts as a list of one. */
  elements(...names: string[]): Field[] {
    return names.flatMap((name) => elementsIn(this.#child(name)))
  }

  /** The text of the first of these fields, claimed. */
  text(to: string, ...names: string[]): string | undefined {
    const field = this.field(...names)
    const text = textOf(field)
    if (text !== undefined) this.claims.take(field, to)
    return text
  }

  /** The text of a field under another, claimed. */
  textIn(parent: Field, to: string, ...names: string[]): string | undefined {
    const field = names.map((name) => childOf(parent, name)).find((each) => textOf(each) !== undefined)
    this.claims.take(field, to)
    return textOf(field)
  }

  /** The moment a field holds; one that cannot be read is an error of the whole record. */
  date(to: string, field: Field | undefined): string | undefined {
    if (!field) return undefined
    this.claims.take(field, to)
    const text = field.value instanceof Date ? field.value.toISOString() : textOf(field)
    if (text === undefined) {
      this.errors.push({ path: field.path, message: 'This is no date; write it as 2023-10-18T09:00:00Z.' })
      return undefined
    }
    const date = parseWireDate(text, to === 'dateline.date' ? 'UTC' : undefined)
    if (!date.ok) {
      this.errors.push({ path: field.path, message: date.message })
      return undefined
    }
    if (date.note !== undefined) this.notes.push(`${field.path}: ${date.note}`)
    return date.iso
  }

  language(...names: string[]): string | undefined {
    const field = this.field(...names)
    const text = textOf(field)
    if (text === undefined) return undefined
    const tag = languageTag(text)
    if (tag === undefined) this.claims.leaveOut(field, 'it is no BCP 47 language tag such as en or zh-Hant')
    else this.claims.take(field, 'language')
    return tag
  }
}
