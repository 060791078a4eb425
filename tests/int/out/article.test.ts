import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { ninjsFaults, withoutSchema } from '../../unit/formats/ninjsSchema'
import { CANARY, fillNewsroom, HIDDEN } from './newsdesk'
import type { Newsdesk } from './newsdesk'

let newsroom: TestNewsroom
let desk: Newsdesk
let anonymous: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  desk = await fillNewsroom(newsroom)
})
afterAll(() => newsroom.close())

describe('an article as ninjs', () => {
  it('is the same by its id and by its slug', async () => {
    const byId = await anonymous.get(`/api/articles/${desk.open.id}/ninjs`)
    const bySlug = await anonymous.get(`/api/articles/${desk.open.slug}/ninjs`)
    expect(byId.status).toBe(200)
    expect(byId.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
    expect(byId.body).toMatchObject({ by: 'Ann Ames', pubStatus: 'usable', slugline: desk.open.slug })
    expect(bySlug.body).toEqual(byId.body)
  })

  it.skipIf(withoutSchema)(`is what IPTC's schema asks for${withoutSchema ? `: ${withoutSchema}` : ''}`, async () => {
    for (const { slug } of [desk.open, desk.withdrawn]) {
      expect(ninjsFaults((await anonymous.get(`/api/articles/${slug}/ninjs`)).body)).toEqual([])
    }
  })

  it('says of a withdrawn one that it is, and nothing of its text', async () => {
    const { body, status } = await anonymous.get(`/api/articles/${desk.withdrawn.slug}/ninjs`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ headlines: [{ value: 'A story taken back' }], pubStatus: 'canceled' })
    expect(body).not.toHaveProperty('bodies')
    expect(JSON.stringify(body)).not.toContain(CANARY)
  })

  it('is kept from shared caches when a login was asked for it', async () => {
    const { headers } = await desk.editor.get(`/api/articles/${desk.hidden.draft.id}/ninjs`)
    expect(headers.get('Cache-Control')).toBe('private, no-store')
  })
})

describe('an article as JSON-LD', () => {
  it('is a NewsArticle with the names of its section, tags and authors', async () => {
    const { body, headers } = await anonymous.get(`/api/articles/${desk.open.slug}/jsonld`)
    expect(headers.get('Content-Type')).toBe('application/ld+json; charset=utf-8')
    expect(body).toMatchObject({ '@type': 'NewsArticle', articleSection: 'World', author: [{ name: 'Ann Ames' }], keywords: ['Peace'] })
    expect(JSON.stringify(body)).not.toContain(CANARY)
  })

  it('is gone when the article is withdrawn', async () => {
    const { body, status } = await anonymous.get<Refusal>(`/api/articles/${desk.withdrawn.id}/jsonld`)
    expect(status).toBe(410)
    expect(body.errors[0]?.message).toBe('This article has been withdrawn.')
    await newsroom.payload.update({ collection: 'articles', id: desk.withdrawn.id, data: { notice: 'A name was wrong.' }, overrideAccess: true })
    for (const who of [anonymous, desk.editor]) {
      const answer = await who.get<Refusal>(`/api/articles/${desk.withdrawn.slug}/jsonld`)
      expect([answer.status, answer.body.errors[0]?.message]).toEqual([410, 'A name was wrong.'])
    }
  })
})

describe.each(['ninjs', 'jsonld'])('as %s', (format) => {
  it.each(HIDDEN)('no reader gets a %s article, by its id or by its slug', async (state) => {
    const { id, slug } = desk.hidden[state]
    for (const key of [id, slug]) {
      const { body, status } = await anonymous.get<Refusal>(`/api/articles/${key}/${format}`, { draft: true, trash: true })
      expect(status).toBe(404)
      expect(body).toEqual({ errors: [{ message: 'Not Found' }] })
    }
  })

  it('whoever is signed in gets a draft', async () => {
    const { body, status } = await desk.editor.get(`/api/articles/${desk.hidden.draft.id}/${format}`)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain(CANARY)
  })

  it('an editor is not given away what the related articles say', async () => {
    const { body } = await desk.editor.get(`/api/articles/${desk.open.id}/${format}`)
    expect(JSON.stringify(body)).not.toContain(CANARY)
  })

  it.each([
    ['a slug nobody has', 'none'],
    ['24 letters', 'x'.repeat(24)],
    ["MongoDB's kind of id", '0'.repeat(24)],
    ["SQLite's kind of id", '00000000-0000-4000-8000-000000000000'],
    ['too long a text', 'a'.repeat(5000)],
    ['NUL', '%00'],
    ['an emoji', '%F0%9F%98%80'],
    ['an operator', '%5B$ne%5D'],
    ['a number', '1e9'],
    ['a path', '..%2F..'],
  ])('nothing is found under %s', async (_name, key) => {
    expect((await anonymous.get(`/api/articles/${key}/${format}`)).status).toBe(404)
  })
})
