/** An editor of rich text that somebody types in: what it holds now, as the form will hold it a moment later. */
type Typed = { read: () => unknown }

const typed = new Map<string, Typed>()
const listeners = new Set<() => void>()

/**
 * The editor hands what is typed to the form when the browser is idle. Until then the form does not have the last
 * words; saves and local copies read them here.
 */
export function noteTyped(path: string, read: () => unknown): void {
  let value: unknown
  typed.set(path, { read: () => (value ??= read()) })
  for (const listener of listeners) listener()
}

/** What was typed into editors on this page, by the path of their fields. */
export function typedInEditors(): Record<string, unknown> {
  return Object.fromEntries([...typed].map(([path, { read }]) => [path, read()]))
}

/** The form holds something newer, or the editor is gone. */
export function forgetTyped(path: string): void {
  typed.delete(path)
}

export function onTyped(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
