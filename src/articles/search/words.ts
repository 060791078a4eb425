/** Scripts that set no spaces between words, or set them where one looks for part of a word: read in pairs of characters. */
const PAIRED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]+/gu

/** A word: it begins with a letter or a digit, and goes on with those and the marks upon them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** What some write and others leave out: accents, Hebrew points, Arabic vowel signs and the stroke that stretches a word. */
const LEFT_OUT = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g

/** The Arabic article and the particles that are written in one with it. */
const ARABIC_ARTICLE = /^(?:[وفبك]?ال|و?لل)(?=\p{L}{2})/u

/** Words are told apart by so many characters. */
const MAX_LENGTH = 40

/** A word that is looked for: by itself, or as the beginning of words. */
export type SoughtWord = { word: string; isWhole: boolean }

/**
 * The words of a text in any script, each once, as they are compared: without case, accents and vowel signs. Chinese,
 * Japanese, Korean, Thai and their like are read in pairs of characters, each pair being a word, and the last character
 * of a run one more.
 */
export function wordsOf(text: string): string[] {
  return [...new Set(piecesOf(text).flatMap(({ isPaired, piece }) => (isPaired ? pairsOf(piece, true) : [piece])))]
}

/**
 * The words that somebody looks for. A word finds all words that begin with it, unless it is a single letter; pairs of
 * characters are exact. A text without a letter or digit gives none.
 */
export function soughtWords(text: string): SoughtWord[] {
  const sought = new Map<string, SoughtWord>()
  for (const { isPaired, piece } of piecesOf(text)) {
    const length = Array.from(piece).length
    for (const word of isPaired ? pairsOf(piece, false) : [piece]) sought.set(word, { word, isWhole: isPaired ? length > 1 : length === 1 })
  }
  return [...sought.values()]
}

type Piece = { piece: string; isPaired: boolean }

function piecesOf(text: string): Piece[] {
  return (compared(text).match(WORD) ?? []).flatMap((word) => {
    if (!/[^\u0000-\u02ff]/.test(word)) return { piece: word.slice(0, MAX_LENGTH), isPaired: false }
    const paired = word.match(PAIRED) ?? []
    const others = word.split(PAIRED).filter((piece) => piece !== '')
    return [
      ...paired.map((piece) => ({ piece, isPaired: true })),
      ...others.map((piece) => ({ piece: shortened(piece.replace(ARABIC_ARTICLE, '')), isPaired: false })),
    ]
  })
}

/** The text as it is compared. Marks are taken off decomposed letters; what belongs together is put together again. */
function compared(text: string): string {
  const isPlain = !/[^\u0000-\u007f]/.test(text)
  const letters = isPlain ? text : text.normalize('NFKD').replace(LEFT_OUT, '').normalize('NFC').replaceAll('ى', 'ي').replaceAll('ة', 'ه')
  return letters.toLowerCase()
}

function pairsOf(run: string, isStored: boolean): string[] {
  const characters = Array.from(run)
  const pairs = characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`)
  return isStored || pairs.length === 0 ? [...pairs, characters.at(-1) ?? ''] : pairs
}

function shortened(word: string): string {
  return Array.from(word).slice(0, MAX_LENGTH).join('')
}
