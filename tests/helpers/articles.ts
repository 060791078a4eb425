import type { LexicalDocument } from '../../src/ingest/lexical'
import { plainToLexical } from '../../src/ingest/lexical'
import type { Article, Author, Section, Tag } from '../../src/payload-types'
import type { Answer, Client } from './client'

/** A page of a list, as REST answers it. */
export type Page<Doc> = { docs: Doc[]; totalDocs: number; totalPages: number; hasNextPage: boolean }

/** A document that was written, as REST answers it. */
export type Written<Doc> = { doc: Doc; message: string }

/** What was wrong, as REST answers it. */
export type Refusal = { errors: { message: string; name?: string; data?: unknown }[] }

/** An article in an answer, with relations as ids or as cards. */
export type ArticleAnswer = Partial<Article> & { id: string }

/** A body with one paragraph for each text. */
export function aBody(...paragraphs: string[]): LexicalDocument {
  return plainToLexical(paragraphs)
}

/** A moment so many hours from now; the past is negative. */
export function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString()
}

/** Makes a document through REST, or says why that failed. */
async function create<Doc>(client: Client, path: string, data: object, query = {}): Promise<Doc> {
  const { body, status } = await client.send<Written<Doc>>('POST', path, data, query)
  if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(body)}`)
  return body.doc
}

/** Changes a document through REST, or says why that failed. */
async function change<Doc>(client: Client, path: string, data: object, query = {}): Promise<Doc> {
  const { body, status } = await client.send<Written<Doc>>('PATCH', path, data, query)
  if (status !== 200) throw new Error(`PATCH ${path} answered ${status}: ${JSON.stringify(body)}`)
  return body.doc
}

export function createSection(client: Client, name: string): Promise<Section> {
  return create(client, '/api/sections', { name })
}

export function createTag(client: Client, name: string): Promise<Tag> {
  return create(client, '/api/tags', { name })
}

export function createAuthor(client: Client, data: object): Promise<Author> {
  return create(client, '/api/authors', data)
}

/** Makes a published article; `section` and `headline` are wanted, the rest has a default. */
export async function publishArticle(client: Client, data: object): Promise<Article> {
  const bylines = 'bylines' in data ? data.bylines : await byTheDesk(client)
  return create(client, '/api/articles', { body: aBody('Some words.'), _status: 'published', ...data, bylines })
}

/** The byline of what nobody in particular signs. */
export async function byTheDesk(client: Client): Promise<{ author: string; role: string }[]> {
  const { body } = await client.get<Page<Author>>('/api/authors', { where: { slug: { equals: 'zz-the-desk' } } })
  const { id } = body.docs[0] ?? (await createAuthor(client, { name: 'ZZ The desk' }))
  return [{ author: id, role: 'contributor' }]
}

/** Makes a draft, which may lack anything. */
export function draftArticle(client: Client, data: object): Promise<Article> {
  return create(client, '/api/articles', data, { draft: true })
}

/** Changes an article and publishes it. */
export function republish(client: Client, id: string, data: object): Promise<Article> {
  return change(client, `/api/articles/${id}`, { ...data, _status: 'published' })
}

/** Saves a newer draft of an article, as the editing desk does while somebody types. */
export function saveDraft(client: Client, id: string, data: object): Promise<Article> {
  return change(client, `/api/articles/${id}`, data, { draft: true })
}

/** The headlines of a list, in its order. */
export function headlines({ body }: Answer<Page<ArticleAnswer>>): (string | undefined)[] {
  return body.docs.map(({ headline }) => headline)
}
