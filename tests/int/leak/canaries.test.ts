import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import { CANARY, DESK_CANARY, releaseCanaries, STATES } from './canaries'
import type { State } from './canaries'

let newsroom: TestNewsroom
let articles: Record<State, string>
let people: Record<Who, Client>
let versions: string[]

beforeAll(async () => {
  newsroom = await openNewsroom()
  // The first login is an admin's, whatever is asked.
  await hire(newsroom, 'admin', 'Ada')
  people = {
    editor: await hire(newsroom, 'editor', 'Eve'),
    'journalist whose it is not': await hire(newsroom, 'journalist', 'Bob'),
    reader: reader(newsroom.url),
  }
  articles = await releaseCanaries(newsroom.payload)
  const { docs } = await newsroom.payload.findVersions({ collection: 'articles', depth: 0, limit: 100, trash: true })
  versions = docs.map(({ id }) => id)
})
afterAll(() => newsroom.close())

type Who = 'editor' | 'journalist whose it is not' | 'reader'

/** The words that somebody may not be told, nor find anything by. */
const SECRETS: Record<Exclude<Who, 'editor'>, readonly string[]> = {
  reader: [CANARY, DESK_CANARY],
  'journalist whose it is not': [CANARY],
}
const OUTSIDERS = ['reader', 'journalist whose it is not'] as const
const SWITCHES = ['', 'draft=true', 'trash=true', 'draft=true&trash=true', 'depth=3', 'depth=3&draft=true&trash=true', 'pagination=false&limit=100', 'locale=all&fallback-locale=none&draft=true', 'select[slug]=false&draft=true&trash=true', 'overrideAccess=true&showHiddenFields=true&draft=true']
const LISTS = [
  'api-clients',
  'articles',
  'article-events',
  'authors',
  'import-items',
  'imports',
  'media',
  'payload-jobs',
  'payload-kv',
  'payload-locked-documents',
  'payload-preferences',
  'redirects',
  'sections',
  'share-links',
  'tags',
  'users',
]
const FIELDS = ['headline', 'standfirst', 'body', 'slug', 'note', 'meta.title', 'dateline.place', 'source.text', 'source.guid', 'search']
/** Where in the model there is a way to an article that may not be everybody's. */
const WAYS = [
  ['articles', 'related'],
  ['articles', 'parent'],
  ['articles/versions', 'parent'],
  ['articles/versions', 'version.related'],
  ['article-events', 'article'],
  ['import-items', 'article'],
  ['authors', 'articles'],
  ['redirects', 'to.reference'],
  ['share-links', 'article'],
  ['payload-locked-documents', 'document'],
  ['payload-locked-documents', 'document.value'],
] as const

/** The whole answer, whatever it is. */
async function said(client: Client, path: string): Promise<string> {
  const { body, status } = await client.get(path)
  expect(status, path).toBeLessThan(500)
  return JSON.stringify(body)
}

/** The ways to ask with a condition, written as in `[headline][like]=`, and the word after it. */
const QUESTIONS: readonly ((list: string, condition: string) => string)[] = [
  (list, condition) => `/api/${list}?limit=100&where${condition}`,
  (list, condition) => `/api/${list}?limit=100&draft=true&trash=true&where${condition}`,
  (list, condition) => `/api/${list}?limit=100&draft=true&where[or][0][and][0]${condition}&where[or][1][id][exists]=false`,
  (list, condition) => `/api/${list}/count?where${condition}`,
  (list, condition) => `/api/${list}/count?where[OR][0]${condition}&draft=true&trash=true`,
  (list, condition) => `/api/authors?joins[articles][count]=true&joins[articles][where]${condition}`,
  (list, condition) => `/api/authors?where[articles]${condition}`,
]

/** Whether what is answered depends on the word that is asked for. */
async function tells(client: Client, ask: (word: string) => string, word: string): Promise<boolean> {
  const blind = async (each: string) => (await said(client, ask(each))).replaceAll(each, 'the word')
  return (await blind(word)) !== (await blind('zaunkoenig'))
}

