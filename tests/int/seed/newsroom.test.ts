import { readFile } from 'node:fs/promises'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { seedNewsroom } from '../../../seed'
import { lavrovNorthKorea } from '../../../seed/articles/lavrov-north-korea'
import { tags } from '../../../seed/newsroom'
import { verifySeed } from '../../../seed/verify'
import { paragraphsOf } from '../../../src/articles/plainText'

const DOCUMENTS = 21
const { slug } = lavrovNorthKorea

let newsroom: TestNewsroom
let payload: Payload
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  payload = newsroom.payload
})
beforeEach(async () => {
  editor = await signIn(newsroom, 'editor')
  await seedNewsroom(payload)
})
afterEach(async () => {
  for (const collection of ['articles', 'authors', 'sections', 'tags'] as const) {
    await payload.delete({ collection, where: { id: { exists: true } }, trash: true, overrideAccess: true })
  }
})
afterAll(() => newsroom.close())

const outcomes = async () => (await seedNewsroom(payload)).map(({ outcome }) => outcome)
const theArticle = async () => {
  const { docs } = await payload.find({ collection: 'articles', depth: 0, overrideAccess: true, where: { slug: { equals: slug } } })
  return docs[0] ?? Promise.reject(new Error('The article was not seeded.'))
}
const everything = async () => ({
  articles: (await payload.find({ collection: 'articles', depth: 0, trash: true })).docs,
  authors: (await payload.find({ collection: 'authors', depth: 0, sort: 'slug' })).docs,
  sections: (await payload.find({ collection: 'sections', depth: 0, sort: 'slug' })).docs,
  tags: (await payload.find({ collection: 'tags', depth: 0, sort: 'slug' })).docs,
  versions: (await payload.findVersions({ collection: 'articles', depth: 0, overrideAccess: true })).docs,
})

describe('the seed, run again', () => {
  it('changes nothing: no document, no version, no date', async () => {
    const before = await everything()
    expect(await outcomes()).toEqual(Array(DOCUMENTS).fill('unchanged'))
    expect(await everything()).toEqual(before)
    expect(before.versions).toHaveLength(1)
  })

  it('keeps an article that an editor has changed since', async () => {
    const { id } = await theArticle()
    await republish(editor, id, { headline: 'Edited by hand' })
    expect((await outcomes()).filter((outcome) => outcome !== 'unchanged')).toEqual(['kept'])
    expect((await theArticle()).headline).toBe('Edited by hand')
  })

  it('keeps an article of which somebody has a newer draft', async () => {
    const { id } = await theArticle()
    await saveDraft(editor, id, { standfirst: 'Half a sentence' })
    expect((await outcomes()).filter((outcome) => outcome !== 'unchanged')).toEqual(['kept'])
    const { body } = await editor.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true })
    expect(body.standfirst).toBe('Half a sentence')
  })

  it('keeps a section that an editor has changed since', async () => {
    const { docs } = await payload.find({ collection: 'sections', where: { slug: { equals: 'politics' } } })
    await editor.send('PATCH', `/api/sections/${String(docs[0]?.id)}`, { description: 'Ours' })
    expect((await outcomes()).filter((outcome) => outcome !== 'unchanged')).toEqual(['kept'])
    const after = await payload.find({ collection: 'sections', where: { slug: { equals: 'politics' } } })
    expect(after.docs[0]?.description).toBe('Ours')
  })

  it('keeps an article in the trash, and makes no second one', async () => {
    const { id } = await theArticle()
    await editor.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString(), _status: 'published' })
    expect((await outcomes()).at(-1)).toBe('kept')
    expect((await payload.count({ collection: 'articles', trash: true })).totalDocs).toBe(1)
  })

  it('leaves what editors add in fields that the seed does not set', async () => {
    const { docs } = await payload.find({ collection: 'authors', where: { slug: { equals: 'huxiana' } } })
    await editor.send('PATCH', `/api/authors/${String(docs[0]?.id)}`, { bio: 'Edits the world desk.' })
    expect(new Set(await outcomes())).toEqual(new Set(['unchanged']))
  })

  it('updates a document that nobody has touched when its own data have changed', async () => {
    const [tag] = tags
    const aliases = tag?.aliases
    Object.assign(tag ?? {}, { aliases: ['DPRK', 'Chosŏn'] })
    expect((await outcomes()).filter((outcome) => outcome !== 'unchanged')).toEqual(['updated'])
    const { docs } = await payload.find({ collection: 'tags', where: { slug: { equals: 'north-korea' } } })
    expect(docs[0]?.aliases).toEqual(['DPRK', 'Chosŏn'])
    Object.assign(tag ?? {}, { aliases })
    expect((await outcomes()).filter((outcome) => outcome !== 'unchanged')).toEqual(['updated'])
  })
})

