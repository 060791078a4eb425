/**
 * The source of each element of an array in a JSON text, character for character without the blanks around it: of the
 * array that is the whole text, or of the first one right under one of the keys of the object that is.
 *
 * @param text sound JSON
 */
export function* jsonPieces(text: string, keys: readonly string[] = []): Generator<string> {
  const wanted = text.trimStart().startsWith('[') ? 1 : 2
  let depth = 0
  let start = -1
  let last = ''
  for (const { at, mark, string } of marksOf(text)) {
    if (mark === '[' || mark === '{') {
      depth += 1
      if (start < 0 && depth === wanted && mark === '[' && (wanted === 1 || keys.includes(last))) start = at + 1
    } else if (mark === ']' || mark === '}') {
      depth -= 1
      if (start < 0 || depth !== wanted - 1) continue
      const piece = text.slice(start, at).trim()
      if (piece !== '') yield piece
      return
    } else if (mark === ',') {
      if (start < 0 || depth !== wanted) continue
      yield text.slice(start, at).trim()
      start = at + 1
    } else if (depth === 1 && start < 0) last = unquoted(string)
  }
}

/** Where a JSON text opens, parts or closes something, or has a string. */
type Mark = { at: number; mark: string; string: string }

/** An expression for a whole string would run out of stack on one of some million characters. */
function* marksOf(text: string): Generator<Mark> {
  const marks = /["[\]{},]/g
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const { 0: mark, index: at } = found
    if (mark === '"') marks.lastIndex = endOfString(text, at)
    yield { at, mark, string: mark === '"' ? text.slice(at, marks.lastIndex) : '' }
  }
}

/** The place behind the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0
    while (text[quote - 1 - escapes] === '\\') escapes += 1
    if (escapes % 2 === 0) return quote + 1
  }
  return text.length
}

function unquoted(text: string): string {
  const value: unknown = JSON.parse(text)
  return typeof value === 'string' ? value : ''
}
