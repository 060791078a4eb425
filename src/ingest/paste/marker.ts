import type { Block, Marker } from './blocks'
import { wordsOf } from './blocks'

/** Bullets as people and Word's symbol fonts print them; dashes begin sentences, too, and are none. */
const BULLET = /^[\s\u00a0]*[•·▪◦‣●○■\uf0a7\uf0b7][\s\u00a0]+/

/**
 * What Word prints before an item: a bullet of any kind, or a number or letters with a point or a bracket behind; then
 * several blanks, which tell it from words.
 */
const WORD_MARKER = /^[\s\u00a0]*(?:[•·▪◦‣●○■§o\u2013\u2014\uf0a7\uf0b7\uf0d8\uf0fc-]|\(?(?:[\p{Nd}.]{1,12}|\p{L}{1,6})[.)、．])[\s\u00a0]{2,}/u

/** A longer text counts nothing. */
const MAX_MARKER = 40
const CLOSINGS = '.)、．:-'

/** Figures alone, or figures or letters with points, brackets or dashes behind them. */
function isCount(words: string): boolean {
  if (/^\p{Nd}+$/u.test(words)) return true
  let end = words.length
  while (end > 0 && CLOSINGS.includes(words.charAt(end - 1))) end -= 1
  const count = words.slice(words.startsWith('(') ? 1 : 0, end)
  return end < words.length && (/^[\p{Nd}.]+$/u.test(count) || /^\p{L}+$/u.test(count))
}

/** Tells from its marker whether an item is counted, and from which number where that is written in figures. */
export function readMarker(marker: string): Marker {
  const words = marker.replace(/[\s\u00a0]+/g, '')
  const isOrdered = words.length <= MAX_MARKER && isCount(words)
  const figures = /^\(?(\d{1,6})[.)]?$/.exec(words)?.[1]
  return { isOrdered, number: isOrdered && figures !== undefined ? Number(figures) : undefined }
}

/** The marker that the words of one of Word's items begin with, where it was copied as words; with the blanks behind it. */
export function markerAt(words: string): string {
  return WORD_MARKER.exec(words)?.[0] ?? ''
}

/** A paragraph that begins with a bullet as the item of a list that it is. */
export function asItem(block: Block): Block {
  const bullet = block.kind === 'paragraph' ? BULLET.exec(wordsOf(block))?.[0] : undefined
  if (bullet === undefined) return block
  return { kind: 'item', level: 1, isOrdered: false, number: undefined, runs: without(block.runs, bullet.length) }
}

/** Runs without so many characters at their beginning. */
export function without(runs: readonly Block['runs'][number][], length: number): Block['runs'] {
  let left = length
  return runs.flatMap((run) => {
    const text = run.text.slice(left)
    left = Math.max(0, left - run.text.length)
    return text === '' ? [] : [{ ...run, text }]
  })
}
