import { sha256 } from '../contentHash'
import { decodeCopy, encodingNamed } from '../house'
import type { DecodedCopy } from '../house'
import { encodeAs } from './encode'
import { encodeWindows1252 } from './windows1252'

/** The original of a story, as it is kept with the article: enough to write the same bytes again. */
export type Original = {
  text: string
  /** What {@link originalBytes} knows: `utf-16le`, `utf-8 with byte order mark`, `base64`, ... */
  encoding: string
  /** SHA-256 of the bytes. */
  checksum: string
}

/** A longer original is refused: with its article it has to fit into a document of MongoDB, which holds 16 MiB. */
export const MAX_ORIGINAL_CHARACTERS = 2_000_000

const WITH_MARK = ' with byte order mark'

/** How a text that no encoding gives back exactly is kept: damaged, or no text at all. */
export const AS_BASE64 = 'base64'

/** Lone surrogates and NUL, which no database keeps in a text. */
const UNKEEPABLE = /\p{Cs}|\0/u

/** The original that bytes are, as text wherever that loses nothing. */
export function originalOf(bytes: Uint8Array, { bom, encoding, text }: DecodedCopy = decodeCopy(bytes)): Original {
  const original = { text, encoding: bom ? `${encoding}${WITH_MARK}` : encoding, checksum: sha256(bytes) }
  const isWhole = !UNKEEPABLE.test(text) && Buffer.compare(originalBytes(original), bytes) === 0
  return isWhole ? original : { ...original, text: Buffer.from(bytes).toString('base64'), encoding: AS_BASE64 }
}

/** The original of a story that shares its file with others: its own piece, in UTF-8 whatever the file was in. */
export function originalOfPiece(text: string): Original {
  return originalOf(Buffer.from(text))
}

/**
 * The bytes that came in.
 *
 * @throws Error when the encoding is none that an import notes
 */
export function originalBytes({ encoding, text }: Pick<Original, 'encoding' | 'text'>): Buffer {
  if (encoding === AS_BASE64) return Buffer.from(text, 'base64')
  const marked = encoding.endsWith(WITH_MARK) ? `\ufeff${text}` : text
  const name = encoding.replace(WITH_MARK, '')
  if (name === 'utf-8') return Buffer.from(marked)
  if (name === 'utf-16le') return Buffer.from(marked, 'utf16le')
  if (name === 'utf-16be') return Buffer.from(marked, 'utf16le').swap16()
  if (name === 'windows-1252') return encodeWindows1252(marked)
  if (encodingNamed(name) === name) return encodeAs(name, marked)
  throw new Error(`No original is kept in "${encoding}".`)
}
