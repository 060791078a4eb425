import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '../../../src/payload-types'
import { createSection, publishArticle } from '../../helpers/articles'
import type { Refusal, Written } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { aPicture, xmpOf } from '../../helpers/picture'
import { upload } from '../../helpers/upload'

let newsroom: TestNewsroom
let bytes: Buffer
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  bytes = await aPicture().withXmp(xmpOf({ alt: 'A port', caption: 'Rajin, in 2018', creators: ['Ann Lee'], credit: 'AP' })).jpeg().toBuffer()
})
afterAll(() => newsroom.close())

describe('a picture that comes in', () => {
  it('says itself what was left empty', async () => {
    const { body, status } = await upload<Written<Media>>(newsroom, { name: 'port.jpg', type: 'image/jpeg', bytes, data: { caption: ' ' } })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ alt: 'A port', caption: 'Rajin, in 2018', credit: 'Ann Lee / AP' })
  })

  it('says in one line what is one line', async () => {
    const lines = await aPicture().withXmp(xmpOf({ alt: 'A port&#10;in the north', caption: 'Rajin', creators: ['Ann&#10;Lee'], credit: 'AP' })).jpeg().toBuffer()
    const { body } = await upload<Written<Media>>(newsroom, { name: 'lines.jpg', type: 'image/jpeg', bytes: lines, data: {} })
    expect(body.doc).toMatchObject({ alt: 'A port in the north', credit: 'Ann Lee / AP' })
  })

  it('is not asked when it says more than the metadata of a JPEG can hold, which would take seconds to read', async () => {
    const xmp = xmpOf({ alt: 'A port', caption: 'Rajin', creators: ['Ann Lee'], credit: 'AP' }).replace('</rdf:RDF>', `${'<rdf:Description><a/></rdf:Description>'.repeat(2000)}</rdf:RDF>`)
    const wordy = await aPicture().withXmp(xmp).png().toBuffer()
    const { body, status } = await upload<Refusal>(newsroom, { name: 'wordy.png', type: 'image/png', bytes: wordy, data: {} })
    expect([status, body.errors[0]?.data]).toMatchObject([400, { errors: [{ path: 'alt' }, { path: 'credit' }] }])
  })

  it('does not overrule whoever brings it in', async () => {
    const data = { alt: 'Cranes', credit: 'Our own' }
    const { body } = await upload<Written<Media>>(newsroom, { name: 'port.jpg', type: 'image/jpeg', bytes, data })
    expect(body.doc).toMatchObject({ alt: 'Cranes', caption: 'Rajin, in 2018', credit: 'Our own' })
  })

  it('is refused when nobody says what it shows and who took it', async () => {
    const silent = await aPicture().jpeg().toBuffer()
    const { body, status } = await upload<Refusal>(newsroom, { name: 'silent.jpg', type: 'image/jpeg', bytes: silent, data: {} })
    expect(status).toBe(400)
    expect(body.errors[0]?.data).toMatchObject({ errors: [{ path: 'alt' }, { path: 'credit' }] })
  })
})

/** Smaller than every size, than some, on one side or on both. */
const SMALL = [[40, 30], [300, 400], [1000, 100], [320, 180], [700, 500], [1700, 900]] as const

describe.each(SMALL)('of a picture of %i × %i', (width, height) => {
  it('no size is larger than itself, and all that has an address is there, for readers, feeds and the API', async () => {
    const small = await sharp({ create: { width, height, channels: 3, background: '#888' } }).png().toBuffer()
    const { body, status } = await upload<Written<Media>>(newsroom, { name: `small-${String(width)}.png`, type: 'image/png', bytes: small, data: { alt: 'A port', credit: 'AP' } })
    expect(status).toBe(201)
    const sizes = Object.values(body.doc.sizes ?? {}).filter((size) => size?.url)
    for (const size of sizes) expect([Number(size?.width) <= width, Number(size?.height) <= height]).toEqual([true, true])
    expect(body.doc.sizes?.thumbnail?.url).toBeTruthy()
    const section = await createSection(editor, `Of ${String(width)}`)
    const { id, slug } = await publishArticle(editor, { headline: `Picture ${String(width)}`, section: section.id, heroImage: body.doc.id })
    const texts = await Promise.all([`/articles/${slug}`, '/', '/feeds/rss.xml', '/feeds/feed.json', `/api/articles/${id}/ninjs`].map(async (path) => (await fetch(newsroom.url + path)).text()))
    const addresses = texts.flatMap((text) => [...text.matchAll(/\/api\/media\/file\/[\w.-]+/g)].map(String))
    expect(addresses.length).toBeGreaterThan(0)
    const all = new Set([...addresses, ...sizes.flatMap((size) => new URL(String(size?.url), newsroom.url).pathname), new URL(String(body.doc.thumbnailURL), newsroom.url).pathname])
    for (const address of all) expect([address, (await fetch(newsroom.url + address)).status]).toEqual([address, 200])
    const widths = [...(texts[0] ?? '').matchAll(/srcset="([^"]+)"/g)].map(([, srcset = '']) => srcset.split(', ').map((each) => each.split(' ')[1]))
    for (const each of widths) expect(new Set(each).size).toBe(each.length)
  })
})

describe('the point to crop around', () => {
  it.each([{ focalX: 101 }, { focalX: -1, focalY: 50 }, { focalY: 1e9 }])('is in the picture: %j', async (focal) => {
    const data = { alt: 'A port', credit: 'AP' }
    const name = `focal-${crypto.randomUUID()}.jpg`
    const sent = await upload<Refusal>(newsroom, { name, type: 'image/jpeg', bytes, data: { ...data, ...focal } })
    expect([sent.status, sent.body.errors[0]?.message]).toEqual([400, expect.stringContaining('is a number from 0 to 100')])
    const { body } = await upload<Written<Media>>(newsroom, { name, type: 'image/jpeg', bytes, data })
    expect((await editor.send('PATCH', `/api/media/${body.doc.id}`, focal)).status).toBe(400)
    expect((await editor.send('PATCH', '/api/media', focal, { where: { id: { equals: body.doc.id } } })).status).toBe(400)
    expect((await editor.send('PATCH', `/api/media/${body.doc.id}`, {}, { uploadEdits: { focalPoint: { x: 500, y: 50 } } })).status).toBe(400)
    const [name1, value] = Object.entries(focal)[0] ?? []
    const { errors } = await editor.graphql(`mutation ($id: String!) { updateMedia(id: $id, data: { ${String(name1)}: ${String(value)} }) { id } }`, { id: body.doc.id })
    expect(errors?.[0]?.extensions?.statusCode).toBe(400)
    expect((await editor.send('PATCH', `/api/media/${body.doc.id}`, { focalX: 0, focalY: 100 })).status).toBe(200)
  })
})
