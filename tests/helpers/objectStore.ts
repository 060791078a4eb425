import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'

/**
 * The least of an S3-compatible store over real HTTP: objects are put, read, asked for and deleted by signed requests
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html), and kept as files.
 *
 * The stores on npm are years old or need a newer Node than this project; those of other kinds need a download.
 */
export type ObjectStore = {
  url: string
  key: { id: string; secret: string }
  bucket: string
  /** The names of what is kept. */
  names: () => Promise<string[]>
  /** Has it fail, as a store that is ill does, or work again. */
  setIll: (isIll: boolean) => void
  close: () => Promise<void>
}

export async function openObjectStore(): Promise<ObjectStore> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-store-'))
  const key = { id: 'desk', secret: 'a secret for tests only' }
  const types = new Map<string, string>()
  let isIll = false
  const bucket = 'pictures'

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const { pathname } = new URL(request.url ?? '/', 'http://store')
    const [, room, ...rest] = pathname.split('/').map(decodeURIComponent)
    const name = rest.join('/')
    if (isIll) return refuse(response, 503, 'ServiceUnavailable')
    if (!isSigned(request, body, key.secret)) return refuse(response, 403, 'SignatureDoesNotMatch')
    if (room !== bucket || name.includes('..')) return refuse(response, 404, 'NoSuchBucket')
    const file = path.join(folder, encodeURIComponent(name))
    if (request.method === 'PUT') {
      await writeFile(file, body)
      types.set(name, request.headers['content-type'] ?? '')
      response.writeHead(200, { ETag: `"${hash(body)}"` }).end()
    } else if (request.method === 'DELETE') {
      await rm(file, { force: true })
      response.writeHead(204).end()
    } else {
      const bytes = await readFile(file).catch(() => undefined)
      if (!bytes) return refuse(response, 404, 'NoSuchKey')
      response
        .writeHead(200, { 'Content-Length': bytes.length, 'Content-Type': types.get(name) ?? '', ETag: `"${hash(bytes)}"` })
        .end(request.method === 'HEAD' ? undefined : bytes)
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The store has no port.')
  return {
    bucket,
    key,
    url: `http://127.0.0.1:${address.port}`,
    names: async () => (await readdir(folder)).map(decodeURIComponent).toSorted(),
    setIll: (now) => {
      isIll = now
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await rm(folder, { force: true, recursive: true })
    },
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'Content-Type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`)
}

/** Whether a request was signed with a secret, its body included. */
function isSigned({ headers, method = '', url = '' }: IncomingMessage, body: Buffer, secret: string): boolean {
  const found = /^AWS4-HMAC-SHA256 Credential=[^/]+\/(?<scope>[^,]+), SignedHeaders=(?<names>[^,]+), Signature=(?<signature>\w+)$/.exec(headers.authorization ?? '')
  const { names = '', scope = '', signature } = found?.groups ?? {}
  const content = headers['x-amz-content-sha256']
  if (content !== hash(body)) return false
  const [pathname = '', query = ''] = url.split('?')
  const lines = names.split(';').map((name) => `${name}:${[headers[name] ?? ''].flat().join(',').trim()}`)
  const canonical = [method, pathname, query.split('&').toSorted().join('&'), ...lines, '', names, content].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n')
  const signing = scope.split('/').reduce<Buffer | string>((by, part) => createHmac('sha256', by).update(part).digest(), `AWS4${secret}`)
  return createHmac('sha256', signing).update(text).digest('hex') === signature
}

function hash(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}