describe('two seeds at the same time', () => {
  it('end as one', async () => {
    await payload.delete({ collection: 'articles', where: { id: { exists: true } }, overrideAccess: true })
    const [first, second] = await Promise.all([seedNewsroom(payload), seedNewsroom(payload)])
    expect([first.at(-1)?.outcome, second.at(-1)?.outcome].sort()).toEqual(['created', 'unchanged'])
    expect((await payload.count({ collection: 'articles' })).totalDocs).toBe(1)
    expect(await verifySeed(payload)).toEqual([])
  })
})

describe('the check of the seed', () => {
  it('finds no difference when all is as it should be', async () => {
    expect(await verifySeed(payload)).toEqual([])
  })

  it('finds a body that differs by one character', async () => {
    const { body, id } = await theArticle()
    const altered: typeof body = JSON.parse(JSON.stringify(body).replace('any evidence at all', 'any evidence at a11'))
    await payload.update({ collection: 'articles', id, data: { body: altered, _status: 'published' }, overrideAccess: true })
    expect((await verifySeed(payload)).map(({ what }) => what)).toEqual(['body'])
  })

  it('finds an article that lost a tag, and one that readers do not see', async () => {
    const [tag] = (await payload.find({ collection: 'tags', limit: 1, overrideAccess: true, where: { slug: { equals: 'diplomacy' } } })).docs
    await payload.update({ collection: 'articles', where: { slug: { equals: slug } }, data: { tags: tag ? [tag.id] : [], _status: 'published' }, overrideAccess: true })
    expect((await verifySeed(payload)).map(({ what }) => what)).toContain('tags')
    await payload.delete({ collection: 'articles', where: { id: { exists: true } }, overrideAccess: true })
    expect(await verifySeed(payload)).toEqual([{ what: 'article', expected: slug, found: 'not public' }])
  })
})

describe('the seeded article', () => {
  const lines = async () => (await readFile(`seed/articles/${lavrovNorthKorea.file}`, 'utf8')).split('\n')

  it('has the lines of its file as paragraphs, character for character, over REST', async () => {
    const { body } = await reader(newsroom.url).get<Page<ArticleAnswer>>('/api/articles', { where: { slug: { equals: slug } } })
    expect(paragraphsOf(body.docs[0]?.body)).toEqual((await lines()).slice(6))
    expect(body.docs[0]).toMatchObject({
      standfirst: (await lines())[2],
      publishedAt: '2023-10-18T00:00:00.000Z',
      dateline: { place: 'Pyongyang', text: 'Pyongyang - - October,18,2023' },
      section: { name: 'Politics' },
      bylines: [
        { role: 'reporter', author: { name: 'CJ journalist', role: 'journalist' } },
        { role: 'editor', author: { name: 'HUXIANA', role: 'editor' } },
      ],
    })
  })

  it('has them over GraphQL as well', async () => {
    const { data } = await reader(newsroom.url).graphql<{ Articles: { docs: { body: unknown; standfirst: string }[] } }>(
      'query ($slug: String) { Articles(where: { slug: { equals: $slug } }) { docs { body standfirst } } }',
      { slug },
    )
    const [article] = data?.Articles.docs ?? []
    expect(paragraphsOf(article?.body)).toEqual((await lines()).slice(6))
    expect(article?.standfirst).toBe((await lines())[2])
  })

  it('keeps the copy byte for byte, for the desk only', async () => {
    const { source } = await theArticle()
    expect(source?.text).toBe((await lines()).join('\n'))
  })

  it('is found by its section, a tag, an author and its slug', async () => {
    const anonymous = reader(newsroom.url)
    for (const [path, value] of [['section.slug', 'politics'], ['tags.slug', 'kim-jong-un'], ['bylines.author.slug', 'cj-journalist'], ['slug', slug]] as const) {
      const { body } = await anonymous.get<Page<ArticleAnswer>>('/api/articles', { where: { [path]: { equals: value } } })
      expect(body.docs.map((article) => article.slug)).toEqual([slug])
    }
  })
})
