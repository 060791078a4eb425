import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentOptions, setOptions } from '../../../src/options/current'
import { aBody, createAuthor, createSection, createTag, draftArticle, headlines, hoursFromNow, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { houseCopy, importFiles } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

let newsroom: TestNewsroom
let readers: Client
let admin: Colleague
let editor: Colleague
let ann: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  readers = reader(newsroom.url)
  admin = await hire(newsroom, 'admin', 'Ada Admin')
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  ann = await hire(newsroom, 'journalist', 'Ann Ames')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

/** The headlines that somebody finds. */
async function found(who: Client, text: string, query = {}): Promise<(string | undefined)[]> {
  const answer = await who.get<Page<ArticleAnswer>>('/api/articles', { where: { search: { like: text } }, sort: 'headline', ...query })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  expect(answer.body.totalDocs).toBe(answer.body.docs.length)
  return headlines(answer)
}
const drafts = { draft: true }

describe('readers find a published article', () => {
  it('by words of its headline, slug, standfirst, body, bylines and tags, in any script', async () => {
    const author = await createAuthor(editor, { name: 'Grażyna Wójcik', aliases: ['Gigi'] })
    const tag = await createTag(editor, 'Zeppelins')
    await publishArticle(editor, {
      headline: 'Quixotic headline',
      slug: 'slugged-uniquely',
      standfirst: 'A standfirst about 朝鲜首都平壤.',
      body: aBody('First paragraph.', 'وصل رئيس الوزراء. 정상회담이 열렸다.'),
      bylines: [{ author: author.id, role: 'reporter' }],
      section,
      tags: [tag.id],
    })
    for (const text of ['quixotic', 'UNIQUELY', '平壤', 'الرئيس', '회담', 'wojcik', 'gigi', 'zeppelin', 'quixotic paragraph wójcik zeppelins']) {
      expect(await found(readers, text), text).toEqual(['Quixotic headline'])
    }
    expect(await found(readers, 'quixotic absent')).toEqual([])
  })

  it('through GraphQL, counts and other conditions too', async () => {
    await publishArticle(editor, { headline: 'Walrus one', section })
    await publishArticle(editor, { headline: 'Walrus two', section, language: 'fr' })
    const { data } = await readers.graphql('{ Articles(where: { search: { like: "walrus" } }, sort: "headline") { totalDocs docs { headline } } countArticles(where: { search: { like: "walrus" } }) { totalDocs } }')
    expect(data).toEqual({ Articles: { totalDocs: 2, docs: [{ headline: 'Walrus one' }, { headline: 'Walrus two' }] }, countArticles: { totalDocs: 2 } })
    expect((await readers.get('/api/articles/count', { where: { search: { like: 'walrus' } } })).body).toEqual({ totalDocs: 2 })
    const where: Where = { or: [{ and: [{ search: { like: 'walrus' } }, { language: { equals: 'fr' } }] }, { headline: { equals: 'Nothing' } }] }
    expect(headlines(await readers.get<Page<ArticleAnswer>>('/api/articles', { where }))).toEqual(['Walrus two'])
  })

  it('by its new name, once an author or a tag has another, and after a merge', async () => {
    const tag = await createTag(editor, 'Ornithology')
    const other = await createTag(editor, 'Birdwatching')
    await publishArticle(editor, { headline: 'On birds', section, tags: [tag.id] })
    expect(await found(readers, 'ornithology')).toEqual(['On birds'])
    await editor.send('PATCH', `/api/tags/${tag.id}`, { name: 'Feathered friends' })
    expect(await found(readers, 'feathered')).toEqual(['On birds'])
    await editor.send('POST', `/api/tags/${tag.id}/merge`, { into: other.id })
    expect(await found(readers, 'birdwatching')).toEqual(['On birds'])
    expect(await found(editor, 'birdwatching', drafts)).toEqual(['On birds'])
  })
})

describe('readers do not find', () => {
  it('what a draft of a published article says, until it is published', async () => {
    const { id } = await publishArticle(editor, { headline: 'At large', standfirst: 'A gnu.', section })
    await saveDraft(editor, id, { standfirst: 'An okapi.' })
    expect(await found(readers, 'okapi')).toEqual([])
    expect(await found(readers, 'gnu')).toEqual(['At large'])
    expect(await found(readers, 'okapi', drafts)).toEqual([])
    expect(await found(editor, 'okapi', drafts)).toEqual(['At large'])
    expect(await found(editor, 'gnu', drafts)).toEqual([])
    await republish(editor, id, { standfirst: 'An okapi.' })
    expect(await found(readers, 'okapi')).toEqual(['At large'])
    expect(await found(readers, 'gnu')).toEqual([])
  })

  it('what is not public: drafts, embargoes, what was unpublished, withdrawn, put into the trash or deleted', async () => {
    await draftArticle(editor, { headline: 'Ocelot in draft' })
    await publishArticle(editor, { headline: 'Ocelot tomorrow', section, embargoUntil: hoursFromNow(24) })
    const unpublished = await publishArticle(editor, { headline: 'Ocelot back to draft', section })
    const withdrawn = await publishArticle(editor, { headline: 'Ocelot withdrawn', section })
    const trashed = await publishArticle(editor, { headline: 'Ocelot in the trash', section })
    const deleted = await publishArticle(editor, { headline: 'Ocelot deleted', section })
    expect(await found(readers, 'ocelot')).toHaveLength(4)
    await editor.send('PATCH', `/api/articles/${unpublished.id}`, { _status: 'draft' })
    await republish(editor, withdrawn.id, { pubStatus: 'canceled' })
    await editor.send('PATCH', `/api/articles/${trashed.id}`, { deletedAt: new Date().toISOString() })
    await admin.send('DELETE', `/api/articles/${deleted.id}`)
    expect(await found(readers, 'ocelot')).toEqual([])
    expect(await found(readers, 'ocelot', { draft: true, trash: true })).toEqual([])
    expect(await found(editor, 'ocelot', drafts)).toHaveLength(4)
    await editor.send('PATCH', `/api/articles/${trashed.id}`, { _status: 'published', deletedAt: null }, { trash: true })
    expect(await found(readers, 'ocelot')).toEqual(['Ocelot in the trash'])
  })

  it('the original copy, notes, or an author by an address', async () => {
    const author = await createAuthor(editor, { name: 'Nameless', email: 'quagga@newsroom.test' })
    const { reports } = await importFiles(newsroom.payload, [{ name: 'a.txt', content: houseCopy({ headline: 'A zorilla story' }) }], { publish: true })
    await publishArticle(editor, { headline: 'Plain', section, note: 'quagga', bylines: [{ author: author.id, role: 'reporter' }] })
    expect(reports.map(({ outcome }) => outcome)).toEqual(['created'])
    expect(await found(editor, 'quagga', drafts)).toEqual([])
    expect(await found(readers, 'zorilla')).toEqual(['A zorilla story'])
  })
})

describe('a search', () => {
  it('finds for journalists what they may read', async () => {
    await draftArticle(ann, { headline: 'Tapir by Ann' })
    await draftArticle(editor, { headline: 'Tapir by Eve' })
    expect(await found(ann, 'tapir', drafts)).toEqual(['Tapir by Ann'])
    expect(await found(editor, 'tapir', drafts)).toEqual(['Tapir by Ann', 'Tapir by Eve'])
    expect(await found(readers, 'tapir', drafts)).toEqual([])
  })

  it('finds what was imported in bulk, in one transaction', async () => {
    const files = ['One', 'Two', 'Three'].map((name) => ({ name: `${name}.txt`, content: houseCopy({ headline: `${name} capybara` }) }))
    await importFiles(newsroom.payload, files, { publish: true })
    expect(await found(readers, 'capybara')).toEqual(['One capybara', 'Three capybara', 'Two capybara'])
    expect(await found(editor, 'capybara', drafts)).toEqual(['One capybara', 'Three capybara', 'Two capybara'])
  })

  it('finds authors and tags in their own lists', async () => {
    const { body } = await readers.get<Page<{ name: string }>>('/api/authors', { where: { search: { like: 'gigi' } } })
    expect(body.docs.map(({ name }) => name)).toEqual(['Grażyna Wójcik'])
    expect((await readers.get('/api/tags/count', { where: { search: { like: 'zeppel' } } })).body).toEqual({ totalDocs: 1 })
  })

  it('is shown in no answer, and taken from no request', async () => {
    const made = await editor.send<{ doc: ArticleAnswer }>('POST', '/api/articles', { headline: 'Numbat', search: ['walrus'] }, { draft: true })
    expect(made.body.doc).not.toHaveProperty('search')
    for (const path of [`/api/articles/${made.body.doc.id}`, '/api/articles', `/api/articles/versions`]) {
      expect(JSON.stringify((await admin.get(path, { draft: true, depth: 0 })).body)).not.toContain('"search"')
    }
    expect(await found(editor, 'walrus', drafts)).not.toContain('Numbat')
    expect(await found(editor, 'numbat', drafts)).toEqual(['Numbat'])
  })

  it.each(['', '*', '"', "'", '" OR "', 'a" OR 1', ') OR (', 'NEAR(a b)', 'NOT x', 'headline:x', '^x', '-x', '.*', '[a-z]+', '$where', '\\', '%', '_', '☃', '\u200b', 'xx x'])(
    'for %j is answered, and finds nothing it should not',
    async (text) => {
      expect((await found(readers, text)).length).toBeLessThan(3)
    },
  )

  it.each([
    [{ search: { equals: 'x' } }],
    [{ search: { contains: 'x' } }],
    [{ search: { like: ['x', 'y'] } }],
    [{ search: { exists: true } }],
    [{ 'search.0': { like: 'x' } }],
    [{ 'related.search': { like: 'x' } }],
    [{ 'bylines.author.search': { like: 'x' } }],
  ])('is refused as %j', async (where) => {
    expect((await readers.get('/api/articles', { where })).status).toBe(400)
    expect((await editor.get('/api/articles', { where, draft: true })).status).toBe(400)
  })

  it('of 301 characters is refused, with a reason', async () => {
    const { body, status } = await readers.get('/api/articles', { where: { search: { like: 'x'.repeat(301) } } })
    expect({ body, status }).toEqual({ status: 400, body: { errors: [{ message: 'A search is at most 300 characters long.' }] } })
  })

  it('of 10,000 characters is refused, with a reason', async () => {
    const { body, status } = await readers.get('/api/articles', { where: { search: { like: 'x'.repeat(10_000) } } })
    expect({ body, status }).toEqual({ status: 400, body: { errors: [{ message: 'A value of "search" is too long: it may have 2000 characters.' }] } })
  })

  it('is refused in joins, in old versions and as an order', async () => {
    expect((await readers.get('/api/authors', { joins: { articles: { where: { or: [{ search: { like: 'x' } }] } } } })).status).toBe(400)
    expect((await editor.get('/api/articles/versions', { where: { 'version.search': { like: 'x' } } })).status).toBe(400)
    expect((await readers.get('/api/articles', { sort: 'search' })).status).toBe(400)
  })
})

it('a search that is turned off is refused to readers and programs, and stays for people at work', async () => {
  const options = currentOptions()
  setOptions({ ...options, search: false })
  try {
    const ask = async (who: Client) => {
      const rest = await who.get('/api/articles', { where: { search: { like: 'walrus' } } })
      const { errors } = await who.graphql('{ Articles(where: { search: { like: "walrus" } }) { totalDocs } }')
      return [rest.status, errors === undefined]
    }
    expect(await ask(readers)).toEqual([400, false])
    expect(await ask(editor)).toEqual([200, true])
  } finally {
    setOptions(options)
  }
})