describe.each(OUTSIDERS)('a %s never gets a word of what is not for them', (who) => {
  const sees = async (path: string) => {
    const answer = await said(people[who], path)
    for (const word of SECRETS[who]) expect(answer, path).not.toContain(word)
  }

  it.each(LISTS)('in the list of %s', async (list) => {
    for (const query of SWITCHES) await sees(`/api/${list}?${query}`)
  })

  it.each(STATES)('of the %s article by its id', async (state) => {
    const id = articles[state]
    for (const query of SWITCHES) await sees(`/api/articles/${id}?${query}`)
    for (const format of ['ninjs', 'jsonld']) await sees(`/api/articles/${id}/${format}`)
    await sees(`/api/articles/versions?where[parent][equals]=${id}&trash=true`)
  })

  it('on pages, in previews and in what they are told they may do', async () => {
    const slugs = await Promise.all(STATES.map(async (state) => (await newsroom.payload.findByID({ collection: 'articles', id: articles[state], depth: 0, trash: true })).slug))
    const pages = ['/', '/sections/world', '/authors/the-desk', ...slugs.map((slug) => `/articles/${slug}`), ...STATES.map((state) => `/preview/articles/${articles[state]}`), '/share/nothing']
    for (const path of pages) {
      const text = await (await fetch(newsroom.url + path, { redirect: 'manual' })).text()
      // The address that was asked for is no secret to whoever asks.
      expect(text.replaceAll(path, '').replaceAll(encodeURI(path), ''), path).not.toContain(CANARY)
    }
    for (const path of ['/api/desk', '/api/access', ...STATES.map((state) => `/api/articles/access/${articles[state]}`)]) await sees(path)
  })

  it('of any version', async () => {
    for (const version of versions) await sees(`/api/articles/versions/${version}?trash=true&depth=3`)
  })

  it('in feeds and sitemaps', async () => {
    for (const path of ['feeds/rss.xml', 'feeds/atom.xml', 'feeds/feed.json', 'feeds/authors/the-desk/rss.xml', 'sitemap.xml', 'sitemaps/articles-1.xml', 'news-sitemap.xml']) {
      const text = await (await fetch(`${newsroom.url}/${path}`)).text()
      expect(text, path).not.toContain(CANARY)
      expect(text, path).not.toContain(DESK_CANARY)
    }
  })

  it.each([
    '/api/articles?depth=3&populate[articles][body]=true&populate[articles][source]=true&populate[authors][email]=true',
    '/api/articles?select[source]=true&select[note]=true&select[events]=true&joins[events][limit]=100',
    '/api/authors?depth=3&joins[articles][limit]=100&joins[articles][sort]=headline&populate[articles][body]=true',
    '/api/authors?select[email]=true&select[articles]=true&draft=true&trash=true',
  ])('by asking for every field of everything that is related: %s', sees)

  it.each(FIELDS)('by guessing at %s, in filters, counts and joins', async (field) => {
    for (const question of QUESTIONS) {
      expect(await tells(people[who], (word) => question('articles', `[${field}][like]=${word}`), CANARY)).toBe(false)
      expect(await tells(people[who], (word) => question('articles', `[${field}][not_like]=${word}`), CANARY)).toBe(false)
    }
  })

  it.each(WAYS)('by guessing in %s at what stands behind %s', async (list, way) => {
    for (const question of QUESTIONS) {
      for (const field of ['headline', 'standfirst', 'note']) {
        expect(await tells(people[who], (word) => question(list, `[${way}.${field}][like]=${word}`), CANARY)).toBe(false)
        expect(await tells(people[who], (word) => question(list, `[${way}__${field}][contains]=${word}`), CANARY)).toBe(false)
        expect(await tells(people[who], (word) => question(list, `[${way}][contains][${field}][like]=${word}`), CANARY)).toBe(false)
      }
    }
  })

  it.each(['headline', 'note', 'related.headline'])('by changing or deleting what has a certain %s', async (field) => {
    for (const method of ['PATCH', 'DELETE']) {
      const done = async (word: string) => {
        const { body, status } = await people[who].send(method, `/api/articles?draft=true&trash=true&where[${field}][like]=${word}`, { standfirst: 'x' })
        return [status, JSON.stringify(body).replaceAll(word, 'the word')]
      }
      expect(await done(CANARY)).toEqual(await done('zaunkoenig'))
    }
  })

  it.each(['note', 'source.text', 'source.guid', 'events.note', 'related.headline'])('by sorting by %s', async (field) => {
    expect((await people[who].get(`/api/articles?sort=${field}`)).status).toBe(400)
    expect((await people[who].get(`/api/authors?joins[articles][sort]=${field}`)).status).toBe(400)
  })

  it('through GraphQL, however nested', async () => {
    const answers = await Promise.all(
      [
        `{ Articles(limit: 100, draft: true, trash: true) { docs {
          headline standfirst note body(depth: 3) source { text provider guid } meta { title } dateline { place }
          related(draft: true) { headline standfirst note source { text } related { headline } }
        } } }`,
        '{ Articles(limit: 29) { docs { events { docs { note who } } } } }',
        '{ Authors(limit: 10) { docs { articles(limit: 25) { docs { headline note source { text } related { headline } } } } } }',
        '{ versionsArticles { docs { version { headline } parent { headline } } } }',
        '{ ArticleEvents { docs { note article { headline } } } }',
        '{ ImportItems { docs { file message account article { headline } run { options } } } }',
        '{ Imports { docs { options } } }',
        '{ PayloadJobs { docs { input } } }',
        '{ Users { docs { name email } } ApiClients { docs { name } } ShareLinks { docs { article { headline } createdBy { name } } } }',
        '{ a: Articles(draft: true) { b: docs { c: headline d: standfirst e: note f: source { g: text } } } h: Articles(trash: true) { docs { headline } } }',
      ].map((query) => people[who].graphql(query)),
    )
    expect(JSON.stringify(answers)).not.toContain(CANARY)
  })

  it.each(FIELDS)('by guessing at %s through GraphQL', async (field) => {
    const name = field.replace('.', '__')
    const operator = field === 'body' ? 'like' : 'contains'
    const answers = async (word: string) => {
      const where = `{ OR: [{ ${name}: { ${operator}: "${word}" } }] }`
      const asked = [
        `{ Articles(draft: true, trash: true, where: ${where}) { totalDocs } }`,
        `{ countArticles(draft: true, trash: true, where: ${where}) { totalDocs } }`,
        `{ Authors { docs { articles(count: true, where: ${where}) { totalDocs docs { id } } } } }`,
      ]
      return JSON.stringify(await Promise.all(asked.map((query) => people[who].graphql(query)))).replaceAll(word, 'the word')
    }
    expect(await answers(CANARY)).toBe(await answers('zaunkoenig'))
  })
})

