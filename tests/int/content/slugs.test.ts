import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, byTheDesk, createAuthor, createSection, createTag, draftArticle, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let editor: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const publish = async (headline: string, data = {}) => (await publishArticle(editor, { headline, section, ...data })).slug
const newestSlug = async (id: string) => (await editor.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })).body.slug

describe('the slug of an article', () => {
  it.each([
    ['Élections à Genève: “ça ira”, dit-on', 'elections-a-geneve-ca-ira-dit-on'],
    ['Straße, Øresund & Łódź', 'strasse-oresund-lodz'],
    ['İstanbul’da seçim', 'istanbulda-secim'],
    ['Лавров прибыл в Пхеньян', 'лавров-прибыл-в-пхеньян'],
    ['Ο πρωθυπουργός στην Αθήνα', 'ο-πρωθυπουργος-στην-αθηνα'],
    ['وصل لافروف إلى كوريا', 'وصل-لافروف-إلى-كوريا'],
    ['拉夫罗夫抵达平壤', '拉夫罗夫抵达平壤'],
    ['라브로프 평양 도착', '라브로프-평양-도착'],
    ['🎉🎉🎉', 'article'],
    ['???', 'article-2'],
  ])('of “%s” is %s', async (headline, slug) => {
    expect(await publish(headline)).toBe(slug)
  })

  it('can be asked for as it is, in any script', async () => {
    const { body } = await editor.get<{ docs: ArticleAnswer[] }>('/api/articles', { where: { slug: { equals: '라브로프-평양-도착' } } })
    expect(body.docs[0]?.headline).toBe('라브로프 평양 도착')
  })

  it('is numbered when it is taken', async () => {
    expect([await publish('Same words'), await publish('Same words'), await publish('Same words')]).toEqual([
      'same-words',
      'same-words-2',
      'same-words-3',
    ])
  })

  it('is what an editor types, made fit for an address', async () => {
    expect(await publish('A long headline', { slug: 'Kurz & Gut' })).toBe('kurz-gut')
  })

  it('follows the headline until the first publication, and no more after it', async () => {
    const { id } = await draftArticle(editor, { headline: 'Working title', section, body: aBody('x'), bylines: await byTheDesk(editor) })
    await saveDraft(editor, id, { headline: 'Better title' })
    expect(await newestSlug(id)).toBe('better-title')
    await republish(editor, id, { headline: 'Best title' })
    expect(await newestSlug(id)).toBe('best-title')
    await republish(editor, id, { headline: 'Corrected title' })
    expect(await newestSlug(id)).toBe('best-title')
  })

  it('stays as an editor typed it while the headline changes', async () => {
    const { id } = await draftArticle(editor, { headline: 'First idea', slug: 'my-own', section })
    await saveDraft(editor, id, { headline: 'Second idea' })
    expect(await newestSlug(id)).toBe('my-own')
  })

  it('may be changed by an editor after publication', async () => {
    const { id } = await publishArticle(editor, { headline: 'Moved story', section })
    await republish(editor, id, { slug: 'moved-elsewhere' })
    expect(await newestSlug(id)).toBe('moved-elsewhere')
  })

  it('is not taken from another article by a draft: the draft is numbered when it is saved', async () => {
    await publish('Taken words')
    const { id } = await draftArticle(editor, { headline: 'Free words', section, body: aBody('x'), bylines: await byTheDesk(editor) })
    const saved = await saveDraft(editor, id, { slug: 'taken-words' })
    expect(saved.slug).toBe('taken-words-2')
    expect((await republish(editor, id, {})).slug).toBe('taken-words-2')
  })

  it('is empty while a draft has no headline, and comes with it', async () => {
    const { id } = await draftArticle(editor, {})
    expect(await newestSlug(id)).toBeFalsy()
    const second = await draftArticle(editor, {})
    expect(second.id).not.toBe(id)
    await saveDraft(editor, id, { headline: 'A headline at last' })
    expect(await newestSlug(id)).toBe('a-headline-at-last')
  })

  it('is made anew for a copy of the article', async () => {
    const { id } = await publishArticle(editor, { headline: 'Copied story', section })
    const { body, status } = await editor.send<{ doc: ArticleAnswer }>('POST', `/api/articles/${id}/duplicate`, {})
    expect(status).toBe(200)
    expect(body.doc.slug).toBe('copied-story-2')
  })
})

