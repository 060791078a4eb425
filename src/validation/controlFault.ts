import { controlCharacterIn } from '../text/controlCharacter'

/** No longer path is told. */
const MAX_PATH = 200

/**
 * What is wrong with a document that holds a control character, in a text or in the name of a field, or undefined. SQLite
 * would keep a text up to U+0000 only, and feeds could not be read.
 */
export function controlFault(data: unknown): string | undefined {
  const pending: [path: string, value: unknown][] = [['', data]]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [path, value] = next
    if (typeof value === 'string') {
      const character = controlCharacterIn(value)
      if (character !== undefined) return `${path} holds the control character ${character}, which no text has: take it out.`
    } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
      for (const [key, inside] of Object.entries(value)) {
        if (controlCharacterIn(key) !== undefined) return `The name of a field${path === '' ? '' : ` in ${path}`} holds a control character: take it out.`
        pending.push([path.length > MAX_PATH ? path : path === '' ? key : `${path}.${key}`, inside])
      }
    }
  }
  return undefined
}
