/** A copy of more lines is refused (a long read has some hundreds), so that a wrong file cannot fill the memory. */
export const MAX_LINES = 1_000_000

export type SplitText = {
  readonly lines: readonly string[]
  /** What is past the {@link MAX_LINES}th line, unsplit. */
  readonly rest?: string
}

/**
 * Splits at CRLF, LF or a lone CR, and at nothing else: a form feed or a Unicode line separator is part of its
 * paragraph. A terminator ends a line, so the text "a\n" has one line and the empty text has none.
 */
export function splitLines(text: string): SplitText {
  if (text === '') return { lines: [] }
  const separator = text.includes('\r') ? /\r\n|\n|\r/ : '\n'
  const lines = text.split(separator, MAX_LINES + 1)
  if (lines.length > MAX_LINES) {
    lines.pop()
    return withRest(text, lines)
  }
  if (lines.at(-1) === '') lines.pop()
  return { lines }
}

function withRest(text: string, lines: readonly string[]): SplitText {
  let position = 0
  for (const line of lines) {
    position += line.length
    position += text.startsWith('\r\n', position) ? 2 : 1
  }
  return position < text.length ? { lines, rest: text.slice(position) } : { lines }
}
