import { decodeAs, decodeWindows1252 } from './encodings'
import { guessEncoding } from './guessEncoding'

/** As the Encoding Standard names it: `utf-8`, `windows-1251`. */
type Encoding = string

export type DecodedCopy = {
  /** Without the byte order mark. */
  readonly text: string
  readonly encoding: Encoding
  readonly bom: boolean
  /** Bytes that the encoding has no meaning for were found; each becomes U+FFFD in the text. */
  readonly damaged: boolean
  /** Nothing in the file says which encoding it is in, and it is no UTF-8: the likeliest one, or one of several. */
  readonly guess?: 'doubtful' | 'likely'
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lossyUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** How much of a file without a mark is looked at for the shape of UTF-16. */
const SAMPLE_BYTES = 1024
/** A file is UTF-16 when at least one code unit in so many is an ASCII character in it ... */
const ASCII_SHARE = 8
/** ... and so many times more than in the other byte order, where U+3000 looks like an ASCII "0". */
const LEAD = 2

/**
 * Turns the bytes of a copy into text. A byte order mark decides; without one, zeros beside ASCII bytes mean UTF-16,
 * bytes that are valid UTF-8 are UTF-8, and of anything else the likeliest encoding is taken. A file that is UTF-8 for the
 * greater part but broken somewhere is `damaged`, lest a whole story turn to mojibake for one lost byte.
 *
 * @param declared the encoding that the sender names, as `encodingNamed` gives it
 */
export function decodeCopy(bytes: Uint8Array, declared?: string): DecodedCopy {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeMarkedUtf8(bytes.subarray(3))
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le', true)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be', true)
  if (declared !== undefined) return decodeDeclared(bytes, declared)
  const shape = utf16Shape(bytes)
  if (shape) return decodeUtf16(bytes, shape, false)
  const text = decodeStrictly(bytes)
  if (text !== undefined) return { text, encoding: 'utf-8', bom: false, damaged: false }
  const lossy = lossyUtf8.decode(bytes)
  if (isMostlyUtf8(lossy)) return { text: lossy, encoding: 'utf-8', bom: false, damaged: true }
  return { ...guessEncoding(bytes), bom: false, damaged: false }
}

function decodeDeclared(bytes: Uint8Array, encoding: string): DecodedCopy {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decodeUtf16(bytes, encoding, false)
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), encoding, bom: false, damaged: false }
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding, bom: false, damaged: false }
  } catch {
    return { text: decodeAs(encoding, bytes), encoding, bom: false, damaged: true }
  }
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
