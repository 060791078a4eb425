/** What no text has: control characters but tab and the two ends of lines, and halves of a character. */
const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u

/** The first control character that no text has, as `U+0000`. */
export function controlCharacterIn(text: string): string | undefined {
  const [found] = CONTROL.exec(text) ?? []
  return found === undefined ? undefined : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
