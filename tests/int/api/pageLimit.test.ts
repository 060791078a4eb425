import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { client, reader, signIn, signInByCookie } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let anonymous: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
})
afterAll(() => newsroom.close())

describe('the size of a page', () => {
  it('may be 100', async () => {
    expect((await anonymous.get('/api/articles', { limit: 100 })).status).toBe(200)
  })

  it.each(['101', '100000', '0', '-1', '1.5', 'abc', '1e9'])('may not be %s, and the refusal says what may be', async (limit) => {
    const { body, status } = await anonymous.get('/api/articles', { limit })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('limit must be a whole number from 1 to 100')
  })

  it('is held to in every collection a reader sees, and inside joins', async () => {
    for (const collection of ['articles', 'authors', 'sections', 'tags', 'media']) {
      expect((await anonymous.get(`/api/${collection}`, { limit: 101 })).status).toBe(400)
    }
    expect((await anonymous.get('/api/authors', { joins: { articles: { limit: 0 } } })).status).toBe(400)
    const author = await newsroom.payload.create({ collection: 'authors', data: { name: 'Ann', role: 'journalist', slug: '' } })
    expect((await anonymous.get(`/api/authors/${author.id}`, { joins: { articles: { limit: 101 } } })).status).toBe(400)
  })

  it('is held to through GraphQL, in joins too, written in place or as a variable', async () => {
    const refused = [
      await anonymous.graphql('{ Articles(limit: 101) { docs { id } } }'),
      await anonymous.graphql('{ Authors { docs { articles(limit: 1000) { docs { id } } } } }'),
      await anonymous.graphql('query ($n: Int) { Articles(limit: $n) { docs { id } } }', { n: 0 }),
    ]
    for (const { errors } of refused) expect(errors?.[0]?.message).toContain('limit must be a whole number from 1 to 100')
    const joined = await anonymous.graphql('{ Authors(limit: 29) { docs { articles { docs { id } } } } }')
    expect(joined.errors).toBeUndefined()
  })

  it('is 100 when everything is asked for without a size', async () => {
    for (let n = 0; n < 101; n += 1) {
      await newsroom.payload.create({ collection: 'tags', data: { name: `Subject ${n}`, slug: `subject-${n}`, kind: 'subject' } })
    }
    const { body } = await anonymous.get<{ docs: unknown[] }>('/api/tags', { pagination: false })
    expect(body.docs).toHaveLength(100)
    const { data } = await anonymous.graphql<{ Tags: { docs: unknown[] } }>('{ Tags(pagination: false) { docs { id } } }')
    expect(data?.Tags.docs).toHaveLength(100)
  })

  it('is held to for editors with a token, while the admin UI, signed in by cookie, asks for more', async () => {
    const editor = await signIn(newsroom, 'editor')
    expect((await editor.get('/api/articles', { limit: 101 })).status).toBe(400)
    const adminUi = await signInByCookie(newsroom, 'editor')
    expect((await adminUi.get('/api/articles', { limit: 250 })).status).toBe(200)
    expect((await adminUi.get('/api/articles', { limit: 0 })).status).toBe(200)
    for (const limit of ['many', '1e309', '-1', { a: { b: 1 } }]) {
      for (const collection of ['articles', 'payload-locked-documents']) expect((await adminUi.get(`/api/${collection}`, { limit })).status).toBe(400)
    }
  })

  it('is held to for a stranger with a made-up cookie', async () => {
    const stranger = client(newsroom.url, { Cookie: 'payload-token=made-up' })
    expect((await stranger.get('/api/articles', { limit: 250 })).status).toBe(400)
  })
})
