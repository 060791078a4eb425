/** Longer than any slug with its suffix, shorter than what a database refuses to look for. */
const MAX_LENGTH = 200

/** Whether a slug could read like this: text that no database chokes on. */
export function mayBeSlug(text: string): boolean {
  return text !== '' && text.length <= MAX_LENGTH && !/\p{C}/u.test(text)
}
