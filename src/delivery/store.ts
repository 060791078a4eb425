import { LRUCache } from 'lru-cache'
import type { Change } from './change'
import { sizeOf } from './entry'
import type { Entry } from './entry'

/** Raw targets remembered per entry, and the longest that is. */
const MAX_ALIASES = 8
const MAX_ALIAS_LENGTH = 4096

/** The part of all bytes that raw targets may take, and what one takes beside its letters, roughly. */
const ALIASES_PART = 1 / 8
const ALIAS_OVERHEAD = 128

/** Kept answers by key and by what they show, the least recently used thrown away first. */
export class Store {
  readonly #entries: LRUCache<string, Entry>
  readonly #byTag = new Map<string, Set<Entry>>()
  readonly #byAlias: LRUCache<string, Entry>

  /** @param maxBytes all entries together, their compressed variants included; with 0 nothing is kept */
  constructor(maxBytes: number) {
    const aliasBytes = Math.floor(maxBytes * ALIASES_PART)
    this.#entries = new LRUCache({
      maxSize: Math.max(1, maxBytes - aliasBytes),
      sizeCalculation: sizeOf,
      dispose: (entry) => this.#forget(entry),
    })
    this.#byAlias = new LRUCache({
      maxSize: Math.max(1, aliasBytes),
      // Two bytes for a letter that is none of Latin's; a GraphQL query may hold any.
      sizeCalculation: (_entry, alias) => 2 * alias.length + ALIAS_OVERHEAD,
      dispose: ({ aliases }, alias) => {
        const at = aliases.indexOf(alias)
        if (at !== -1) aliases.splice(at, 1)
      },
    })
  }

  /** The entry for a raw target seen before; it is found without reading the target. */
  getByAlias(alias: string): Entry | undefined {
    const entry = this.#byAlias.get(alias)
    return entry && this.#entries.get(entry.key)
  }

  get(key: string): Entry | undefined {
    return this.#entries.get(key)
  }

  /** The same, without counting as a use of it. */
  peek(key: string): Entry | undefined {
    return this.#entries.peek(key)
  }

  set(entry: Entry): void {
    this.#entries.set(entry.key, entry)
    // Too large for the whole store: it was not taken.
    if (this.#entries.peek(entry.key) !== entry) return
    for (const tag of entry.tags) {
      const entries = this.#byTag.get(tag)
      if (entries) entries.add(entry)
      else this.#byTag.set(tag, new Set([entry]))
    }
  }

  /** Remembers that a raw target leads to an entry. */
  alias(alias: string, entry: Entry): void {
    if (entry.aliases.length >= MAX_ALIASES || alias.length > MAX_ALIAS_LENGTH) return
    if (this.#entries.peek(entry.key) !== entry || this.#byAlias.peek(alias) === entry) return
    this.#byAlias.set(alias, entry)
    if (this.#byAlias.peek(alias) === entry) entry.aliases.push(alias)
  }

  /** Takes a change into account: what shows it is thrown away, or kept for an outage only. */
  apply({ removes, tags }: Change): void {
    const entries = tags === 'all' ? [...this.#entries.values()] : tags.flatMap((tag) => [...(this.#byTag.get(tag) ?? [])])
    for (const entry of entries) {
      if (removes) this.#entries.delete(entry.key)
      else entry.expiresAt = 0
    }
  }

  /** How much is kept. */
  get stats(): { bytes: number; entries: number; tags: number; aliases: number } {
    const { calculatedSize, size } = this.#entries
    return { bytes: calculatedSize, entries: size, tags: this.#byTag.size, aliases: this.#byAlias.size }
  }

  #forget(entry: Entry): void {
    for (const alias of [...entry.aliases]) if (this.#byAlias.peek(alias) === entry) this.#byAlias.delete(alias)
    for (const tag of entry.tags) {
      const entries = this.#byTag.get(tag)
      entries?.delete(entry)
      if (entries?.size === 0) this.#byTag.delete(tag)
    }
  }
}
