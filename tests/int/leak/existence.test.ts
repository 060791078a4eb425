import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aProgram } from '../../helpers/apiClients'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { inGraphql, isCounted } from '../../helpers/ids'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import { versionOf } from './probe'
import { makeSamples } from './samples'
import type { Sample, Slug } from './samples'

let newsroom: TestNewsroom
let people: Record<Outsider, Client>
let samples: Record<Slug, Sample>
let nobodys: Nobodys

const OUTSIDERS = ['reader', 'program', 'ingest', 'journalist', 'editor'] as const
type Outsider = (typeof OUTSIDERS)[number]
const NO_EDITORS = OUTSIDERS.filter((who) => who !== 'editor')

beforeAll(async () => {
  newsroom = await openNewsroom()
  await hire(newsroom, 'admin', 'Ada')
  people = {
    editor: await hire(newsroom, 'editor', 'Eve'),
    ingest: await aProgram(newsroom, ['ingest']),
    journalist: await hire(newsroom, 'journalist', 'Jo'),
    program: await aProgram(newsroom, []),
    reader: reader(newsroom.url),
  }
  samples = await makeSamples(newsroom)
  nobodys = (slug) => {
    if (isCounted(newsroom.payload, slug)) return 987_654_321
    return newsroom.payload.db.name === 'mongoose' ? '0123456789abcdef01234567' : '01234567-89ab-4def-8123-456789abcdef'
  }
})
afterAll(() => newsroom.close())

/** What of a document that is hidden from everybody else: itself, or a version of it. */
const HIDDEN: readonly { slug: Slug; hiddenFrom: readonly Outsider[]; version?: true }[] = [
  { slug: 'articles', hiddenFrom: NO_EDITORS },
  { slug: 'articles', hiddenFrom: NO_EDITORS, version: true },
  { slug: 'article-events', hiddenFrom: NO_EDITORS },
  { slug: 'imports', hiddenFrom: NO_EDITORS },
  { slug: 'import-items', hiddenFrom: NO_EDITORS },
  { slug: 'share-links', hiddenFrom: NO_EDITORS },
  { slug: 'payload-locked-documents', hiddenFrom: NO_EDITORS },
  { slug: 'users', hiddenFrom: OUTSIDERS },
  { slug: 'api-clients', hiddenFrom: OUTSIDERS },
  { slug: 'payload-jobs', hiddenFrom: OUTSIDERS },
  { slug: 'payload-kv', hiddenFrom: OUTSIDERS },
]

/** An id that no document of a collection has, or no version where none is named. */
type Nobodys = (slug?: Slug) => number | string

/** An answer without the id that was asked about: counted ones stand in it as texts, and as numbers under their name. */
function withoutId(answer: unknown, id: number | string): string {
  const asText = new RegExp(String.raw`(?<![\w-])${id}(?![\w-])`, 'g')
  return JSON.stringify(answer, (key, value: unknown) => {
    if (typeof value === 'string') return value.replace(asText, 'it')
    return key === 'id' && String(value) === String(id) ? 'it' : value
  })
}

type Asked = readonly [method: string, path: string, body?: (id: number | string) => object]
const nothing = () => ({})

/** Every way to ask a collection about a document. */
const OF_ANY: readonly Asked[] = [
  ['GET', '/ID'], ['GET', '/ID?draft=true&trash=true&depth=3'], ['GET', '?where[id][equals]=ID&draft=true&trash=true'], ['GET', '/count?where[id][equals]=ID&trash=true'], ['GET', '/count?where[id][not_in]=ID'],
  ['PATCH', '/ID', nothing], ['PATCH', '/ID?draft=true&trash=true', nothing], ['PATCH', '?where[id][equals]=ID', nothing], ['DELETE', '/ID'], ['DELETE', '?where[id][equals]=ID'],
  ['POST', '/access/ID', nothing], ['GET', '/access/ID'], ['POST', '/ID/duplicate', nothing], ['GET', '/versions/ID'], ['POST', '/versions/ID', nothing], ['GET', '/versions?where[parent][equals]=ID'],
]
const OF_ARTICLES: readonly Asked[] = [
  ...['ninjs', 'jsonld', 'original', 'visibility', 'key'].map((end): Asked => ['GET', `/ID/${end}`]),
  ...['withdraw', 'unpublish', 'dismiss-withdrawal'].map((end): Asked => ['POST', `/ID/${end}`, nothing]),
  ['POST', '/ID/schedule', () => ({ type: 'publish', at: '2099-01-01T00:00:00Z' })], ['DELETE', '/ID/schedule'],
  ['PATCH', '/ID?draft=true', () => ({ headline: 'Mine' })], ['POST', '?draft=true', (id) => ({ headline: 'Own', related: [id] })],
  ['GET', '?where[related][equals]=ID'], ['GET', '/versions?where[version.related][equals]=ID'],
]
/** Where other collections lead to an article. */
const ELSEWHERE: readonly Asked[] = [
  ['POST', '/api/share-links', (id) => ({ article: id })],
  ...['article-events?where[article]', 'share-links?where[article]', 'import-items?where[article]', 'redirects?where[to.reference]', 'payload-locked-documents?where[document.value]', 'payload-jobs?where[input.doc.value]', 'authors?joins[articles][where][id]'].map((way): Asked => ['GET', `/api/${way}[equals]=ID`]),
  ['GET', '/preview/articles/ID'],
]

