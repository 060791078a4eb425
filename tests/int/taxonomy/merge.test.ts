import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthor, createSection, createTag, draftArticle, headlines, publishArticle, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page, Refusal } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { importFiles } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

let newsroom: TestNewsroom
let readers: Client
let editor: Colleague
let ann: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  readers = reader(newsroom.url)
  await hire(newsroom, 'admin', 'Ada Admin')
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  ann = await hire(newsroom, 'journalist', 'Ann Ames')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const merge = (who: Client, collection: string, from: string, into: string) =>
  who.send<{ moved: number }>('POST', `/api/${collection}/${from}/merge`, { into })
const stored = (id: string, draft: boolean) =>
  newsroom.payload.findByID({ collection: 'articles', id, depth: 0, draft, overrideAccess: true })

describe('merging two tags', () => {
  it('moves every article, for readers and in drafts, and changes nothing else of it', async () => {
    const goes = await createTag(editor, 'N Korea')
    const stays = await createTag(editor, 'North Korea')
    const other = await createTag(editor, 'Arms')
    const { id } = await publishArticle(editor, { headline: 'Tagged', section, tags: [other.id, goes.id] })
    await saveDraft(editor, id, { headline: 'Tagged anew', stage: 'draft', note: 'More to say.' })
    const both = await publishArticle(editor, { headline: 'Tagged twice', section, tags: [stays.id, goes.id] })
    const before = [await stored(id, false), await stored(id, true)]

    const { body, status } = await merge(editor, 'tags', goes.id, stays.id)

    expect({ body, status }).toEqual({ body: { moved: 2 }, status: 200 })
    const tags = [other.id, stays.id]
    expect([await stored(id, false), await stored(id, true)]).toEqual(before.map((article) => ({ ...article, tags })))
    expect((await stored(both.id, false)).tags).toEqual([stays.id])
    const found = await readers.get<Page<ArticleAnswer>>('/api/articles', { where: { tags: { equals: stays.id } }, sort: 'headline' })
    expect(headlines(found)).toEqual(['Tagged', 'Tagged twice'])
  })

  it('moves old versions, so that one that is brought back has no hole', async () => {
    const goes = await createTag(editor, 'Flods')
    const stays = await createTag(editor, 'Floods')
    const { id } = await draftArticle(editor, { headline: 'Once', tags: [goes.id] })
    await saveDraft(editor, id, { headline: 'Twice', tags: [] })
    await merge(editor, 'tags', goes.id, stays.id)
    const { docs } = await newsroom.payload.findVersions({ collection: 'articles', depth: 0, sort: 'createdAt', where: { parent: { equals: id } } })
    expect(docs.map(({ version }) => version.tags)).toEqual([[stays.id], []])
  })

  it('leaves its name as an alias, so that copy that names it finds the other', async () => {
    const goes = await createTag(editor, 'UN')
    await editor.send('PATCH', `/api/tags/${goes.id}`, { aliases: ['U.N.'] })
    const stays = await createTag(editor, 'United Nations')
    await merge(editor, 'tags', goes.id, stays.id)
    expect((await readers.get(`/api/tags/${goes.id}`)).status).toBe(404)
    expect((await readers.get<{ aliases: string[] }>(`/api/tags/${stays.id}`)).body.aliases).toEqual(['UN', 'U.N.'])
    const copy = JSON.stringify({ uri: 'urn:un', headlines: [{ value: 'Vote' }], body_text: 'They voted.', subject: [{ name: 'UN' }] })
    const { body } = await editor.sendBody<{ reports: { article: { id: string } }[] }>('/api/import?name=un.json', copy)
    expect((await stored(String(body.reports[0]?.article.id), true)).tags).toEqual([stays.id])
  })

  it.each([
    ['itself', (id: string) => [id, id], 400],
    ['one that is not there', (id: string) => [id, id.replace(/./g, '0')], 404],
    ['something that is no id', (id: string) => [id, 'no-id'], 404],
  ])('refuses %s', async (_, pair, expected) => {
    const { id } = await createTag(editor, `Stays ${expected} ${_}`)
    const [from = '', into = ''] = pair(id)
    const { body, status } = await editor.send<Refusal>('POST', `/api/tags/${from}/merge`, { into })
    expect({ status, said: Boolean(body.errors[0]?.message) }).toEqual({ status: expected, said: true })
    expect((await readers.get(`/api/tags/${id}`)).status).toBe(200)
  })

  it('refuses a request that does not say into what', async () => {
    const { id } = await createTag(editor, 'Unsaid')
    expect((await editor.send('POST', `/api/tags/${id}/merge`, {})).status).toBe(400)
  })

  it('is for editors', async () => {
    const goes = await createTag(editor, 'Goes')
    const stays = await createTag(editor, 'Stays')
    expect((await merge(ann, 'tags', goes.id, stays.id)).status).toBe(403)
    expect((await merge(readers, 'tags', goes.id, stays.id)).status).toBe(403)
  })
})

