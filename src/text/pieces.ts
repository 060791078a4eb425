/** What words end at, whatever comes before and after it; an apostrophe or a full stop may stand inside one. */
const BETWEEN_WORDS = /[\s。！？，、]/u

/** How far back a place between words is looked for. */
const LOOK_BACK = 100

/**
 * A text in pieces of at most so many characters, cut between words where there is such a place near the end: `Intl.Segmenter`
 * takes time with the square of what it is given.
 *
 * @param length at least 2, so that no character is cut through
 */
export function* pieces(text: string, length: number): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + length < text.length ? cutBefore(text, start, start + length) : text.length
    yield text.slice(start, end)
    start = end
  }
}

function cutBefore(text: string, start: number, end: number): number {
  for (let at = end; at > Math.max(start, end - LOOK_BACK); at -= 1) if (BETWEEN_WORDS.test(text.charAt(at - 1)) && !isLowSurrogate(text, at)) return at
  return isLowSurrogate(text, end) ? end - 1 : end
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
