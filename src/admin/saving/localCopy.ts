/** What somebody typed and the database does not have, kept in this browser. */
export type LocalCopy = { key: string; at: number; fields: Record<string, unknown> }

type Store = Pick<Storage, 'getItem' | 'key' | 'length' | 'removeItem' | 'setItem'>
/** Whose text of which document, typed in which tab. */
export type Place = { user: string; document: string; tab: string }

const PREFIX = 'dateline:unsaved:'
/** Nobody asks for older ones. */
const KEPT_FOR_MS = 90 * 86_400_000

/** Where this browser keeps copies; undefined where it forbids that. */
export function browserStore(): Store | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

/** The copies of one document by one person; each open tab writes its own. */
export function copiesOf(store: Store | undefined, user: string, document: string): LocalCopy[] {
  return store ? copies(store, `${PREFIX}${user}:${document}:`) : []
}

/** Keeps a copy, or says that the browser has no room for it. */
export function keepCopy(store: Store | undefined, place: Place, fields: Record<string, unknown>, now: number): boolean {
  if (!store) return false
  try {
    store.setItem(keyOf(place), JSON.stringify({ at: now, fields }))
    return true
  } catch {
    return false
  }
}

export function dropCopy(store: Store | undefined, place: Place): void {
  store?.removeItem(keyOf(place))
}

/** Makes room: copies that nobody asked for in three months go. */
export function dropOldCopies(store: Store | undefined, now: number): void {
  for (const { at, key } of store ? copies(store, PREFIX) : []) if (now - at > KEPT_FOR_MS) store?.removeItem(key)
}

/** The tab that wrote a copy. */
export function tabOf({ key }: LocalCopy): string {
  return key.slice(key.lastIndexOf(':') + 1)
}

function keyOf({ document, tab, user }: Place): string {
  return `${PREFIX}${user}:${document}:${tab}`
}

/** Newest first. */
function copies(store: Store, prefix: string): LocalCopy[] {
  const keys = Array.from({ length: store.length }, (_each, index) => store.key(index)).filter((key) => key?.startsWith(prefix) === true)
  return keys
    .flatMap((key) => {
      const copy = key === null ? undefined : read(store, key)
      return copy ? [copy] : []
    })
    .sort((one, other) => other.at - one.at)
}

function read(store: Store, key: string): LocalCopy | undefined {
  try {
    const value: unknown = JSON.parse(store.getItem(key) ?? '')
    if (typeof value !== 'object' || value === null || !('at' in value) || !('fields' in value)) return undefined
    const { at, fields } = value
    return typeof at === 'number' && typeof fields === 'object' && fields !== null ? { key, at, fields: { ...fields } } : undefined
  } catch {
    return undefined
  }
}
