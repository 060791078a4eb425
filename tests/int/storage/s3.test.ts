import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import sharp from 'sharp'
import { tokenOf } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { openObjectStore } from '../../helpers/objectStore'
import type { ObjectStore } from '../../helpers/objectStore'
import { upload } from '../../helpers/upload'

type Picture = { id: string; filename: string; url: string; sizes: { card: { filename: string; url: string } } }

let store: ObjectStore
let newsroom: TestNewsroom
let bytes: Buffer

beforeAll(async () => {
  store = await openObjectStore()
  setStore(store.key.secret)
  newsroom = await openNewsroom({ guard: {} })
  bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#357' } }).jpeg().toBuffer()
})
afterAll(async () => {
  await newsroom.close()
  await store.close()
})

function setStore(secret: string): void {
  Object.assign(process.env, { S3_BUCKET: store.bucket, S3_ENDPOINT: store.url, S3_ACCESS_KEY_ID: store.key.id, S3_SECRET_ACCESS_KEY: secret })
}

async function bring(name: string): Promise<Picture> {
  const { body, status } = await upload<{ doc: Picture }>(newsroom, { name, type: 'image/jpeg', bytes, data: { alt: 'A quay', credit: 'Ann Lee' } })
  expect(status).toBe(201)
  return body.doc
}

const read = (url: string) => fetch(new URL(url, newsroom.url))

it('a picture and its sizes lie in the bucket, and in no folder', async () => {
  const { filename, sizes } = await bring('quay.jpg')
  expect(await store.names()).toEqual(expect.arrayContaining([filename, sizes.card.filename]))
  expect(await readdir(process.env.MEDIA_DIR ?? '').catch(() => [])).toEqual([])
})

it('readers get it from this server, with its headers, and kept answers need no store', async () => {
  const { sizes, url } = await bring('harbour.jpg')
  expect(url).toMatch(/^\/api\/media\/file\/harbour/)
  const first = await read(url)
  expect([first.status, first.headers.get('Content-Type'), first.headers.get('X-Content-Type-Options')]).toEqual([200, 'image/jpeg', 'nosniff'])
  expect(first.headers.get('Content-Disposition')).toBe('inline')
  expect(Buffer.from(await first.arrayBuffer())).toEqual(bytes)
  store.setIll(true)
  const again = await read(url)
  expect([again.status, again.headers.get('Cache-Status')]).toEqual([200, 'Dateline; hit'])
  const unread = await read(sizes.card.url)
  expect([unread.status, await unread.json()]).toEqual([503, { errors: [{ message: 'The store of the pictures does not answer: try again in a moment.' }] }])
  store.setIll(false)
  expect((await read(sizes.card.url)).status).toBe(200)
})

it('a picture that is not there is a plain 404', async () => {
  const answer = await read('/api/media/file/nothing.jpg')
  expect([answer.status, await answer.json()]).toEqual([404, { errors: [{ message: 'There is no such picture.' }] }])
})

it('a picture that is cut anew is fetched from here, and its sizes replaced', async () => {
  const { id, sizes } = await bring('pier.jpg')
  const before = await (await read(sizes.card.url)).arrayBuffer()
  const edits = new URLSearchParams({ 'uploadEdits[crop][x]': '0', 'uploadEdits[crop][y]': '0', 'uploadEdits[crop][width]': '50', 'uploadEdits[crop][height]': '100', 'uploadEdits[widthInPixels]': '450', 'uploadEdits[heightInPixels]': '600' })
  const response = await fetch(`${newsroom.url}/api/media/${id}?${edits.toString()}`, {
    method: 'PATCH',
    headers: { Authorization: `JWT ${await tokenOf(newsroom, 'editor')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ alt: 'Half a pier' }),
  })
  const { doc } = (await response.json()) as { doc: Picture & { width: number; height: number } }
  expect([response.status, doc.width, doc.height]).toEqual([200, 450, 600])
  const after = Buffer.from(await (await read(doc.url)).arrayBuffer())
  expect(await sharp(after).metadata()).toMatchObject({ width: 450, height: 600 })
  expect(after).not.toEqual(Buffer.from(before))
})

it('a picture that is deleted is gone from the bucket, and for readers', async () => {
  const { filename, id, sizes, url } = await bring('wreck.jpg')
  expect((await read(url)).status).toBe(200)
  const { status } = await fetch(`${newsroom.url}/api/media/${id}`, { method: 'DELETE', headers: { Authorization: `JWT ${await tokenOf(newsroom, 'admin')}` } })
  expect(status).toBe(200)
  expect((await read(url)).status).toBe(404)
  const names = await store.names()
  for (const name of [filename, sizes.card.filename]) expect(names).not.toContain(name)
})

it('an upload that the store does not take says so, and leaves no picture behind', async () => {
  store.setIll(true)
  const { body, status } = await upload<{ errors?: unknown }>(newsroom, { name: 'lost.jpg', type: 'image/jpeg', bytes, data: { alt: 'Lost', credit: 'Ann Lee' } })
  store.setIll(false)
  expect([status, body]).toMatchObject([503, { errors: [{ message: 'The store of the pictures does not answer: nothing was saved. Try again in a moment.' }] }])
  const { totalDocs } = await newsroom.payload.count({ collection: 'media', where: { filename: { equals: 'lost.jpg' } } })
  expect(totalDocs).toBe(0)
})