function askedOf(slug: Slug): Asked[] {
  const own = [...OF_ANY, ...(slug === 'articles' ? OF_ARTICLES : []), ...(slug === 'api-clients' ? [['POST', '/ID/key'] as const] : [])]
  return [...own.map(([method, path, body]): Asked => [method, `/api/${slug}${path}`, body]), ...(slug === 'articles' ? ELSEWHERE : [])]
}

function queriesOf(slug: Slug): string[] {
  const { many, one } = samples[slug].names
  if (one === '') return []
  return [
    `{ ${one}(id: "ID") { id } }`, `{ docAccess${one}(id: "ID") { read { permission } update { permission } } }`, `{ ${many}(where: { id: { equals: "ID" } }) { totalDocs } }`, `{ count${many}(where: { id: { equals: "ID" } }) { totalDocs } }`,
    `mutation { update${one}(id: "ID", data: {}) { id } }`, `mutation { delete${one}(id: "ID") { id } }`,
    ...(slug === 'articles' ? ['{ Article(id: "ID", draft: true, trash: true) { id } }', 'mutation { duplicateArticle(id: "ID", data: {}) { id } }', '{ versionArticle(id: "ID") { id } }', 'mutation { restoreVersionArticle(id: "ID") { id } }', 'mutation { updateArticle(id: "ID", draft: true, data: { headline: "x" }) { id } }'] : []),
  ]
}

describe.each(HIDDEN)('$slug, hidden from $hiddenFrom', ({ hiddenFrom, slug, version }) => {
  let hidden: string
  const nobody = () => nobodys(version ? undefined : slug)
  beforeAll(async () => {
    hidden = await samples[slug].make(undefined)
    if (version) hidden = await versionOf(newsroom.payload, hidden)
  })

  it.each(hiddenFrom)('a %s is answered by REST as of none (security A11)', async (who) => {
    const answer = async ([method, path, body]: Asked, id: number | string) => {
      const asked = path.replace('ID', String(id))
      if (path.startsWith('/preview')) return [method, path, (await fetch(newsroom.url + asked, { redirect: 'manual' })).status]
      const said = await people[who].send(method, asked, body?.(id))
      return [method, path, said.status, withoutId(said.body, id)]
    }
    for (const asked of askedOf(slug)) expect.soft(await answer(asked, hidden)).toEqual(await answer(asked, nobody()))
  })

  it.each(hiddenFrom)('a %s is answered by GraphQL as of none (security A11)', async (who) => {
    const answer = async (query: string, id: number | string) => {
      const { data, errors } = await people[who].graphql(query.replaceAll('"ID"', inGraphql(id)))
      return [query, withoutId([data, errors], id)]
    }
    for (const query of queriesOf(slug)) expect.soft(await answer(query, hidden)).toEqual(await answer(query, nobody()))
  })
})

it.each(OUTSIDERS)('a %s is told by /api/access of rights alone, and of no document', async (who) => {
  const ids = await Promise.all(HIDDEN.filter(({ hiddenFrom }) => hiddenFrom.includes(who)).map(async ({ slug }) => samples[slug].make(undefined)))
  const { body } = await people[who].get('/api/access')
  expect(ids.filter((id) => withoutId(body, id) !== JSON.stringify(body))).toEqual([])
})
