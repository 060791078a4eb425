import type { Place } from './localCopy'
import type { Values } from './values'

/** What was typed into a form and is not stored, with what it was typed upon. */
export type Unsaved = { place: Place; typed: Values; base: Values; stored: Values }

let left: Unsaved | undefined

/** A form goes from the page. Where Payload puts it up again, as when somebody takes the article over, the next one comes at once. */
export function leave(unsaved: Unsaved): void {
  left = unsaved
  setTimeout(() => {
    if (left === unsaved) left = undefined
  })
}

/** What the form before this one left, if that was a form of the same document by the same person. */
export function takeOver({ document, user }: Place): Unsaved | undefined {
  if (left?.place.document !== document || left.place.user !== user) return undefined
  const taken = left
  left = undefined
  return taken
}
