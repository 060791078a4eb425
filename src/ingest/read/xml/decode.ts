import { decodeWindows1252, encodingNamed } from '../../house/encodings'

/** An encoding that cannot be read, or bytes that are none of it. */
export class EncodingFault extends Error {}

/** The XML declaration is within so many bytes, or there is none. */
const DECLARATION_BYTES = 256
/** Text is handed on in pieces of about this many characters, whatever pieces the bytes come in. */
const PIECE = 65_536

type Decode = (bytes: Uint8Array, isLast: boolean) => string

/**
 * The text of an XML file (XML 1.0, appendix F): a byte order mark or the shape of UTF-16 decides, then what its
 * sender says (RFC 7303), then the encoding that the declaration names, then UTF-8. Strings pass as they are. Bytes that the encoding has no meaning for are a fault.
 */
export async function* decodeXml(chunks: AsyncIterable<string | Uint8Array>, declared?: string): AsyncGenerator<string> {
  let head: Uint8Array | undefined = new Uint8Array(0)
  let decode: Decode | undefined
  let text = ''
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') text += chunk
    else if (decode) text += decode(chunk, false)
    else {
      head = Buffer.concat([head ?? new Uint8Array(0), chunk])
      if (head.length < DECLARATION_BYTES) continue
      decode = decoderOf(head, declared)
      text += decode(head, false)
      head = undefined
    }
    if (text.length >= PIECE) {
      yield* pieces(text)
      text = ''
    }
  }
  if (!decode && head && head.length > 0) {
    decode = decoderOf(head, declared)
    text += decode(head, false)
  }
  if (decode) text += decode(new Uint8Array(0), true)
  yield* pieces(text)
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

function decoderOf(head: Uint8Array, declared: string | undefined): Decode {
  const [a, b] = head
  if (a === 0xff && b === 0xfe) return standard('utf-16le')
  if (a === 0xfe && b === 0xff) return standard('utf-16be')
  if (declared === 'windows-1252') return decodeWindows1252
  if (declared !== undefined) return standard(declared)
  if (a === 0x3c && b === 0) return standard('utf-16le')
  if (a === 0 && b === 0x3c) return standard('utf-16be')
  const start = Buffer.from(head.subarray(0, DECLARATION_BYTES)).toString('latin1')
  const label = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8'
  if (encodingNamed(label) === 'windows-1252') return decodeWindows1252
  // A declaration read as single bytes cannot name an encoding of two.
  return standard(label.startsWith('utf-16') ? 'utf-8' : label)
}

function standard(label: string): Decode {
  const decoder = decoderFor(label)
  return (bytes, isLast) => {
    try {
      return decoder.decode(bytes, { stream: !isLast })
    } catch {
      throw new EncodingFault(`The file has bytes that are not ${label}; name its true encoding in the XML declaration, import it with --encoding NAME (by HTTP ?encoding=NAME), or save it as UTF-8.`)
    }
  }
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    throw new EncodingFault(`The encoding "${label}" is not known; save the file as UTF-8.`)
  }
}
