import { analyse } from 'chardet'
import { decodeAs, encodingNamed } from './encodings'

/** What bytes that are no UTF-8 are most likely in; `doubtful` when another encoding is nearly as likely and reads otherwise. */
export type Guess = { readonly encoding: string; readonly text: string; readonly guess: 'doubtful' | 'likely' }

const WESTERN = 'windows-1252'
/** Bytes that are looked at. */
const SAMPLE_BYTES = 65_536
/** A guess of less confidence than this (of 100) is none: three characters of Japanese get 10. */
const LEAST = 20
/** An encoding is nearly as likely as another from this share of its confidence on. */
const NEAR = 0.72
/** Western texts have accents and quotation marks among their letters, and no more of them than this share. */
const MOST_WESTERN = 0.3

/** The superset that Windows has of an ISO encoding: the characters of both are in the same places. */
const SUPERSETS: ReadonlyMap<string, string> = new Map([['iso-8859-8', 'windows-1255'], ['iso-8859-9', 'windows-1254']])

/** Fewer bytes beyond ASCII tell nothing of a language: a name such as "Peña" is Western, a few letters of Russian are in doubt. */
const FEW = 8

/** Tells by likelihood which encoding bytes are in that are no UTF-8. */
export function guessEncoding(bytes: Uint8Array): Guess {
  const sample = linesBeyondAscii(bytes)
  const { beyond, share } = countBeyondAscii(sample)
  if (beyond < FEW && share <= MOST_WESTERN) return { encoding: WESTERN, text: decodeAs(WESTERN, bytes), guess: 'likely' }
  const candidates = analyse(sample).flatMap(({ confidence, name }) => {
    const label = encodingNamed(name)
    const encoding = label && (SUPERSETS.get(label) ?? label)
    return encoding === undefined || encoding.startsWith('utf-') ? [] : [{ confidence, encoding }]
  })
  const [best = { confidence: 0, encoding: WESTERN }] = candidates
  const isWestern = best.encoding === WESTERN
  const words = decodeAs(best.encoding, sample)
  const isRival = ({ confidence, encoding }: { confidence: number; encoding: string }) =>
    encoding !== best.encoding && confidence >= best.confidence * NEAR && decodeAs(encoding, sample) !== words
  const isUnlikely = beyond < FEW || (isWestern ? share > MOST_WESTERN : best.confidence < LEAST)
  const isDoubtful = isUnlikely || candidates.some(isRival) || words.includes('\ufffd')
  return { encoding: best.encoding, text: decodeAs(best.encoding, bytes), guess: isDoubtful ? 'doubtful' : 'likely' }
}

/** The lines that have bytes beyond ASCII: labels and English words say nothing of the encoding. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = []
  let size = 0
  for (let start = 0; start < bytes.length && size < SAMPLE_BYTES; ) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed < 0 ? bytes.length : feed + 1
    const line = bytes.subarray(start, end)
    if (line.some((byte) => byte > 0x7f)) {
      lines.push(line.subarray(0, SAMPLE_BYTES - size))
      size += line.length
    }
    start = end
  }
  return Buffer.concat(lines)
}

/** How many bytes are beyond ASCII, and what share of those that are letters. */
function countBeyondAscii(bytes: Uint8Array): { beyond: number; share: number } {
  let letters = 0
  let beyond = 0
  for (const byte of bytes) {
    if (byte > 0x7f) beyond += 1
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters += 1
  }
  return { beyond, share: beyond / Math.max(letters + beyond, 1) }
}
