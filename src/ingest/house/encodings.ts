/** https://encoding.spec.whatwg.org/index-windows-1252.txt, 0x80 to 0x9F; the rest of it is Latin-1. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const PIECE_BYTES = 65_536

/** No label of the Encoding Standard is longer. */
const MAX_LABEL = 40

/** Encodings that the Encoding Standard has for browsers alone. */
const NO_TEXT: readonly string[] = ['replacement', 'x-user-defined']

/** How encodings are written that do not begin with a capital letter alone. */
const PRINTED: ReadonlyMap<string, string> = new Map([
  ['big5', 'Big5'], ['gbk', 'GBK'], ['shift_jis', 'Shift_JIS'], ['x-mac-cyrillic', 'x-mac-cyrillic'], ['macintosh', 'Macintosh'],
])

/**
 * The encoding that a label means (https://encoding.spec.whatwg.org/#names-and-labels), such as `windows-1251` for `cp1251`;
 * undefined for a label that is not known.
 */
export function encodingNamed(label: string): string | undefined {
  if (label.length > MAX_LABEL) return undefined
  try {
    const { encoding } = new TextDecoder(label.trim())
    return NO_TEXT.includes(encoding) ? undefined : encoding
  } catch {
    return undefined
  }
}

/** What people call an encoding: `Windows-1251`, `KOI8-R`. */
export function printedEncoding(encoding: string): string {
  return PRINTED.get(encoding) ?? (encoding.startsWith('windows') ? `W${encoding.slice(1)}` : encoding.toUpperCase())
}

/** Text of an encoding that {@link encodingNamed} gave; bytes that it has no meaning for become U+FFFD. */
export function decodeAs(encoding: string, bytes: Uint8Array): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/**
 * By hand: the `windows-1252` of some Node releases decodes Latin-1 (nodejs/node#56542). In pieces, since V8 keeps all
 * the matches of one `replace` at a time.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let start = 0; start < source.length; start += PIECE_BYTES) {
    text += source
      .toString('latin1', start, start + PIECE_BYTES)
      .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252_HIGH.charAt(character.charCodeAt(0) - 0x80))
  }
  return text
}
