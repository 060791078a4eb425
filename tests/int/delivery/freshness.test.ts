import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBody, createAuthor, createSection, createTag, draftArticle, headlines, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Client
let ann: string
let bea: string
let world: string
let sport: string
let tag: string
let story: string

const CARDS = 'select[headline]=true&select[bylines]=true&select[section]=true'

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  anonymous = reader(newsroom.url)
  editor = await signIn(newsroom, 'editor')
  ann = (await createAuthor(editor, { name: 'Ann' })).id
  bea = (await createAuthor(editor, { name: 'Bea' })).id
  world = (await createSection(editor, 'World')).id
  sport = (await createSection(editor, 'Sport')).id
  tag = (await createTag(editor, 'Peace')).id
  await publishArticle(editor, { headline: 'Match', section: sport, bylines: [{ author: bea, role: 'reporter' }] })
})
afterAll(() => newsroom.close())

beforeEach(async () => {
  const data = { headline: 'Talks', section: world, tags: [tag], bylines: [{ author: ann, role: 'reporter' }] }
  story = (await publishArticle(editor, data)).id
})

/** Whether the answer came from what is kept. */
async function isHit(path: string): Promise<boolean> {
  const response = await fetch(`${newsroom.url}${path}`)
  await response.text()
  return response.headers.get('Cache-Status') === 'Dateline; hit'
}

/** Reads twice, so that the answer is kept. */
async function warm(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await isHit(path)
    expect(await isHit(path)).toBe(true)
  }
}

const inSection = (id: string) => `/api/articles?where[section][equals]=${id}&${CARDS}`

describe('the answer after a save is the new one', () => {
  it('when an article is changed: by id, in lists, in GraphQL and in feeds', async () => {
    await warm(`/api/articles/${story}`, inSection(world))
    const before = await (await fetch(`${newsroom.url}/feeds/rss.xml`)).text()
    expect(before).not.toContain('Talks resumed')
    await republish(editor, story, { headline: 'Talks resumed' })
    expect((await anonymous.get<ArticleAnswer>(`/api/articles/${story}`)).body.headline).toBe('Talks resumed')
    expect(headlines(await anonymous.get<Page<ArticleAnswer>>(inSection(world)))).toContain('Talks resumed')
    expect(await (await fetch(`${newsroom.url}/feeds/rss.xml`)).text()).toContain('Talks resumed')
    expect((await anonymous.get(`/api/articles/${story}/ninjs`)).body).toMatchObject({ headlines: [{ value: 'Talks resumed' }] })
  })

  it('when an article is published or unpublished: the redirects that lead to it', async () => {
    const { id } = await draftArticle(editor, { headline: 'Soon', section: world, bylines: [{ author: ann, role: 'reporter' }], body: aBody('Words.') })
    const { body } = await editor.send<{ doc: { id: string } }>('POST', '/api/redirects', { from: `/soon/${id}`, to: { type: 'reference', reference: id } })
    const [list, one] = [`/api/redirects?where[from][equals]=/soon/${id}`, `/api/redirects/${body.doc.id}`]
    const seen = async () => [(await anonymous.get<Page<object>>(list)).body.totalDocs, (await anonymous.get(one)).status]
    await warm(list, one)
    expect(await seen()).toEqual([0, 404])
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'published' })
    expect(await seen()).toEqual([1, 200])
    await warm(list, one)
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })
    expect(await seen()).toEqual([0, 404])
  })

  it('when an article is unpublished, also when a newer draft lies beside it', async () => {
    await saveDraft(editor, story, { headline: 'Not yet' })
    await warm(`/api/articles/${story}`, inSection(world))
    await editor.send('PATCH', `/api/articles/${story}`, { _status: 'draft' })
    expect((await anonymous.get(`/api/articles/${story}`)).status).toBe(404)
    expect(JSON.stringify((await anonymous.get(inSection(world))).body)).not.toContain(story)
  })

  it('when an article is deleted or put in the trash', async () => {
    const other = (await publishArticle(editor, { headline: 'Other', section: world })).id
    await warm(`/api/articles/${story}`, `/api/articles/${other}`, inSection(world))
    await editor.send('PATCH', `/api/articles/${story}`, { deletedAt: new Date().toISOString(), _status: 'published' })
    await editor.send('DELETE', `/api/articles/${other}`)
    expect((await anonymous.get(`/api/articles/${story}`)).status).toBe(404)
    expect((await anonymous.get(`/api/articles/${other}`)).status).toBe(404)
  })

  it('when the notice of a withdrawn article is another, or none any more: on its page, by its slug and in other formats', async () => {
    const { slug } = await publishArticle(editor, { headline: 'Retracted', section: world })
    const { body } = await anonymous.get<Page<ArticleAnswer>>(`/api/articles?where[slug][equals]=${slug ?? ''}`)
    const path = `/api/articles/${body.docs[0]?.id ?? ''}`
    const asked = [`/articles/${slug ?? ''}`, `/api/articles/${slug ?? ''}`, path, `${path}/ninjs`]
    const read = async () => Promise.all(asked.map(async (each) => (await fetch(`${newsroom.url}${each}`)).text()))
    await editor.send('PATCH', path, { pubStatus: 'canceled', notice: 'It was wrong.', _status: 'published' })
    await editor.send('PATCH', path, { _status: 'draft' })
    await warm(...asked)
    expect((await read()).filter((text) => text.includes('It was wrong.'))).not.toEqual([])
    await editor.send('PATCH', path, { notice: 'It was misleading.', _status: 'draft' })
    expect((await read()).filter((text) => text.includes('It was wrong.'))).toEqual([])
    await editor.send('PATCH', path, { pubStatus: 'usable', _status: 'published', note: 'It was right.' })
    expect((await read()).map((text) => text.includes('Retracted'))).toEqual([true, false, true, true])
    await warm(...asked)
    await editor.send('PATCH', path, { _status: 'draft' })
    await editor.send('DELETE', path)
    expect((await read()).filter((text) => text.includes('Retracted'))).toEqual([])
  })

  it('when an article that was not there comes', async () => {
    const draft = await draftArticle(editor, { headline: 'Soon', section: world, body: aBody('x') })
    await warm(`/api/articles/${draft.id}`, inSection(world), `/api/authors/${ann}`)
    await republish(editor, draft.id, { bylines: [{ author: ann, role: 'editor' }] })
    expect((await anonymous.get(`/api/articles/${draft.id}`)).status).toBe(200)
    expect(headlines(await anonymous.get<Page<ArticleAnswer>>(inSection(world)))).toContain('Soon')
    expect(JSON.stringify((await anonymous.get(`/api/authors/${ann}`)).body)).toContain(draft.id)
  })

  it('when what an article shows is changed', async () => {
    await warm(inSection(world))
    await editor.send('PATCH', `/api/authors/${ann}`, { name: 'Ann Ames' })
    expect(JSON.stringify((await anonymous.get(inSection(world))).body)).toContain('Ann Ames')
  })

  it('when a list is filtered by what it does not show', async () => {
    const path = '/api/articles?where[section.slug][equals]=world&select[headline]=true'
    await warm(path)
    await editor.send('PATCH', `/api/sections/${world}`, { slug: 'the-world' })
    expect(headlines(await anonymous.get<Page<ArticleAnswer>>(path))).toEqual([])
    await editor.send('PATCH', `/api/sections/${world}`, { slug: 'world' })
    expect(headlines(await anonymous.get<Page<ArticleAnswer>>(path))).toContain('Talks')
  })

  it('when GraphQL shows it', async () => {
    const query = '{ Articles(limit: 100) { docs { id bylines { author { name } } } } }'
    await anonymous.graphql(query)
    await editor.send('PATCH', `/api/authors/${ann}`, { name: 'Ann by GraphQL' })
    expect(JSON.stringify((await anonymous.graphql(query)).data)).toContain('Ann by GraphQL')
  })

  it('when the newsroom itself writes, without a request', async () => {
    await warm(`/api/articles/${story}`)
    await newsroom.payload.update({ collection: 'articles', id: story, data: { headline: 'By a job', _status: 'published' } })
    expect((await anonymous.get<ArticleAnswer>(`/api/articles/${story}`)).body.headline).toBe('By a job')
  })

  it('when many are changed at once', async () => {
    await warm(`/api/articles/${story}`, inSection(world))
    await editor.send('PATCH', '/api/articles', { standfirst: 'All of it', _status: 'published' }, { where: { id: { equals: story } } })
    expect((await anonymous.get<ArticleAnswer>(`/api/articles/${story}`)).body.standfirst).toBe('All of it')
  })
})

