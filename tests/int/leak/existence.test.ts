import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'

let newsroom: TestNewsroom
let people: Record<string, Client>
let hidden: string
let person: string
let nobodys: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  await hire(newsroom, 'admin', 'Ada')
  const editor = await hire(newsroom, 'editor', 'Eve')
  people = { journalist: await hire(newsroom, 'journalist', 'Jo'), reader: reader(newsroom.url) }
  const section = await newsroom.payload.create({ collection: 'sections', data: { name: 'World', slug: '' } })
  const { body } = await editor.send<{ doc: { id: string } }>('POST', '/api/articles', { section: section.id, headline: 'Hidden', body: aBody('Words.') })
  hidden = body.doc.id
  person = editor.id
  nobodys = newsroom.payload.db.name === 'mongoose' ? '0123456789abcdef01234567' : '01234567-89ab-4def-8123-456789abcdef'
})
afterAll(() => newsroom.close())

const ASKED: readonly [method: string, path: string, body?: (id: string) => object][] = [
  ['GET', '/api/articles/ID'], ['GET', '/api/articles/ID?draft=true&trash=true'], ['GET', '/api/articles/ID/ninjs'], ['GET', '/api/articles/ID/jsonld'], ['GET', '/api/articles/ID/original'],
  ['POST', '/api/articles/ID/duplicate', () => ({})], ['POST', '/api/articles/access/ID', () => ({})],
  ['PATCH', '/api/articles/ID', () => ({ headline: 'Mine' })], ['PATCH', '/api/articles/ID?draft=true', () => ({ headline: 'Mine' })], ['DELETE', '/api/articles/ID'],
  ['POST', '/api/articles/ID/schedule', () => ({ type: 'publish', at: '2099-01-01T00:00:00Z' })], ['DELETE', '/api/articles/ID/schedule'],
  ['POST', '/api/articles/versions/ID', () => ({})], ['GET', '/api/articles/versions/ID'],
  ['POST', '/api/share-links', (id) => ({ article: id })], ['POST', '/api/articles?draft=true', (id) => ({ headline: 'Own', related: [id] })],
  ['GET', '/preview/articles/ID'],
]
const OF_PEOPLE: typeof ASKED = [
  ['GET', '/api/users/ID'], ['PATCH', '/api/users/ID', () => ({ name: 'Mine' })], ['DELETE', '/api/users/ID'], ['POST', '/api/users/access/ID', () => ({})],
]

describe.each(['journalist', 'reader'])('to a %s', (who) => {
  const answerTo = async ([method, path, body]: (typeof ASKED)[number], id: string) => {
    const response = path.startsWith('/api')
      ? await people[who]?.send(method, path.replace('ID', id), body?.(id))
      : { status: (await fetch(newsroom.url + path.replace('ID', id))).status, body: {} }
    return [response?.status, JSON.stringify(response?.body).replaceAll(id, 'it')]
  }

  it.each(ASKED)('%s %s answers for a hidden article as for none (security A11)', async (...asked) => {
    const answer = await answerTo(asked, hidden)
    expect(answer).toEqual(await answerTo(asked, nobodys))
    expect(answer[0]).toBeGreaterThanOrEqual(400)
  })

  it.each(OF_PEOPLE)('%s %s answers for a colleague as for nobody (security A11)', async (...asked) => {
    expect(await answerTo(asked, person)).toEqual(await answerTo(asked, nobodys))
  })
})
