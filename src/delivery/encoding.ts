import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Content codings that are made (RFC 9110 section 8.4.1, RFC 7932). */
export type Coding = 'br' | 'gzip'

/** In the order preferred where a client takes both alike. */
const CODINGS: readonly Coding[] = ['br', 'gzip']

/** A client that names more codings than this is read no further. */
const MOST_CODINGS = 64

/** Below this many bytes a body fits in one packet as it is. */
const MIN_BYTES = 1024

const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/javascript|image\/svg\+xml)/i

/** Brotli's quality: as small as gzip's best in a fraction of its time. */
const BROTLI_QUALITY = 5

const compressors: Record<Coding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body),
}

/** Whether a body of this type and size is worth compressing. */
export function isCompressible(type: string | undefined, bytes: number): boolean {
  return bytes >= MIN_BYTES && TEXT.test(type ?? '')
}

/** Compresses a body; null when the result is more than half as long. */
export async function compress(body: Buffer, coding: Coding): Promise<Buffer | null> {
  const result = await compressors[coding](body)
  return result.length * 2 <= body.length ? result : null
}

/**
 * The best coding that a client takes (RFC 9110 section 12.5.3), or undefined for the body as it is.
 *
 * @example codingFor('gzip;q=0.5, br') // 'br'
 */
export function codingFor(acceptEncoding: string | undefined): Coding | undefined {
  if (!acceptEncoding) return undefined
  const weights = new Map(acceptEncoding.split(',', MOST_CODINGS).map(readWeight))
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0
  const [best] = CODINGS.filter((coding) => weightOf(coding) > 0).toSorted((a, b) => weightOf(b) - weightOf(a))
  const identity = weights.get('identity') ?? 0
  return best !== undefined && weightOf(best) >= identity ? best : undefined
}

function readWeight(text: string): [name: string, weight: number] {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return [name, weight === undefined ? 1 : Number(weight) || 0]
}
