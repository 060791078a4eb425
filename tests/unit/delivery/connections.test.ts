import { once } from 'node:events'
import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { CONNECTION_LIMITS, createLimitedServer } from '../../../src/delivery/connections'
import type { ConnectionLimits } from '../../../src/delivery/connections'
import { openToy } from './support/toyApp'
import type { Toy } from './support/toyApp'

/** Limits that end what hangs while the test waits for it. */
const SHORT: Partial<ConnectionLimits> = { headMs: 200, requestMs: 300, idleMs: 400, keepAliveMs: 100, checkMs: 20 }

let toy: Toy
let server: Server
let drain: () => Promise<void>
afterEach(() => {
  server.closeAllConnections()
  server.close()
  toy.close()
})

/** Delivery on a port, in front of an app. */
async function open(app: RequestListener, limits: Partial<ConnectionLimits> = SHORT): Promise<void> {
  toy = openToy({ app })
  const limited = createLimitedServer(toy.delivery.listener, { ...CONNECTION_LIMITS, ...limits })
  server = limited.server
  drain = limited.drain
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
}

/** Connects, says something, and goes on listening. */
function say(text: string): { socket: Socket; ended: Promise<string> } {
  const address = server.address()
  const socket = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk.toString()))
  socket.on('error', () => undefined)
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)))
  socket.write(text)
  return { socket, ended }
}

const fine: RequestListener = (_request, response) => void response.end('{}')