describe('a reader', () => {
  it('finds no author by an address', async () => {
    for (const path of ['authors?where[email]', 'articles?where[bylines.author.email]', 'authors/count?where[email]']) {
      expect(await tells(people.reader, (word) => `/api/${path}[like]=${word}`, DESK_CANARY)).toBe(false)
    }
  })

  it('is shown no address through GraphQL', async () => {
    const { data } = await people.reader.graphql('{ Authors { docs { email user { email } } } Articles { docs { bylines { author { email } } } } }')
    expect(JSON.stringify(data)).not.toContain(DESK_CANARY)
  })
})

describe('an editor, so that it is known that there is something to find,', () => {
  it.each(FIELDS.filter((field) => field !== 'body' && field !== 'slug'))('finds articles by %s', async (field) => {
    expect(await tells(people.editor, (word) => `/api/articles?limit=100&draft=true&where[${field}][like]=${word}`, CANARY)).toBe(true)
  })

  it('finds articles by what stands in related ones', async () => {
    expect(await tells(people.editor, (word) => `/api/articles/count?where[related.headline][like]=${word}`, CANARY)).toBe(true)
    expect(await tells(people.editor, (word) => `/api/article-events/count?where[article.headline][like]=${word}`, CANARY)).toBe(true)
  })

  it.each(['articles?draft=true', 'article-events', 'imports', 'import-items'])('reads the canary in %s', async (list) => {
    expect(await said(people.editor, `/api/${list}`)).toContain(CANARY)
  })
})