describe('written at the same moment', () => {
  it('twenty articles with one headline each get a slug of their own', async () => {
    const story = { headline: 'Breaking', section, body: aBody('x'), bylines: await byTheDesk(editor), _status: 'published' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => editor.send<{ doc: ArticleAnswer }>('POST', '/api/articles', story)),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    const expected = Array.from({ length: 20 }, (_, n) => (n === 0 ? 'breaking' : `breaking-${n + 1}`))
    expect(answers.map(({ body }) => body.doc.slug).sort()).toEqual(expected.sort())
  })

  it('two articles that are given one slug end with two', async () => {
    const [first, second] = [
      await publishArticle(editor, { headline: 'One of two', section }),
      await publishArticle(editor, { headline: 'Two of two', section }),
    ]
    const changed = await Promise.all([first, second].map(({ id }) => republish(editor, id, { slug: 'the-same' })))
    expect(changed.map(({ slug }) => slug).sort()).toEqual(['the-same', 'the-same-2'])
  })

  it('ten authors, sections and tags of one name as well', async () => {
    const ten = Array.from({ length: 10 })
    const made = [
      await Promise.all(ten.map(() => createAuthor(editor, { name: 'Kim' }))),
      await Promise.all(ten.map(() => createSection(editor, 'Kim'))),
      await Promise.all(ten.map(() => createTag(editor, 'Kim'))),
    ]
    expect(made.map((documents) => new Set(documents.map(({ slug }) => slug)).size)).toEqual([10, 10, 10])
  })
})

describe.each(['507f1f77bcf86cd799439011', 'C0FFEE00-0000-4000-8000-000000000000'])('a slug with the form of an id, %s', (id) => {
  const message = 'This has the form of an id, by which something else is found: write words.'
  const refused = { status: 400, body: { errors: [{ data: { errors: [{ path: 'slug', message }] } }] } }

  it('is refused in every collection, in drafts and to every writer', async () => {
    const other = await draftArticle(editor, { headline: 'Other' })
    const answers = [
      await editor.send('POST', '/api/articles', { headline: 'A', section, slug: id }, { draft: true }),
      await editor.send('PATCH', `/api/articles/${other.id}`, { slug: id }, { draft: true }),
      await editor.send('POST', '/api/sections', { name: 'A', slug: id }),
      await editor.send('PATCH', `/api/sections/${section}`, { slug: id }),
      await editor.send('POST', '/api/tags', { name: 'A', slug: id }),
      await editor.send('POST', '/api/authors', { name: 'A', slug: id }),
    ]
    for (const answer of answers) expect(answer).toMatchObject(refused)
    await expect(newsroom.payload.create({ collection: 'tags', data: { name: 'A', slug: id, kind: 'subject' }, draft: false, overrideAccess: true })).rejects.toThrow()
  })

  it('is numbered where it is made from a headline or a name, and stays so', async () => {
    const article = await draftArticle(editor, { headline: id, section })
    const made = [article.slug, (await createTag(editor, id)).slug, (await createAuthor(editor, { name: id })).slug, (await createSection(editor, id)).slug]
    expect(made).toEqual(made.map(() => `${id.toLowerCase()}-2`))
    await saveDraft(editor, article.id, { standfirst: 'More.' })
    expect(await newestSlug(article.id)).toBe(`${id.toLowerCase()}-2`)
  })

  it('is left aside where a source gives it', async () => {
    const copy = `---\ntitle: From elsewhere ${id}\nslug: ${id}\nsection: World\n---\n\nWords.\n`
    const { body, status } = await editor.sendBody<{ reports: { outcome: string; article: { slug: string } }[] }>('/api/import?name=story.md', copy, { 'Content-Type': 'text/markdown' })
    expect([status, body.reports.map(({ article, outcome }) => [outcome, article.slug])]).toEqual([200, [['created', `from-elsewhere-${id.toLowerCase()}`]]])
  })
})
