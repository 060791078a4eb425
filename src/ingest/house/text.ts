/** No credit line is longer (UTF-16 code units): a longer line is a paragraph, and is not looked at further. */
export const MAX_CREDIT_LENGTH = 400

const DASHES =
  '-\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2053\u207b\u208b\u2212\u2500\u2501\u2796\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d'
const BARS = '|\u00a6\u2223\u2502\u2758\uff5c\uffe8'
const COLONS = ':\u02d0\u2236\ua789\ufe13\ufe55\uff1a'
/** Characters that nobody sees: zero-width blanks and joiners, and marks of the direction of writing. */
const UNSEEN = '\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff'
/** Arabic-Indic digits, as Arabic and as Persian and Urdu write them; the places are the values. */
const DIGITS = ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'] as const
const COMMAS = ',\u060c\u3001\ufe10\ufe50\uff0c\uff64'

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...DIGITS.flatMap((digits) => Array.from(digits, (digit, value) => [digit, String(value)] as const)),
  ...[
    [UNSEEN, ' '],
    [DASHES, '-'],
    [BARS, '|'],
    [COLONS, ':'],
    [COMMAS, ','],
  ].flatMap(([variants = '', plain = '']) => Array.from(variants, (variant) => [variant, plain] as const)),
])

const FULL_WIDTH_FIRST = 0xff01
const FULL_WIDTH_LAST = 0xff5e
const FULL_WIDTH_SHIFT = 0xfee0

/**
 * The line as the grammar compares it: lower case, every dash `-`, every bar `|`, every colon `:`, every comma `,`,
 * full-width ASCII narrow, Arabic-Indic digits Western, every blank and every character that nobody sees a space. It
 * has the source's length, so an index into one is an index into the other, and what is kept is always cut from the source.
 */
export function fold(text: string): string {
  return /[^ -~]/.test(text) ? text.replace(/[^ -@[-~]/g, foldCharacter) : text.toLowerCase()
}

/** Letters that look like Latin ones (Cyrillic, Greek, small capitals), and those. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [
    ['АВЕЅІЈКМНОРСТУХԌԚԜҮ', 'ABESIJKMHOPCTYXGQWY'],
    ['авеѕіјкмнорстухгпԁԛԝһӏ', 'abesijkmhopctyxrndqwhl'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['αβεικνορτυχ', 'abeikvoptux'],
    ['ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢɑɡıօ', 'ABCDEGHIJKLMNOPRTUVWYZagio'],
  ].flatMap(([variants = '', plain = '']) => Array.from(variants, (variant, index) => [variant, plain.charAt(index)] as const)),
)

/** The text with Latin letters for those that look like them, and without accents: what it reads like at a glance. */
export function asLatin(text: string): string {
  if (!/[^ -~]/.test(text)) return text
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '')
  return Array.from(bare, (character) => LOOKALIKES.get(character) ?? character).join('').normalize('NFC')
}

function foldCharacter(character: string): string {
  if (character <= '~') return character >= 'A' ? character.toLowerCase() : ' '
  const plain = FOLDED.get(character)
  if (plain !== undefined) return plain
  const code = character.charCodeAt(0)
  if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) {
    return String.fromCharCode(code - FULL_WIDTH_SHIFT).toLowerCase()
  }
  return character.trim() === '' ? ' ' : character
}

/** Whether the line is blank: nothing in it but what `String.prototype.trim` removes. */
export function isBlank(line: string): boolean {
  const first = line.charCodeAt(0)
  return !(first > 0x20 && first < 0x7f) && line.trim() === ''
}

/** Whether the line is the house's mark of an empty slot: dashes of any kind, blanks between them or not. */
export function isDashes(line: string): boolean {
  if (line.length > MAX_CREDIT_LENGTH) return false
  const folded = fold(line)
  return folded.includes('-') && !/[^ -]/.test(folded)
}

/** The text without the dashes, bars, colons and blanks around it. */
export function stripSlot(text: string): string {
  const folded = fold(text)
  let start = 0
  let end = folded.length
  while (start < end && '-|: '.includes(folded.charAt(start))) start++
  while (end > start && '-|: '.includes(folded.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** Trimmed, with each run of blanks inside made one space. */
export function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** The text in quotes for a message, cut when long. */
export function quote(text: string): string {
  const shown = text.trim()
  return shown.length > 60 ? `"${shown.slice(0, 60)}…"` : `"${shown}"`
}
