/**
 * A text without the characters at its end that `isLeftOut` names. A regular expression such as `/\s+$/` does the same in
 * time by the square of a long run that is not at the end.
 */
export function withoutEnd(text: string, isLeftOut: (character: string) => boolean): string {
  let end = text.length
  while (end > 0 && isLeftOut(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** An address or a path without the slashes at its end. */
export function withoutSlash(address: string): string {
  return withoutEnd(address, (character) => character === '/')
}

/** A message without the full stop at its end, so that a sentence may go on. */
export function withoutStop(message: string): string {
  return withoutEnd(message, (character) => character === '.' || character === ':' || character.trim() === '')
}
