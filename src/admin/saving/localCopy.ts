/** What somebody typed and the database does not have, kept in this browser. */
export type LocalCopy = { key: string; at: number; fields: Record<string, unknown> }

type Store = Pick<Storage, 'getItem' | 'key' | 'length' | 'removeItem' | 'setItem'>

const PREFIX = 'dateline:unsaved:'
/** Browsers give a site about five million characters; the oldest copies go first. */
const MOST_COPIES = 20

/** The copies of one document by one person; each open tab writes its own. */
export function copiesOf(store: Store, user: string, document: string): LocalCopy[] {
  return copies(store, `${PREFIX}${user}:${document}:`)
}

/** Keeps a copy, or says that the browser has no room for it. */
export function keepCopy(store: Store, place: { user: string; document: string; tab: string }, fields: Record<string, unknown>, now: number): boolean {
  const key = `${PREFIX}${place.user}:${place.document}:${place.tab}`
  const text = JSON.stringify({ at: now, fields })
  const others = copies(store, PREFIX).filter((copy) => copy.key !== key)
  for (const old of others.slice(MOST_COPIES - 1)) store.removeItem(old.key)
  try {
    store.setItem(key, text)
    return true
  } catch {
    return false
  }
}

export function dropCopy(store: Store, place: { user: string; document: string; tab: string }): void {
  store.removeItem(`${PREFIX}${place.user}:${place.document}:${place.tab}`)
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
