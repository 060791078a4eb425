import { PayloadSDK } from '@payloadcms/sdk'
import type { Payload } from 'payload'
import type { Article, Config, User } from '../../../../src/payload-types'
import { aProgram } from '../../../helpers/apiClients'
import { aBody } from '../../../helpers/articles'
import { reader } from '../../../helpers/client'
import type { Client } from '../../../helpers/client'
import { importFiles } from '../../../helpers/imports'
import type { TestNewsroom } from '../../../helpers/newsroom'
import { hire } from '../people'
import type { Colleague } from '../people'

/** The newsroom in which everything is tried, and who tries it. */
export type Ground = TestNewsroom & {
  admin: Colleague
  editor: Colleague
  colleague: Colleague
  /** The editor as the Local API takes a person. */
  person: User & { collection: 'users' }
  ingest: Client
  sdk: PayloadSDK<Config>
  shared: Names
}

/** What an article names: a tag, an author, and an article that readers do not get. */
type Names = { tag: Named; author: Named; related: string }

/** An article in a section of its own. */
export type Story = Names & { id: string; slug: string; guid: string; section: Named }
type Named = { id: string; slug: string; name: string }

/** What it says under its headline: at first, in a newer draft, and once a write has changed it. */
export const WORDS = { begun: 'As it was begun.', pending: 'As it is to come.', asked: 'As it was asked for.' }

export async function layOut(newsroom: TestNewsroom): Promise<Ground> {
  const admin = await hire(newsroom, 'admin', 'Ada')
  const editor = await hire(newsroom, 'editor', 'Eve')
  const person = { ...(await newsroom.payload.findByID({ collection: 'users', id: editor.id, depth: 0 })), collection: 'users' as const }
  const sdk = new PayloadSDK<Config>({ baseURL: `${newsroom.url}/api`, baseInit: { headers: editor.headers } })
  const [colleague, ingest, shared] = [await hire(newsroom, 'editor', 'Otto'), await aProgram(newsroom, ['ingest']), await makeNames(newsroom.payload)]
  return { ...newsroom, admin, editor, person, sdk, colleague, ingest, shared }
}

async function makeNames(payload: Payload): Promise<Names> {
  const name = { name: crypto.randomUUID(), slug: '' }
  const tag = await payload.create({ collection: 'tags', depth: 0, data: { ...name, kind: 'subject' } })
  const author = await payload.create({ collection: 'authors', depth: 0, data: { ...name, role: 'journalist' } })
  return { tag, author, related: (await payload.create({ collection: 'articles', depth: 0, data: { headline: 'Hidden', slug: '' }, draft: true })).id }
}

/** Begins an article, at the desk or as copy that an agency sent. */
export async function begin({ payload, shared }: Ground, by: 'agency' | 'desk' | 'its own names', isPublished: boolean): Promise<Story> {
  const section = await payload.create({ collection: 'sections', depth: 0, data: { name: `Section ${crypto.randomUUID()}`, slug: '' } })
  const { author, related, tag } = by === 'its own names' ? await makeNames(payload) : shared
  const guid = `urn:agency:${section.slug}`
  const parts = { guid, section, tag, author, related }
  if (by === 'agency') {
    const { reports } = await importFiles(payload, [{ name: 'copy.json', content: agencyCopy(parts, WORDS.begun) }], { publish: isPublished, create: false })
    const [article] = (await payload.find({ collection: 'articles', depth: 0, draft: true, where: { 'source.guid': { equals: guid } } })).docs
    if (!article) throw new Error(JSON.stringify(reports))
    return { ...parts, id: article.id, slug: article.slug }
  }
  const data = { headline: `Story ${guid}`, slug: '', standfirst: WORDS.begun, body: aBody('Words.'), section: section.id, tags: [tag.id], bylines: [{ author: author.id, role: 'reporter' as const }], related: [related], _status: isPublished ? ('published' as const) : ('draft' as const) }
  const { id, slug } = await payload.create({ collection: 'articles', depth: 0, data: data as never as Article, draft: !isPublished })
  return { ...parts, id, slug }
}

/** An article as an agency sends it. */
export function agencyCopy({ author, guid, section, tag }: Pick<Story, 'author' | 'guid' | 'section' | 'tag'>, standfirst: string, more: object = {}): string {
  return JSON.stringify({
    uri: guid,
    headline: `Story ${guid}`,
    description_text: standfirst,
    body_text: 'Words.',
    infoSources: [{ name: author.name, role: 'reporter' }],
    subjects: [{ name: section.name, rel: 'section' }, { name: tag.name }],
    ...more,
  })
}

/** What a reader without a login is answered, to the letter: a status and a text for each way to ask. */
export type Seen = Record<'by id' | 'by slug' | 'feed' | 'GraphQL' | 'list' | 'page', { status: number; text: string }>

const FIELDS = 'id headline standfirst slug body publishedAt updatedAt pubStatus notice corrections { text } section { slug name } tags { slug name } bylines { author { slug name } } related { id }'

export async function whatReadersSee({ url }: Ground, { id, section, slug }: Story): Promise<Seen> {
  const ask = async (path: string, redirect: 'follow' | 'manual' = 'manual') => {
    const answer = await fetch(url + path, { redirect })
    return { status: answer.status, text: await answer.text() }
  }
  const asked = reader(url).graphql(`{ Article(id: "${id}") { ${FIELDS} } Articles(where: { slug: { equals: "${slug}" } }) { docs { ${FIELDS} } totalDocs } }`)
  const [byId, list, bySlug, page, feed, { status, ...said }] = await Promise.all([
    ask(`/api/articles/${id}?depth=1`),
    ask(`/api/articles?depth=1&where[id][equals]=${id}`),
    ask(`/api/articles/by-slug/${slug}`),
    ask(`/articles/${slug}`),
    // A section that has another address leads on to it.
    ask(`/feeds/sections/${section.slug}/feed.json`, 'follow'),
    asked,
  ])
  return { 'by id': byId, list, 'by slug': bySlug, page, feed, GraphQL: { status, text: JSON.stringify([said.data, said.errors]) } }
}