describe('a connection on which a request was answered before its body was read', () => {
  const BODY = 'x'.repeat(500_000)
  const ASK = `POST /api/articles HTTP/1.1\r\nHost: a\r\nContent-Length: ${String(BODY.length)}\r\n\r\n${BODY}`

  it.each<[string, (request: IncomingMessage) => unknown]>([
    ['not at all', () => undefined],
    ['as a web stream, whose reader stopped', (request) => Readable.toWeb(request).getReader().read()],
    ['by pieces, and paused', (request) => request.once('data', () => request.pause())],
    ['when it was readable', (request) => request.once('readable', () => request.read(1))],
  ])('takes the next request: read %s', async (_, begin) => {
    await open((request, response) => {
      begin(request)
      setImmediate(() => response.writeHead(400).end('{}'))
    }, { ...SHORT, keepAliveMs: 5_000, requestMs: 5_000, idleMs: 5_000 })
    const { ended, socket } = say(`${ASK}${ASK}GET /api/articles HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect((await ended).match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 400', 'HTTP/1.1 400'])
    socket.destroy()
  })
})

describe('the connection is closed of a client that', () => {
  it('sends the head of its request byte by byte', async () => {
    await open(fine)
    const { ended, socket } = say('GET /api/articles HTTP/1.1\r\nHost: a\r\n')
    const drip = setInterval(() => socket.write('X-A: b\r\n'), 20)
    expect(await ended).toMatch(/^(HTTP\/1\.1 408 |$)/)
    clearInterval(drip)
    expect(toy.renders()).toBe(0)
  })

  it('sends its body byte by byte', async () => {
    await open((request, response) => void request.resume().once('end', () => response.end('{}')))
    const { ended, socket } = say('POST /api/articles HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n')
    const drip = setInterval(() => socket.write('x'), 20)
    expect(await ended).toMatch(/^HTTP\/1\.1 408 /)
    clearInterval(drip)
  })

  it('says nothing', async () => {
    await open(fine)
    expect(await say('').ended).toMatch(/^(HTTP\/1\.1 408 |$)/)
  })

  it('asks nothing more', async () => {
    await open(fine)
    expect(await say('GET /api/articles HTTP/1.1\r\nHost: a\r\n\r\n').ended).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('does not take its answer', async () => {
    await open((_request, response) => void response.writeHead(200, { 'Content-Length': 64 * 1024 * 1024 }).end(Buffer.alloc(64 * 1024 * 1024)))
    const closed = new Promise<void>((resolve) => server.once('connection', (socket: Socket) => socket.once('close', () => resolve())))
    const { socket } = say('GET /api/articles HTTP/1.1\r\nHost: a\r\n\r\n')
    socket.pause()
    await closed
    socket.destroy()
  })
})

it('a client that has closed its half of the connection gets its answer', async () => {
  await open(fine)
  const { ended, socket } = say('GET /api/articles HTTP/1.1\r\nHost: a\r\n\r\n')
  socket.end()
  expect(await ended).toMatch(/^HTTP\/1\.1 200 [^]*\{\}$/)
})

it('a client that wants another protocol gets its answer in this one', async () => {
  await open(fine)
  const { ended } = say('GET /api/articles HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n')
  expect(await ended).toMatch(/^HTTP\/1\.1 200 [^]*\{\}$/)
})

it('a client that names two hosts is told to name one', async () => {
  await open(fine)
  const { ended } = say('GET /api/articles HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n')
  expect(await ended).toMatch(/^HTTP\/1\.1 400 /)
})

it('a client that goes away while it waits takes nothing with it', async () => {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked: () => void = () => undefined
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  await open(async (_request, response) => {
    asked()
    await held
    response.end('{}')
  }, {})
  say('GET /api/articles HTTP/1.1\r\nHost: a\r\n\r\n').socket.once('connect', function (this: Socket) {
    void isAsked.then(() => this.destroy())
  })
  await isAsked
  const other = say('GET /api/articles HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  release()
  expect(await other.ended).toMatch(/^HTTP\/1\.1 200 /)
  expect(toy.failures).toEqual([])
})

it('a server that stops answers those who wait, takes nobody else, and is gone', async () => {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked: (request: IncomingMessage) => void = () => undefined
  const isAsked = new Promise<IncomingMessage>((resolve) => {
    asked = resolve
  })
  await open(async (request, response) => {
    asked(request)
    await held
    response.end('{"is":"whole"}')
  }, { graceMs: 1 })
  const { ended } = say('GET /api/articles HTTP/1.1\r\nHost: a\r\n\r\n')
  const silent = say('')
  await isAsked
  const drained = drain()
  expect(await silent.ended).toBe('')
  const late = say('GET /api/articles HTTP/1.1\r\nHost: a\r\n\r\n')
  await late.ended
  release()
  expect(await ended).toContain('{"is":"whole"}')
  await drained
  expect(server.listening).toBe(false)
})

it.each([
  ['headers that are too large', `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['many headers', `GET / HTTP/1.1\r\nHost: a\r\n${'X-A: b\r\n'.repeat(6000)}\r\n`, 431],
  ['what is no HTTP', 'nonsense\r\n\r\n', 400],
])('%s: the refusal says why (reports S3: 431 has an empty body)', async (_, text, status) => {
  await open(fine)
  const answer = await say(text).ended
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ errors: [{ message: expect.stringMatching(/\w/) as string }] })
})

it('a server that stops answers once more on a connection that was kept open, and says that it closes (http H5)', async () => {
  await open(fine, { graceMs: 60_000 })
  const { ended, socket } = say('GET /api/articles HTTP/1.1\r\nHost: a\r\n\r\n')
  await once(socket, 'data')
  const drained = drain()
  socket.write('GET /api/articles?limit=1 HTTP/1.1\r\nHost: a\r\n\r\n')
  const [, first = '', second = ''] = (await ended).split('HTTP/1.1 ')
  expect(first).toMatch(/^200 [^]*\r\nConnection: keep-alive\r\n/)
  expect(second).toMatch(/^200 [^]*\r\nConnection: close\r\n/)
  await drained
})

it('a server that stops closes a connection on which nothing more is asked (http H5)', async () => {
  await open(fine, { graceMs: 1 })
  const { ended, socket } = say('GET /api/articles HTTP/1.1\r\nHost: a\r\n\r\n')
  await once(socket, 'data')
  await drain()
  expect(await ended).toMatch(/^HTTP\/1\.1 200 /)
})

describe('a client that waits with the body (Expect: 100-continue)', () => {
  const ask = (path: string, lines: string) => say(`POST ${path} HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n${lines}\r\n\r\n`)

  it.each([
    ['too large', '/api/media', `Content-Length: ${99 * 1024 * 1024}`, 413],
    ['too large for GraphQL', '/api/graphql', 'Content-Type: application/json\r\nContent-Length: 999999', 413],
    ['for no page', '/feeds/rss.xml', 'Content-Length: 5', 405],
  ])('is refused before it sends one that is %s (http H3)', async (_name, path, lines, status) => {
    await open(fine, {})
    expect(await ask(path, lines).ended).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(toy.renders()).toBe(0)
  })

  it.each([
    ['/api/media', 'Content-Length: 2\r\nConnection: close'],
    ['/api/graphql', 'Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close'],
  ])('is told to send another: %s (http H3)', async (path, lines) => {
    await open((request, response) => void request.resume().once('end', () => response.end('{}')), {})
    const { ended, socket } = ask(path, lines)
    expect(String((await once(socket, 'data'))[0])).toBe('HTTP/1.1 100 Continue\r\n\r\n')
    socket.write('{}')
    expect(await ended).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /)
  })

  it('learns that another expectation cannot be met (http H3)', async () => {
    await open(fine, {})
    expect(await say('POST /api/media HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n').ended).toMatch(/^HTTP\/1\.1 417 /)
  })
})
