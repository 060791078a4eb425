/** What is typed on the page of a new article until the page of the stored one has it, kept in this tab. */
export type Begun = { headline: string }

type Store = Pick<Storage, 'getItem' | 'removeItem' | 'setItem'>

const KEY = 'dateline:begun:'
/** Before it has an id. */
export const UNSTORED = 'new'

export function keepBegun(store: Store, id: string, begun: Begun): void {
  try {
    store.setItem(`${KEY}${id}`, JSON.stringify(begun))
  } catch {
    // The browser has no room: what is typed is still on the page.
  }
}

export function readBegun(store: Store, id: string): Begun | undefined {
  try {
    const value: unknown = JSON.parse(store.getItem(`${KEY}${id}`) ?? 'null')
    if (typeof value !== 'object' || value === null || !('headline' in value) || typeof value.headline !== 'string') return undefined
    return { headline: value.headline }
  } catch {
    return undefined
  }
}

export function dropBegun(store: Store, id: string): void {
  store.removeItem(`${KEY}${id}`)
}
