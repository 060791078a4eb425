import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rangeOf } from '../../../src/delivery/range'
import { openToy } from './support/toyApp'
import type { Toy } from './support/toyApp'

const PICTURE = Buffer.from(Array.from({ length: 2000 }, (_, at) => at % 251))
const FILE = '/api/media/file/harbour.png'

let toy: Toy
beforeEach(() => {
  toy = openToy({ app: (_request, response) => void response.writeHead(200, { 'Accept-Ranges': 'bytes', 'Content-Type': 'image/png' }).end(PICTURE) })
})
afterEach(() => toy.close())

async function part(headers: Record<string, string>, method = 'GET') {
  const { body, headers: lines, status } = await toy.ask(FILE, { method, headers })
  const { 'content-length': length, 'content-range': range, 'content-type': type, etag } = Object.fromEntries(lines)
  return { body, status, length, range, type, etag }
}

describe('a kept file', () => {
  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, 1999],
    ['bytes=-10', 1990, 1999],
    ['bytes=-5000', 0, 1999],
    ['bytes=1990-5000', 1990, 1999],
    ['Bytes=0-0', 0, 0],
    ['bytes=0-99999999999999999999999', 0, 1999],
  ])('gives the part %s', async (range, first, last) => {
    for (const _ of ['rendered', 'kept']) {
      expect(await part({ range })).toEqual({
        body: PICTURE.subarray(first, last + 1),
        status: 206,
        length: String(last - first + 1),
        range: `bytes ${first}-${last}/2000`,
        type: 'image/png',
        etag: expect.stringMatching(/^"[\w-]{43}"$/),
      })
    }
    expect(toy.renders()).toBe(1)
  })

  it.each(['bytes=2000-', 'bytes=5000-6000', 'bytes=-0'])('says how long it is to who asks for %s', async (range) => {
    const { body, headers, status } = await toy.ask(FILE, { headers: { range } })
    expect([status, JSON.parse(body.toString())]).toEqual([416, { errors: [{ message: 'There are no such bytes: this has 2000.' }] }])
    expect(Object.fromEntries(headers)).toMatchObject({ 'content-range': 'bytes */2000', 'cache-control': 'no-store' })
  })

  it.each(['bytes=', 'bytes=-', 'bytes=9-1', 'bytes=a-b', 'bytes=0x1-2', 'bytes 0-1', 'lines=0-1', '0-1', 'bytes=0-1,5-6'])('is sent whole to who asks for %s', async (range) => {
    expect(await part({ range })).toMatchObject({ status: 200, length: '2000', range: undefined })
  })

  it('gives a part only of the version that the client has begun with', async () => {
    const { etag = '' } = await part({})
    expect((await part({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206)
    for (const other of ['"other"', `W/${etag}`, 'Wed, 21 Oct 2015 07:28:00 GMT', 'nonsense']) {
      expect(await part({ range: 'bytes=0-9', 'if-range': other })).toMatchObject({ status: 200, length: '2000' })
    }
    expect((await part({ range: 'bytes=0-9', 'if-none-match': etag })).status).toBe(304)
  })

  it('answers HEAD as if no range were asked for', async () => {
    expect(await part({ range: 'bytes=0-9' }, 'HEAD')).toMatchObject({ status: 200, length: '2000', range: undefined })
  })
})

it('what says nothing of ranges is sent whole', async () => {
  await toy.close()
  toy = openToy({ app: (_request, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"docs":[]}') })
  expect((await toy.ask('/api/articles', { headers: { range: 'bytes=0-3' } })).status).toBe(200)
})

describe('a range that goes to the app behind', () => {
  const passed = async (headers: Record<string, string>, method = 'GET') => {
    let range: string | undefined
    await toy.close()
    toy = openToy({
      app: (request, response) => {
        range = request.headers.range
        response.end()
      },
    })
    await toy.ask(FILE, { method, headers: { cookie: 'payload-token=x', ...headers } })
    return range
  }

  it('is one that it can answer', async () => {
    expect(await passed({ range: 'bytes=0-9' })).toBe('bytes=0-9')
    expect(await passed({ range: 'bytes=a-b' })).toBeUndefined()
    expect(await passed({ range: 'bytes=0-9', 'if-range': '"x"' })).toBeUndefined()
    expect(await passed({ range: 'bytes=0-9' }, 'HEAD')).toBeUndefined()
  })
})

describe('rangeOf', () => {
  const version = { etag: 'x', lastModified: 10_000 }

  it('compares a date to the second', () => {
    const since = (moment: number) => rangeOf({ range: 'bytes=0-1', 'if-range': new Date(moment).toUTCString() }, { size: 5, ...version })
    expect(since(10_000)).toEqual({ first: 0, last: 1 })
    expect([since(9000), since(11_000)]).toEqual([undefined, undefined])
  })

  it('never leaves the body, whatever is asked', () => {
    const range = fc.oneof(fc.string(), fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => `bytes=${from}-${to}`), fc.nat().map((count) => `bytes=-${count}`))
    fc.assert(
      fc.property(range, fc.nat(), (text, size) => {
        const found = rangeOf({ range: text }, { size, ...version })
        if (found === undefined || found === 'unsatisfiable') return
        expect(0 <= found.first && found.first <= found.last && found.last < size).toBe(true)
      }),
    )
  })
})
