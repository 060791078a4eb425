import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, Refusal } from '../../helpers/articles'
import { client, signIn, tokenOf } from '../../helpers/client'
import type { Answer, Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { Media } from '../../../src/payload-types'

type Uploaded = { doc: Media } & Refusal

let newsroom: TestNewsroom
let editor: Client
let token: string
let png: Buffer
let jpeg: Buffer

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
  editor = await signIn(newsroom, 'editor')
  token = await tokenOf(newsroom, 'journalist')
  const sea = sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
  png = await sea.png().toBuffer()
  jpeg = await sea.jpeg().toBuffer()
})
afterAll(() => newsroom.close())

function send(bytes: Buffer | string, name = 'sea.png', type = 'image/png', who = editor): Promise<Answer<Uploaded>> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'The sea', credit: 'Dateline' }))
  form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }), name)
  return who.sendBody<Uploaded>('/api/media', form)
}

/** A picture of one colour, so small in bytes and so large in pixels as it says. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(Math.ceil(width / 8 + 1) * 10))
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

describe('a picture', () => {
  it('is taken, kept byte for byte and shown as what it is', async () => {
    const { body, status } = await send(jpeg, 'sea.jpg', 'image/jpeg')
    expect(status).toBe(201)
    const answer = await fetch(new URL(body.doc.url ?? '', newsroom.url))
    expect(Buffer.from(await answer.arrayBuffer()).equals(jpeg)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
    })
  })

  it('is kept under the extension of what it is, whatever it is called', async () => {
    const { body } = await send(jpeg, 'page.html', 'text/html')
    expect(body.doc).toMatchObject({ filename: expect.stringMatching(/^page(-\d+)?\.jpg$/) as string, mimeType: 'image/jpeg' })
  })

  it.each([
    ['../../../etc/passwd', /^passwd(-\d+)?\.png$/],
    ['a\u202Egnp.exe', /^agnp(-\d+)?\.png$/],
    [`${'long'.repeat(500)}.png`, /^(long){25}(-\d+)?\.png$/],
    ['평양.png', /^평양(-\d+)?\.png$/],
    ['%2e%2e%2fboot.png', /^2e-2e-2fboot(-\d+)?\.png$/],
  ])('called %s gets a harmless name, and is found under it', async (name, kept) => {
    const { body, status } = await send(png, name)
    expect([status, body.doc.filename]).toEqual([201, expect.stringMatching(kept)])
    expect((await fetch(new URL(body.doc.url ?? '', newsroom.url))).status).toBe(200)
  })
})

describe('what stands behind a JPEG is cut off, and never kept:', () => {
  const text = (trailer: string) => Buffer.from(trailer, 'latin1')
  it.each<[string, () => Buffer]>([
    ['notes of a phone’s own (SEFH, SEFT)', () => Buffer.concat([Buffer.alloc(4), text('\x00\x00\x01\x0aImage_UTC_Data1700000000000'), text('SEFH\x6b\x00\x00\x00\x01\x00\x00\x00'), text('\x18\x00\x00\x00SEFT')])],
    ['a film', () => Buffer.concat([text('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42'), text('\x00\x00\x10\x00mdat'), Buffer.alloc(4088, 0xff)])],
    ['a film that holds the end of a picture', () => Buffer.concat([text('\x00\x00\x00\x18ftypmp42'), text('\xff\xd8\xff\xe0'), text('\xff\xd9')])],
    ['an archive', () => text('PK\x03\x04\x14\x00archivePK\x01\x02PK\x05\x06' + '\x00'.repeat(18))],
    ['a page', () => text('<!doctype html><script>alert(document.cookie)</script>')],
    ['a page behind zeros', () => Buffer.concat([Buffer.alloc(64), text('<svg onload=alert(1)>')])],
    ['the beginning of another picture with a page in it', () => text('\xff\xd8\xff<script>alert(1)</script>')],
    ['one byte', () => text('x')],
  ])('%s', async (_what, trailer) => {
    const { body, status } = await send(Buffer.concat([jpeg, trailer()]), 'phone.jpg', 'image/jpeg')
    expect([status, body.doc.filesize]).toEqual([201, jpeg.length])
    const kept = await fetch(new URL(body.doc.url ?? '', newsroom.url))
    expect(Buffer.from(await kept.arrayBuffer()).equals(jpeg)).toBe(true)
  })

  it('behind the previews that cameras write there', async () => {
    const withPreview = Buffer.concat([jpeg, Buffer.alloc(16), jpeg])
    const { body } = await send(Buffer.concat([withPreview, text('\x00\x00\x00\x18ftypmp42')]), 'preview.jpg', 'image/jpeg')
    const kept = await fetch(new URL(body.doc.url ?? '', newsroom.url))
    expect(Buffer.from(await kept.arrayBuffer()).equals(withPreview)).toBe(true)
  })

  it('also when the file takes another’s place', async () => {
    const { body } = await send(png)
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(Buffer.concat([jpeg, text('PK\x03\x04')]))], { type: 'image/jpeg' }), 'again.jpg')
    const answer = await fetch(`${newsroom.url}/api/media/${body.doc.id}`, { method: 'PATCH', body: form, headers: { Authorization: `JWT ${await tokenOf(newsroom, 'editor')}` } })
    const { doc } = (await answer.json()) as Uploaded
    expect([answer.status, doc.filesize]).toEqual([200, jpeg.length])
  })
})

describe('what is no picture is refused with a reason:', () => {
  it.each<[string, () => Buffer | string, string, string, RegExp]>([
    ['an SVG', () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'a.svg', 'image/svg+xml', /no picture that can be shown/],
    ['an SVG that is called PNG', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.png', 'image/png', /no picture that can be shown/],
    ['a page', () => '<!doctype html><script>alert(1)</script>', 'a.png', 'image/png', /no picture that can be shown/],
    ['nothing', () => '', 'a.png', 'image/png', /./],
    ['a GIF that is a script', () => 'GIF89a/*\u0001\u0000\u0000*/=1;alert(1)//;', 'a.gif', 'image/gif', /broken/],
    ['a picture with a page behind it', () => Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]), 'a.png', 'image/png', /goes on after its picture ends, by 25 bytes/],
    ['a picture with an archive behind it', () => Buffer.concat([png, Buffer.from('PK\u0003\u0004archive')]), 'a.png', 'image/png', /goes on after its picture ends/],
    ['a cut JPEG with a trailer', () => Buffer.concat([jpeg.subarray(0, jpeg.length - 40), Buffer.from('SEFT')]), 'a.jpg', 'image/jpeg', /broken/],
    ['a picture with the bytes of another kind', () => Buffer.concat([Buffer.from('GIF89a'), png]), 'a.gif', 'image/gif', /broken/],
    ['a picture that was cut', () => jpeg.subarray(0, jpeg.length - 40), 'a.jpg', 'image/jpeg', /broken/],
    ['a picture whose data are damaged', () => Buffer.concat([png.subarray(0, 60), Buffer.alloc(8, 7), png.subarray(68)]), 'a.png', 'image/png', /broken/],
  ])('%s', async (_what, bytes, name, type, reason) => {
    const { body, status } = await send(bytes(), name, type)
    expect([status, body.errors?.[0]?.message]).toEqual([400, expect.stringMatching(reason)])
  })

  it('a file in another’s place', async () => {
    const { body } = await send(png)
    const form = new FormData()
    form.set('file', new Blob(['<script>alert(1)</script>'], { type: 'image/png' }), 'sea.png')
    const token = await tokenOf(newsroom, 'editor')
    const answer = await fetch(`${newsroom.url}/api/media/${body.doc.id}`, { method: 'PATCH', body: form, headers: { Authorization: `JWT ${token}` } })
    expect(answer.status).toBe(400)
  })

  it('an address that this server should fetch', async () => {
    const { body, status } = await editor.send<Refusal>(
      'POST',
      '/api/media?uploadEdits[crop][x]=1&uploadEdits[widthInPixels]=5',
      { alt: 'x', credit: 'x', filename: 'x.png', url: `${newsroom.url}/api/users/me` },
    )
    expect([status, body.errors[0]?.message]).toEqual([400, 'Send the picture itself, as multipart/form-data.'])
  })
})

