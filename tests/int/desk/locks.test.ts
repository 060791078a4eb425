import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../../src/payload-types'
import { aBody, createSection, createTag, draftArticle, publishArticle, saveDraft } from '../../helpers/articles'
import type { Page, Refusal } from '../../helpers/articles'
import { inGraphql } from '../../helpers/ids'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let admin: Colleague
let other: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await hire(newsroom, 'admin', 'Ada Admin')
  other = await hire(newsroom, 'editor', 'Otto Other')
  section = (await createSection(admin, 'World')).id
})
afterAll(() => newsroom.close())

const words = (headline: string) => ({ headline, section, body: aBody('Words.') })
const open = (relationTo: 'articles' | 'tags', value: string, user: string) =>
  newsroom.payload.create({ collection: 'payload-locked-documents', data: { document: { relationTo, value }, user: { relationTo: 'users', value: user } }, overrideAccess: true })

/** The status of an answer: GraphQL tells that of the operation in its errors. */
const mutation = async (write: string, variables: object = {}): Promise<number> => {
  const { errors, status } = await admin.graphql(`mutation { ${write} { id } }`, { ...variables })
  const [error] = errors ?? []
  return error ? (error.extensions?.statusCode ?? 500) : status
}
const version = async (id: string) => {
  const { body } = await admin.get<Page<{ id: string }>>('/api/articles/versions', { where: { parent: { equals: id } }, sort: 'updatedAt', limit: 1 })
  return body.docs[0]?.id ?? ''
}
const rest = async (method: string, path: string, data?: object, query: object = {}) => (await admin.send(method, path, data, { ...query })).status

type Way = [way: string, act: (id: string) => Promise<number>]

const ways: Way[] = [
  ['REST saves', (id) => rest('PATCH', `/api/articles/${id}`, { standfirst: 'Other' })],
  ['REST restores a version', async (id) => rest('POST', `/api/articles/versions/${await version(id)}`)],
  ['REST restores a version as a draft', async (id) => rest('POST', `/api/articles/versions/${await version(id)}`, undefined, { draft: true })],
  ['REST holds back a draft, one of many', (id) => rest('PATCH', '/api/articles', { pubStatus: 'withheld' }, { where: { id: { equals: id } } }).then((status) => (status === 400 ? 423 : status))],
  ['REST deletes', (id) => rest('DELETE', `/api/articles/${id}`)],
  ['GraphQL saves', (id) => mutation(`updateArticle(id: "${id}", data: { standfirst: "Other" })`)],
  ['GraphQL saves a draft', (id) => mutation(`updateArticle(id: "${id}", draft: true, data: { standfirst: "Other" })`)],
  ['GraphQL restores a version', async (id) => mutation(`restoreVersionArticle(id: ${inGraphql(await version(id))}, draft: true)`)],
  ['GraphQL deletes', (id) => mutation(`deleteArticle(id: "${id}")`)],
]

describe.each(ways)('what a colleague has open: %s', (_way, act) => {
  it('waits for them, and not for oneself', async () => {
    const { id } = await draftArticle(admin, words('Open'))
    await saveDraft(admin, id, { headline: 'Still open' })
    const lock = await open('articles', id, other.id)
    expect(await act(id)).toBe(423)
    expect((await admin.get<Article>(`/api/articles/${id}`, { draft: true })).body).toMatchObject({ headline: 'Still open', pubStatus: 'usable' })
    await newsroom.payload.delete({ collection: 'payload-locked-documents', id: lock.id, overrideAccess: true })
    await open('articles', id, admin.id)
    expect(await act(id)).toBe(200)
  })

  it('waits no longer for somebody who has gone', async () => {
    const { id } = await draftArticle(admin, words('Left open'))
    const { id: lock } = await open('articles', id, other.id)
    await newsroom.payload.db.updateOne({ collection: 'payload-locked-documents', id: lock, data: { updatedAt: new Date(Date.now() - 301_000).toISOString() }, req: {} })
    expect(await act(id)).toBe(200)
  })
})

