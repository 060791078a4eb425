import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSection, publishArticle } from '../../helpers/articles'
import type { Refusal } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let anonymous: Client
let admin: Client
let editor: Client
let article: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  editor = await signIn(newsroom, 'editor')
  admin = await signIn(newsroom, 'admin')
  const { id: section } = await createSection(editor, 'World')
  article = (await publishArticle(editor, { headline: 'A story', section })).id
})
afterAll(() => newsroom.close())

describe('a query that makes no sense gets 400 and the reason', () => {
  it.each([
    'where=abc',
    'where[nope][equals]=x',
    'where[headline]=x',
    'where[headline][badop]=x',
    'where[headline][equals][]=a',
    'where[headline][equals][$ne]=a',
    'where[headline][near]=1,2',
    'where[headline][all]=x',
    'where[headline][like]=%00',
    'where[headline.headline][near]=x',
    'where[headline.headline][equals]=x',
    'where[slug.slug][within]=x',
    'where[tags.name.name][near]=x',
    'where[tags.name.name][all]=x',
    'where[publishedAt][contains]=2026',
    'where[createdAt][like]=2026',
    'where[updatedAt][not_like]=2026',
    'where[dateline.date][contains]=2026',
    'where[corrections.correctedAt][contains]=2026',
    'where[tags.createdAt][contains]=2026',
    'where[tags.createdAt][in]=null',
    'where[publishedAt][greater_than]=',
    'where[publishedAt][less_than]=null',
    'where[wordCount][like]=2',
    'where[wordCount][in]=null',
    'where[section][greater_than]=',
    'where[section][contains]=null',
    'where[heroImage][greater_than]=',
    'where[tags][contains]=null',
    'where[body.root][equals]=x',
    'where[body][like]=x',
    'where[wordCount][greater_than]=many',
    'where[createdAt][less_than]=yesterday',
    'where[corrections.correctedAt][less_than]=x',
    'where[section][equals]=politics',
    'where[tags][in]=a,b',
    'where[id][in]=a,b',
    'where[id][in]=,',
    'where[id][not_in]=null',
    'where[id][in][0]=&where[id][in][1]=',
    'where[section][in]=',
    'where[tags][not_in]=,',
    'where[section.id][in]=,',
    'where[section.parent][equals]=',
    'where[section.parent][not_equals]=null',
    'where[section.parent.slug][equals]=world',
    'where[or][0][nope][equals]=x',
    'where[or]=abc',
    'where[_id][not_in]=x',
    'where[section._id][exists]=true',
    'sort=-_id',
    'sort=nope',
    'sort=tags',
    'sort=section.name',
    'page=-1',
    'page=0',
    'page=abc',
    'page=1.5',
    'page=99999999999999999999',
    'depth=x',
    'depth=-1',
    'depth=0.5',
    'depth[a]=1',
  ])('%s', async (query) => {
    for (const who of [anonymous, editor]) {
      const { body, status } = await who.get<Refusal>(`/api/articles?${query}`)
      expect(status).toBe(400)
      expect(body.errors[0]?.message).toMatch(/\w{3}/)
    }
  })

  it.each(['where[nope][equals]=x', 'where[headline][near]=1,2', 'where[publishedAt][contains]=2026', 'sort=section.name', 'page=-1', 'limit=1e309', 'sort[a]=b', 'sort=_id'])('also of a join: %s', async (query) => {
    const [name = '', value] = query.split('=')
    const inJoin = name.replace(/^(\w+)/, 'joins[articles][$1]')
    expect((await anonymous.get(`/api/authors?${inJoin}=${String(value)}`)).status).toBe(400)
  })

  it.each([
    ['/api/authors?where[aliases.name][near]=x', 'aliases.name'],
    ['/api/authors?where[role.name][near]=x', 'role.name'],
    ['/api/tags?where[aliases.name][all]=x', 'aliases.name'],
    ['/api/sections?where[name.name][all]=x', 'name.name'],
    ['/api/articles/count?where[publishedAt][contains]=2026', 'ask equals, not_equals, in, not_in, exists, greater_than'],
    ['/api/articles?after=&where[publishedAt][contains]=2026', 'ask equals'],
    ['/api/articles/versions?where[latest][contains]=x', 'ask equals, not_equals, in, not_in, exists.'],
    ['/api/articles/versions?where[latest][equals]=x', 'true or false'],
    ['/api/articles/versions?where[parent][greater_than]=', 'needs a value'],
    ['/api/articles/versions?where[version.createdAt][contains]=2026', 'contains does not apply'],
    ['/api/users?where[author][greater_than]=', 'ask equals'],
    ['/api/api-clients?where[disabled][contains]=true', 'ask equals'],
    ['/api/api-clients?where[disabled][equals]=null', 'needs a value'],
    ['/api/payload-locked-documents?where[user][exists]=true', 'ask equals, not_equals, in, not_in.'],
    ['/api/payload-locked-documents?where[document][equals]=null', 'needs a value'],
    ['/api/payload-locked-documents?where[document.value][exists]=true', 'does not apply'],
    ['/api/payload-preferences?where[value.x][not_in]=1', 'ask equals, not_equals, contains'],
    ['/api/payload-preferences?where[value.x][less_than]=1', 'ask equals, not_equals, contains'],
    ['/api/payload-preferences?where[value.x][all]=1', 'all is not supported'],
  ])('also of what other collections have: %s', async (path, words) => {
    const { body, status } = await admin.get<Refusal>(path)
    expect([status, body.errors[0]?.message]).toEqual([400, expect.stringContaining(words)])
  })

  it('and asks a date for null as for a value that is not there', async () => {
    const count = async (condition: string) => (await editor.get<{ totalDocs: number }>(`/api/articles/count?${condition}`)).body.totalDocs
    const conditions = ['where[createdAt][equals]=null', 'where[createdAt][in]=null', 'where[createdAt][not_in]=null', 'where[embargoUntil][in]=null', 'where[embargoUntil][not_in]=null,2026-01-01', 'where[embargoUntil][not_equals]=']
    const counts: number[] = []
    for (const condition of conditions) counts.push(await count(condition))
    const all = await count('')
    expect(counts).toEqual([0, 0, all, all, 0, 0])
  })

  it('also of one document, and of how many there are', async () => {
    for (const path of [`/api/articles/${article}?depth=x`, `/api/articles/${article}?depth=-1`, '/api/articles/count?depth=x']) {
      const { body, status } = await anonymous.get<Refusal>(path)
      expect([status, body.errors[0]?.message]).toEqual([400, 'depth must be a whole number: how far relations are followed, 0 for not at all.'])
    }
    expect((await anonymous.get('/api/articles?depth=99&page=')).status).toBe(200)
    expect((await editor.get('/api/articles/versions?page=0')).status).toBe(400)
    expect((await editor.get('/api/articles/versions?limit=abc')).status).toBe(400)
    expect((await editor.send('PATCH', '/api/articles?where[headline][equals]=nothing&limit=abc', { standfirst: 'x' })).status).toBe(400)
  })

  it('also when it is to change or delete many', async () => {
    for (const method of ['PATCH', 'DELETE']) {
      expect((await editor.send(method, '/api/articles?where[createdAt][equals]=x', { headline: 'x' })).status).toBe(400)
      expect((await editor.send(method, '/api/articles', { headline: 'x' })).status).toBe(400)
    }
  })

  it('says so through GraphQL too', async () => {
    const { errors } = await anonymous.graphql('{ Articles(sort: "nope") { docs { id } } }')
    expect(errors?.[0]?.message).toContain('sort cannot take "nope"')
  })

  it.each(['headline: { like: null }', 'headline: { contains: null }', 'dateline__place: { like: null }', 'slug: { greater_than: null }', 'section: { in: [null] }'])('a comparison with nothing through GraphQL: %s', async (condition) => {
    const { errors } = await anonymous.graphql(`{ Articles(where: { ${condition} }) { totalDocs } }`)
    expect(errors?.[0]?.message).not.toContain('Something went wrong')
    expect(errors).toHaveLength(1)
  })

  it('a POST that is said to be anything but a GET', async () => {
    const before = (await editor.get<{ totalDocs: number }>('/api/articles/count?draft=true')).body.totalDocs
    for (const [name, method] of [['X-HTTP-Method-Override', 'PATCH'], ['X-Payload-HTTP-Method-Override', 'DELETE'], ['X-HTTP-Method-Override', 'get']] as const) {
      const { body, status } = await editor.sendBody<Refusal>('/api/articles?draft=true', '{"headline":"No"}', { 'Content-Type': 'application/json', [name]: method })
      expect([status, body.errors[0]?.message]).toEqual([400, `A POST may stand for a GET, and for nothing else: send a ${method.toUpperCase()} as one.`])
    }
    expect((await editor.get<{ totalDocs: number }>('/api/articles/count?draft=true')).body.totalDocs).toBe(before)
  })

  it('a copy asked for by a parameter that nothing reads', async () => {
    expect((await editor.send('POST', `/api/articles?draft=true&duplicateFromID=${article}`, {})).status).toBe(400)
  })

  it.each(['where={"headline":null}', 'where={"or":[null]}'])('a condition that is none: %s', async (query) => {
    expect((await anonymous.get(`/api/articles?${query}`)).status).toBe(400)
  })
})