describe('what is too large is refused with 413 and the limit:', () => {
  it.each([
    ['a square', () => bomb(30_000, 30_000)],
    ['a line', () => bomb(1_000_000, 200)],
  ])('a picture that is small in bytes and huge in pixels: %s', async (_what, bytes) => {
    const { body, status } = await send(bytes())
    expect([status, body.errors[0]?.message]).toEqual([413, expect.stringMatching(/^This picture is too large: \d+ × \d+ pixels; it may have 100 million\.$/)])
  })

  it('an animation of many frames', async () => {
    const frames = Buffer.concat(Array.from({ length: 12 }, (_, n) => Buffer.alloc(1000 * 1000 * 3, n * 20)))
    const gif = await sharp(frames, { raw: { width: 1000, height: 12_000, channels: 3, pageHeight: 1000 } }).gif().toBuffer()
    expect((await send(gif, 'small.gif', 'image/gif')).status).toBe(201)
    const { body, status } = await send(repeatFrames(gif, 10), 'long.gif', 'image/gif')
    expect([status, body.errors?.[0]?.message]).toEqual([413, expect.stringContaining('may have 100 million')])
  })

  it('a file of more than 20 MiB', async () => {
    const { body, status } = await send(Buffer.concat([png, Buffer.alloc(21 * 1024 * 1024)]))
    expect([status, body.errors[0]?.message]).toEqual([413, 'This file is too large: a picture may have 20 MiB.'])
  })

  it.each(['with', 'without'])('a request of more than 25 MiB, %s a length', async (length) => {
    const chunk = new Uint8Array(1024 * 1024)
    const stream = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 30; n += 1) controller.enqueue(chunk)
        controller.close()
      },
    })
    const answer = await fetch(`${newsroom.url}/api/articles`, {
      method: 'POST',
      headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
      body: length === 'with' ? new Uint8Array(30 * 1024 * 1024) : stream,
      duplex: 'half',
    } as RequestInit).catch((error: unknown) => error)
    // A client that goes on sending may see its connection end before it reads the answer.
    expect(answer instanceof Response ? answer.status : 413).toBe(413)
  })
})