it('REST goes past a lock when it is told to, also to restore a version', async () => {
  const { id } = await draftArticle(admin, words('Open'))
  await open('articles', id, other.id)
  expect(await rest('POST', `/api/articles/versions/${await version(id)}`, undefined, { overrideLock: true })).toBe(200)
  expect(await rest('PATCH', `/api/articles/${id}`, { standfirst: 'Other' }, { overrideLock: true })).toBe(200)
})

it('is not told to those who may not restore anything', async () => {
  const jo = await hire(newsroom, 'journalist', 'Jo Journalist')
  const { id } = await draftArticle(admin, words('Open'))
  const restore = async () => jo.send<Refusal>('POST', `/api/articles/versions/${await version(id)}`)
  const before = await restore()
  await open('articles', id, other.id)
  const after = await restore()
  expect([after.status, after.body]).toEqual([before.status, before.body])
})

it('GraphQL waits for what else is open', async () => {
  const { id } = await createTag(admin, 'Open')
  await open('tags', id, other.id)
  expect(await mutation(`updateTag(id: "${id}", data: { name: "Other" })`)).toBe(423)
  expect(await mutation(`deleteTag(id: "${id}")`)).toBe(423)
})

it('GraphQL takes down what readers have, whoever has it open', async () => {
  for (const data of ['pubStatus: canceled', '_status: draft', 'pubStatus: withheld']) {
    const { id } = await publishArticle(admin, words('Bad story'))
    await open('articles', id, other.id)
    expect(await mutation(`updateArticle(id: "${id}", data: { ${data} })`)).toBe(200)
  }
})

describe('of somebody whose login or right is gone', () => {
  const LOCKS = '/api/payload-locked-documents'
  const locksOf = async (id: string) => (await admin.get<Page<{ id: string }>>(LOCKS, { where: { 'document.value': { equals: id } } })).body.docs

  it('nothing stays open', async () => {
    const leaver = await hire(newsroom, 'journalist', 'Lea Leaver')
    const { id } = await draftArticle(admin, words('Left open'))
    await open('articles', id, leaver.id)
    expect((await locksOf(id)).length).toBe(1)
    expect(await rest('DELETE', `/api/users/${leaver.id}`)).toBe(200)
    expect(await locksOf(id)).toEqual([])
    expect(await rest('PATCH', `/api/articles/${id}`, { standfirst: 'Other' })).toBe(200)
  })

  it('nothing stays open, either, when they are no editor any more', async () => {
    const editor = await hire(newsroom, 'editor', 'Eda Editor')
    const { id } = await draftArticle(admin, words('Left open'))
    await open('articles', id, editor.id)
    expect(await rest('PATCH', `/api/users/${editor.id}`, { name: 'Eda E. Editor' })).toBe(200)
    expect((await locksOf(id)).length).toBe(1)
    expect(await rest('PATCH', `/api/users/${editor.id}`, { roles: ['journalist'] })).toBe(200)
    expect(await locksOf(id)).toEqual([])
  })

  it('a lock is nobody’s, and keeps nobody from their work', async () => {
    const jo = await hire(newsroom, 'journalist', 'Jo Journalist')
    const { id } = await draftArticle(jo, words('Left open'))
    const { id: lock } = await open('articles', id, other.id)
    await newsroom.payload.db.updateOne({ collection: 'payload-locked-documents', id: lock, data: { user: null }, req: {} })
    for (const path of ['/api/access', LOCKS, '/api/desk']) expect([path, (await jo.get(path)).status]).toEqual([path, 200])
    expect(await rest('POST', `/api/articles/versions/${await version(id)}`)).toBe(200)
    expect(await rest('GET', LOCKS)).toBe(200)
    await open('articles', id, other.id)
    expect((await jo.send('DELETE', LOCKS, undefined, { where: { 'document.value': { equals: id } } })).status).toBe(200)
    expect(await locksOf(id)).toEqual([])
  })
})
