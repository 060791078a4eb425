import { IncomingMessage, ServerResponse } from 'node:http'
import type { OutgoingHttpHeaders, RequestListener } from 'node:http'
import { Socket } from 'node:net'
import type { Rendered } from './rendered'

/** A request of delivery's own to the app behind it. */
export type InnerRequest = { method: string; url: string; headers: Readonly<Record<string, string>>; body?: string | undefined }

/** The answer grew past what is kept. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/**
 * Has the app answer a request that comes from no connection, and collects the answer.
 *
 * @param maxBytes a longer body is not collected
 * @throws TooLarge
 */
export async function render(app: RequestListener, inner: InnerRequest, maxBytes: number): Promise<Rendered> {
  const request = new IncomingMessage(new Nowhere())
  request.method = inner.method
  request.url = inner.url
  request.httpVersion = '1.1'
  request.httpVersionMajor = 1
  request.httpVersionMinor = 1
  const length = inner.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(inner.body)) }
  request.headers = { ...inner.headers, ...length }
  request.rawHeaders = Object.entries(inner.headers).flat()
  if (inner.body !== undefined) request.push(inner.body)
  request.push(null)
  request.complete = true
  const response = new Collected(request, maxBytes)
  // A listener may be an async function, whatever its type says.
  Promise.resolve<unknown>(app(request, response)).catch((error: unknown) => response.fail(error))
  return response.whole
}

/** A connection whose bytes go nowhere. */
class Nowhere extends Socket {
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done()
  }

  override _writev(_chunks: unknown, done: () => void): void {
    done()
  }

  override _read(): void {
    // Nothing ever comes.
  }

  override _final(done: () => void): void {
    done()
  }
}

class Collected extends ServerResponse {
  readonly #chunks: Buffer[] = []
  readonly #maxBytes: number
  #bytes = 0
  #settle: { resolve: (rendered: Rendered) => void; reject: (error: unknown) => void } = { resolve: ignore, reject: ignore }
  readonly whole: Promise<Rendered>

  constructor(request: IncomingMessage, maxBytes: number) {
    super(request)
    this.#maxBytes = maxBytes
    this.whole = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    this.assignSocket(new Nowhere())
    this.once('error', (error) => this.fail(error))
    this.once('close', () => this.fail(new Error('The app closed its answer before it was whole.')))
  }

  fail(error: unknown): void {
    this.#settle.reject(error)
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.find((each) => typeof each === 'object')
    const lines = linesOf(headers)
    for (const [name] of lines) this.removeHeader(name)
    for (const [name, value] of lines) this.appendHeader(name, value)
    if (Number(this.getHeader('content-length')) > this.#maxBytes) this.fail(new TooLarge())
    return super.writeHead(status)
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#keep(chunk, rest[0])
    rest.filter((each) => typeof each === 'function').forEach((done: unknown) => process.nextTick(done as () => void))
    if (!this.headersSent) this.writeHead(this.statusCode)
    return true
  }

  override end(...args: unknown[]): this {
    const [chunk, encoding] = args
    if (typeof chunk !== 'function' && chunk !== undefined && chunk !== null) this.#keep(chunk, encoding)
    this.#settle.resolve({ status: this.statusCode, headers: this.#lines(), body: Buffer.concat(this.#chunks) })
    const done = args.find((each) => typeof each === 'function')
    return super.end(done as (() => void) | undefined)
  }

  #keep(chunk: unknown, encoding: unknown): void {
    if (this.#bytes > this.#maxBytes) return
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, isEncoding(encoding) ? encoding : 'utf8') : copyOf(chunk)
    this.#bytes += bytes.length
    if (this.#bytes > this.#maxBytes) this.fail(new TooLarge())
    else this.#chunks.push(bytes)
  }

  #lines(): [string, string][] {
    return Object.entries(this.getHeaders()).flatMap(([name, value]) =>
      [value].flat().flatMap((each): [string, string][] => (each === undefined ? [] : [[name, String(each)]])),
    )
  }
}

/** Headers as `writeHead` takes them: an object, pairs, or names and values in turn. */
function linesOf(headers: unknown): [string, string | readonly string[]][] {
  if (typeof headers !== 'object' || headers === null) return []
  if (!Array.isArray(headers)) {
    return Object.entries(headers as OutgoingHttpHeaders).flatMap(([name, value]): [string, string | readonly string[]][] =>
      value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value]],
    )
  }
  const flat: string[] = headers.flat().map(String)
  return flat.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : []))
}

function copyOf(chunk: unknown): Buffer {
  if (chunk instanceof Uint8Array) return Buffer.from(chunk)
  throw new TypeError('The app wrote neither text nor bytes.')
}

function isEncoding(value: unknown): value is BufferEncoding {
  return typeof value === 'string' && Buffer.isEncoding(value)
}

function ignore(): void {
  // Replaced before it could be called.
}
