/** Line and column of a place in a text, both from 1; columns in UTF-16 code units. CR, LF and CRLF end lines. */
export function placeIn(text: string, at: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let index = 0; index < at; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(index + 1) !== 0x0a)) {
      line += 1
      start = index + 1
    }
  }
  return { line, column: at - start + 1 }
}