/** The same animation so many times over. */
function repeatFrames(gif: Buffer, times: number): Buffer {
  const start = 13 + (gif.readUInt8(10) & 0x80 ? 3 * 2 ** ((gif.readUInt8(10) & 7) + 1) : 0)
  const frames = gif.subarray(start, gif.length - 1)
  return Buffer.concat([gif.subarray(0, start), ...Array.from({ length: times }, () => frames), Buffer.from(';')])
}

describe('a form', () => {
  it('of another kind is a 415', async () => {
    const { body, status } = await editor.sendBody<Refusal>('/api/media', '--x--', { 'Content-Type': 'multipart/mixed; boundary=x' })
    expect([status, typeof body.errors[0]?.message]).toEqual([415, 'string'])
  })

  it.each<[string, string, string]>([
    ['without an end', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc'],
    ['without a boundary', 'multipart/form-data', 'abc'],
    ['whose document is no JSON', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{\r\n--x--\r\n'],
    ['with a file by reference', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n{"filename":"../../x"}\r\n--x--\r\n'],
    ['with headers that are none', 'multipart/form-data; boundary=x', '--x\r\n\u0000\u0001: \r\n\r\nabc\r\n--x--\r\n'],
    ['that is empty', 'multipart/form-data; boundary=x', ''],
  ])('%s is a 400', async (_what, type, body) => {
    const { body: answer, status } = await editor.sendBody<Refusal>('/api/media', body, { 'Content-Type': type })
    expect([status, typeof answer.errors[0]?.message]).toEqual([400, 'string'])
  })

  it('with many files or fields is a 413', async () => {
    const form = new FormData()
    for (let n = 0; n < 30; n += 1) form.append('_payload', '{}')
    expect((await editor.sendBody('/api/media', form)).status).toBe(413)
  })
})

describe('a file that is not there', () => {
  it.each(['nothing.png', '..%2f..%2fpayload.config.ts', '%00.png', `${'x'.repeat(3000)}.png`, '..%2f', '%2e%2e%2f%2e%2e'])('%s is a 404', async (name) => {
    const { status } = await client(newsroom.url, {}).get<Page<Media>>(`/api/media/file/${name}`)
    expect(status).toBe(404)
  })
})

it('a form that names a file kept elsewhere is told to send the file itself (code F4)', async () => {
  const form = new FormData()
  form.set('file', JSON.stringify({ clientUploadContext: {}, collectionSlug: 'media', filename: 'a.jpg', mimeType: 'image/jpeg', size: 5 }))
  const answer = await fetch(`${newsroom.url}/api/media`, { method: 'POST', body: form, headers: { Authorization: `JWT ${await tokenOf(newsroom, 'editor')}` } })
  expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ message: 'Send the file itself, in a part of the form with a filename.' }] }])
})
