/** Longer than any slug with its suffix, shorter than what a database refuses to look for. */
const MAX_LENGTH = 200

/** Whether a slug could read like this: text that no database chokes on. Some scripts need the two joiners. */
export function mayBeSlug(text: string): boolean {
  return text !== '' && text.length <= MAX_LENGTH && !/(?![\u200C\u200D])\p{C}/u.test(text)
}
