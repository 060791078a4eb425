import { decodeWindows1252, encodingNamed } from '../../house/encodings'

/** An encoding that is not known, or bytes that are none of it. */
export class EncodingFault extends Error {}

/** The XML declaration is within so many bytes, or there is none. */
const DECLARATION_BYTES = 256
/** Text is handed on in pieces of about this many characters, whatever pieces the bytes come in. */
const PIECE = 65_536

/** Decodes the bytes that come next: their text, and what is wrong with them. */
type Decode = (bytes: Uint8Array, isLast: boolean) => { text: string; fault?: EncodingFault | undefined }

/**
 * The text of an XML file (XML 1.0, appendix F): a byte order mark or the shape of UTF-16 decides, then what its
 * sender says (RFC 7303), then the encoding that the declaration names, then UTF-8. Strings pass as they are. Where the
 * encoding is not known, or has no meaning for the bytes, a fault comes once; the text behind it is only what can be made out.
 */
export async function* decodeXml(chunks: AsyncIterable<string | Uint8Array>, declared?: string): AsyncGenerator<string | EncodingFault> {
  let head: Uint8Array | undefined = new Uint8Array(0)
  let decode: Decode | undefined
  let isFaulty = false
  let text = ''
  function* take(bytes: Uint8Array, isLast: boolean): Generator<string | EncodingFault> {
    const { text: next, fault } = decode?.(bytes, isLast) ?? { text: '', fault: undefined }
    if (!fault || isFaulty) {
      text += next
      return
    }
    isFaulty = true
    const place = Math.max(next.indexOf('\ufffd'), 0)
    yield* pieces(text + next.slice(0, place))
    yield fault
    text = next.slice(place)
  }
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') text += chunk
    else if (decode) yield* take(chunk, false)
    else {
      head = Buffer.concat([head ?? new Uint8Array(0), chunk])
      if (head.length < DECLARATION_BYTES) continue
      decode = decoderOf(head, declared)
      yield* take(head, false)
      head = undefined
    }
    if (text.length >= PIECE) {
      yield* pieces(text)
      text = ''
    }
  }
  if (!decode && head && head.length > 0) {
    decode = decoderOf(head, declared)
    yield* take(head, false)
  }
  yield* take(new Uint8Array(0), true)
  yield* pieces(text)
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

function decoderOf(head: Uint8Array, declared: string | undefined): Decode {
  const [a, b] = head
  if (a === 0xff && b === 0xfe) return standard('utf-16le')
  if (a === 0xfe && b === 0xff) return standard('utf-16be')
  if (declared === 'windows-1252') return windows1252
  if (declared !== undefined) return standard(declared)
  if (a === 0x3c && b === 0) return standard('utf-16le')
  if (a === 0 && b === 0x3c) return standard('utf-16be')
  const start = Buffer.from(head.subarray(0, DECLARATION_BYTES)).toString('latin1')
  const label = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8'
  if (encodingNamed(label) === 'windows-1252') return windows1252
  // A declaration read as single bytes cannot name an encoding of two.
  return standard(label.startsWith('utf-16') ? 'utf-8' : label)
}

function windows1252(bytes: Uint8Array): ReturnType<Decode> {
  return { text: decodeWindows1252(bytes) }
}

/** Decodes twice: strictly, which finds the fault, and leniently, which gives the text. */
function standard(label: string): Decode {
  const isKnown = encodingNamed(label) !== undefined
  const [strict, lenient] = [true, false].map((fatal) => new TextDecoder(isKnown ? label : 'utf-8', { fatal }))
  let fault = isKnown ? undefined : new EncodingFault(`The encoding "${label}" is not known; save the file as UTF-8.`)
  return (bytes, isLast) => {
    const text = lenient?.decode(bytes, { stream: !isLast }) ?? ''
    try {
      if (!fault) strict?.decode(bytes, { stream: !isLast })
    } catch {
      fault = new EncodingFault(`The file has bytes that are not ${label}; name its true encoding in the XML declaration, import it with --encoding NAME (by HTTP ?encoding=NAME), or save it as UTF-8.`)
    }
    return { text, fault }
  }
}
