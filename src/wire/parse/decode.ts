export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type DecodedCopy = {
  /** Without the byte order mark. */
  readonly text: string
  readonly encoding: Encoding
  readonly bom: boolean
  /** Bytes that the encoding has no meaning for were found; each stands as U+FFFD in the text. */
  readonly damaged: boolean
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lossyUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** https://encoding.spec.whatwg.org/index-windows-1252.txt, 0x80 to 0x9F; the rest of it is Latin-1. */
const WINDOWS_1252_HIGH =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const PIECE_BYTES = 65_536

/** How much of a file without a mark is looked at for the shape of UTF-16. */
const SAMPLE_BYTES = 1024
/** A file is UTF-16 when at least one code unit in so many is an ASCII character in it ... */
const ASCII_SHARE = 8
/** ... and so many times more than in the other byte order, where U+3000 looks like an ASCII "0". */
const LEAD = 2

/**
 * Turns the bytes of a copy into text. A byte order mark decides; without one, zeros beside ASCII bytes mean UTF-16,
 * bytes that are valid UTF-8 are UTF-8, and anything else is Windows-1252, in which every byte is a character.
 * A file that is UTF-8 for the greater part but broken somewhere is `damaged` rather than Windows-1252, lest a whole
 * story turn to mojibake for one lost byte.
 */
export function decodeCopy(bytes: Uint8Array): DecodedCopy {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeMarkedUtf8(bytes.subarray(3))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le', true)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be', true)
  const shape = utf16Shape(bytes)
  if (shape) return decodeUtf16(bytes, shape, false)
  const text = decodeStrictly(bytes)
  if (text !== undefined) return { text, encoding: 'utf-8', bom: false, damaged: false }
  const lossy = lossyUtf8.decode(bytes)
  if (isMostlyUtf8(lossy)) return { text: lossy, encoding: 'utf-8', bom: false, damaged: true }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252', bom: false, damaged: false }
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}

function decodeMarkedUtf8(bytes: Uint8Array): DecodedCopy {
  const text = decodeStrictly(bytes)
  return { text: text ?? lossyUtf8.decode(bytes), encoding: 'utf-8', bom: true, damaged: text === undefined }
}

/** Lone surrogates come through as they are, so that the parser can say where they stand. */
function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', bom: boolean): DecodedCopy {
  const odd = bytes.length % 2 === 1
  const whole = Buffer.from(odd ? bytes.subarray(0, -1) : bytes)
  const text = (encoding === 'utf-16be' ? whole.swap16() : whole).toString('utf16le')
  return { text: odd ? `${text}\ufffd` : text, encoding, bom, damaged: odd }
}

function utf16Shape(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const end = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  const sample = bytes.subarray(0, end)
  if (!sample.includes(0)) return undefined
  let little = 0
  let big = 0
  for (let index = 0; index < end; index += 2) {
    const [first = 0, second = 0] = [sample[index], sample[index + 1]]
    if (second === 0 && isAscii(first)) little++
    if (first === 0 && isAscii(second)) big++
  }
  const enough = end / 2 / ASCII_SHARE
  if (little >= enough && little > big * LEAD) return 'utf-16le'
  if (big >= enough && big > little * LEAD) return 'utf-16be'
  return undefined
}

function isAscii(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d
}

/** Windows-1252 prose hardly ever spells a valid multi-byte sequence; broken UTF-8 prose is full of them. */
function isMostlyUtf8(lossy: string): boolean {
  let balance = 0
  for (let index = 0; index < lossy.length; index++) {
    const code = lossy.charCodeAt(index)
    if (code === 0xfffd) balance--
    else if (code > 0x7f) balance++
  }
  return balance > 0
}

/**
 * By hand: the `windows-1252` of some Node releases decodes Latin-1 (nodejs/node#56542). In pieces, since V8 keeps all
 * the matches of one `replace` at a time.
 */
function decodeWindows1252(bytes: Uint8Array): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let start = 0; start < source.length; start += PIECE_BYTES) {
    text += source
      .toString('latin1', start, start + PIECE_BYTES)
      .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252_HIGH.charAt(character.charCodeAt(0) - 0x80))
  }
  return text
}
