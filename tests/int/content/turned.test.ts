import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Media } from '../../../src/payload-types'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { upload } from '../../helpers/upload'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

it.each([
  [1, 'jpeg', 1800, 1200], [2, 'jpeg', 1800, 1200], [3, 'jpeg', 1800, 1200], [4, 'jpeg', 1800, 1200],
  [5, 'jpeg', 1200, 1800], [6, 'jpeg', 1200, 1800], [7, 'jpeg', 1200, 1800], [8, 'jpeg', 1200, 1800],
  [6, 'png', 1200, 1800], [6, 'webp', 1200, 1800],
] as const)('a picture of orientation %i as %s is kept as readers see it, and its renditions are not enlarged (reports B8)', async (orientation, kind, width, height) => {
  const bytes = await sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#888' } }).withMetadata({ orientation }).toFormat(kind).toBuffer()
  const { body, status } = await upload<{ doc: Media }>(newsroom, { name: `turned.${kind}`, type: `image/${kind}`, bytes, data: { alt: 'A street', credit: 'The desk' } })
  expect(status).toBe(201)
  const { doc } = body
  expect([doc.width, doc.height]).toEqual([width, height])
  const stored = await sharp(Buffer.from(await (await fetch(new URL(String(doc.url), newsroom.url))).arrayBuffer())).metadata()
  expect([stored.width, stored.height, stored.orientation ?? 1]).toEqual([width, height, 1])
  for (const size of [doc.sizes?.card, doc.sizes?.wide]) {
    if (!size?.url) continue
    expect(size.width).toBeLessThanOrEqual(width)
    expect(Number(size.height) / Number(size.width)).toBeCloseTo(height / width, 1)
  }
  expect(Boolean(doc.sizes?.wide?.url)).toBe(width > 1600)
})
