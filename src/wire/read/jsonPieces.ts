/** A string, or one character that opens, parts or closes. */
const MARK = /"(?:[^"\\]|\\.)*"|[[\]{},]/gs

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
  MARK.lastIndex = 0
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '[' || mark === '{') {
      depth += 1
      if (start < 0 && depth === wanted && mark === '[' && (wanted === 1 || keys.includes(last))) start = index + 1
    } else if (mark === ']' || mark === '}') {
      depth -= 1
      if (start < 0 || depth !== wanted - 1) continue
      const piece = text.slice(start, index).trim()
      if (piece !== '') yield piece
      return
    } else if (mark === ',') {
      if (start < 0 || depth !== wanted) continue
      yield text.slice(start, index).trim()
      start = index + 1
    } else if (depth === 1 && start < 0) last = unquoted(mark)
  }
}

function unquoted(text: string): string {
  const value: unknown = JSON.parse(text)
  return typeof value === 'string' ? value : ''
}