describe('what is not concerned stays', () => {
  it('an author is saved: the front page of a section that does not show them', async () => {
    await warm(inSection(world), inSection(sport))
    await editor.send('PATCH', `/api/authors/${ann}`, { name: 'Ann Again' })
    expect(await isHit(inSection(sport))).toBe(true)
    expect(await isHit(inSection(world))).toBe(false)
  })

  it('drafts are begun, saved and autosaved', async () => {
    const draft = await draftArticle(editor, { headline: 'Draft', section: world })
    await warm(`/api/articles/${story}`, inSection(world), '/feeds/rss.xml')
    await saveDraft(editor, story, { headline: 'Draft of a published one' })
    await editor.send('PATCH', `/api/articles/${story}`, { headline: 'Autosaved' }, { draft: true, autosave: true })
    await editor.send('PATCH', `/api/articles/${draft.id}`, { headline: 'Autosaved' }, { draft: true, autosave: true })
    await draftArticle(editor, { headline: 'Another', section: world })
    await editor.send('DELETE', `/api/articles/${draft.id}`)
    for (const path of [`/api/articles/${story}`, inSection(world), '/feeds/rss.xml']) expect([path, await isHit(path)]).toEqual([path, true])
  })

  it('an article is saved: other articles by their ids', async () => {
    const other = (await publishArticle(editor, { headline: 'Other', section: world })).id
    await warm(`/api/articles/${other}`)
    await republish(editor, story, { headline: 'Changed' })
    expect(await isHit(`/api/articles/${other}`)).toBe(true)
  })

  it('a login is made', async () => {
    await warm(inSection(world))
    await signIn(newsroom, 'journalist')
    expect(await isHit(inSection(world))).toBe(true)
  })
})

describe('at its moment', () => {
  it.each(['publishedAt', 'embargoUntil'] as const)('an article becomes public by itself (%s)', async (field) => {
    const moment = Date.now() + 2500
    const { id } = await publishArticle(editor, { headline: 'On time', section: world, [field]: new Date(moment).toISOString() })
    const early = await anonymous.get<Page<ArticleAnswer>>(inSection(world))
    expect(early.body.docs.map((doc) => doc.id)).not.toContain(id)
    await expect
      .poll(async () => {
        const asked = Date.now()
        const { body } = await anonymous.get<Page<ArticleAnswer>>(inSection(world))
        const isThere = body.docs.some((doc) => doc.id === id)
        // Whenever it is asked for after its moment, it is there.
        expect(isThere || asked < moment).toBe(true)
        return isThere
      }, { timeout: 100_000 })
      .toBe(true)
  })
})