describe('merging two authors', () => {
  it('moves bylines and logins, and nobody signs twice for the same work', async () => {
    const goes = await createAuthor(editor, { name: 'A. Ames' })
    const login = await hire(newsroom, 'journalist', 'Amy Ames')
    const bylines = [{ author: goes.id, role: 'reporter' }, { author: ann.byline, role: 'reporter' }, { author: goes.id, role: 'photographer' }]
    const { id } = await publishArticle(editor, { headline: 'Signed', section, bylines })
    const own = await draftArticle(login, { headline: 'Amy’s', bylines: [{ author: login.byline, role: 'reporter' }] })
    expect((await merge(editor, 'authors', goes.id, ann.byline)).status).toBe(200)
    expect((await merge(editor, 'authors', login.byline, ann.byline)).status).toBe(200)
    expect((await stored(id, false)).bylines?.map(({ author, role }) => [author, role])).toEqual([
      [ann.byline, 'reporter'],
      [ann.byline, 'photographer'],
    ])
    expect((await stored(own.id, true)).bylines).toMatchObject([{ author: ann.byline }])
    const user = await newsroom.payload.findByID({ collection: 'users', id: login.id, depth: 0, overrideAccess: true })
    expect(user.author).toBe(ann.byline)
  })
})

describe('after a merge, a source that comes again', () => {
  const file = (text: string) => ({
    name: 'boats.md',
    content: `---\ntitle: Boats come home\ndate: 2024-04-05\nauthors: [Bo Byline]\nsection: World\ntags: [Trawlers, Harbours]\n---\n\n${text}\n`,
  })
  const idsOf = async (collection: 'authors' | 'tags', name: string) =>
    (await newsroom.payload.find({ collection, depth: 0, where: { name: { equals: name } } })).docs.map(({ id }) => id).join()

  it('finds the article untouched: it is brought up to date, and names the one that stayed', async () => {
    const first = await importFiles(newsroom.payload, [file('One.')])
    const id = String(first.reports[0]?.article?.id)
    const boats = await createTag(editor, 'Fishing boats')
    const bo = await createAuthor(editor, { name: 'Bo B. Byline' })
    await merge(editor, 'tags', await idsOf('tags', 'Trawlers'), boats.id)
    await merge(editor, 'authors', await idsOf('authors', 'Bo Byline'), bo.id)

    expect((await importFiles(newsroom.payload, [file('One.')])).reports.map(({ outcome }) => outcome)).toEqual(['skipped'])
    expect((await importFiles(newsroom.payload, [file('Two.')])).reports.map(({ outcome }) => outcome)).toEqual(['updated'])
    const { bylines, tags } = await stored(id, true)
    expect(tags).toEqual([boats.id, await idsOf('tags', 'Harbours')])
    expect(bylines?.map(({ author }) => author)).toEqual([bo.id])
  })

  it('is still a conflict where an editor has changed the article', async () => {
    const { reports } = await importFiles(newsroom.payload, [{ name: 'out.md', content: file('One.').content.replace('Boats come home', 'Boats stay out') }])
    await saveDraft(editor, String(reports[0]?.article?.id), { standfirst: 'An editor was here.' })
    const other = await createTag(editor, 'Ports')
    await merge(editor, 'tags', await idsOf('tags', 'Harbours'), other.id)
    const changed = file('Two.').content.replace('Boats come home', 'Boats stay out')
    expect((await importFiles(newsroom.payload, [{ name: 'out.md', content: changed }])).reports.map(({ outcome }) => outcome)).toEqual(['conflict'])
  })
})
