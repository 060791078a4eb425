import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createSection, publishArticle } from '../../helpers/articles'
import type { Refusal } from '../../helpers/articles'
import { reader, signIn, tokenOf } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let Authorization: string
let article: string

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
  Authorization = `JWT ${await tokenOf(newsroom, 'editor')}`
  const editor = await signIn(newsroom, 'editor')
  const section = (await createSection(editor, 'World')).id
  article = (await publishArticle(editor, { headline: 'A story', section, body: aBody('Words.') })).id
})
afterAll(() => newsroom.close())

/** A text as bytes in ISO 8859-1, which are no UTF-8 where it has an accent. */
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

type Sent = { method?: string; path: string; body: Uint8Array<ArrayBuffer>; type: string; isAnonymous?: boolean }

async function send({ body, isAnonymous = false, method = 'POST', path, type }: Sent): Promise<{ status: number; message: string | undefined }> {
  const headers = { 'Content-Type': type, ...(isAnonymous ? {} : { Authorization }) }
  const response = await fetch(newsroom.url + path, { method, headers, body })
  const answer: Partial<Refusal> = await response.json()
  return { status: response.status, message: answer.errors?.[0]?.message }
}

const form = (text: string): Pick<Sent, 'body' | 'type'> => ({
  body: latin(`--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${text}\r\n--b--\r\n`),
  type: 'multipart/form-data; boundary=b',
})

describe('a body that is not UTF-8 gets 400, and nothing is stored (RFC 8259 section 8.1)', () => {
  const json = (text: string): Pick<Sent, 'body' | 'type'> => ({ body: latin(text), type: 'application/json' })
  const mutation = String.raw`{"query":"mutation { createArticle(draft: true, data: { headline: \"caf${'\xe9'}\" }) { id } }"}`

  it.each<[what: string, sent: () => Sent]>([
    ['POST', () => ({ path: '/api/articles?draft=true', ...json('{"headline":"caf\xe9"}') })],
    ['POST with a type in capitals', () => ({ path: '/api/articles?draft=true', ...json('{"headline":"caf\xe9"}'), type: 'Application/JSON; charset="UTF-8"' })],
    ['PATCH', () => ({ method: 'PATCH', path: `/api/articles/${article}`, ...json('{"headline":"caf\xe9"}') })],
    ['a form', () => ({ path: '/api/articles?draft=true', ...form('{"headline":"caf\xe9"}') })],
    ['GraphQL', () => ({ path: '/api/graphql', ...json(mutation) })],
    ['GraphQL of a stranger', () => ({ path: '/api/graphql', ...json('{"query":"{ Articles(where: { headline: { equals: \\"caf\xe9\\" } }) { totalDocs } }"}'), isAnonymous: true })],
    ['a notice', () => ({ path: `/api/articles/${article}/withdraw`, ...json('{"notice":"caf\xe9"}') })],
    ['a notice in a form', () => ({ path: `/api/articles/${article}/withdraw`, ...form('{"notice":"caf\xe9"}') })],
    ['a preference', () => ({ path: '/api/payload-preferences/x', ...json('{"value":"caf\xe9"}') })],
    ['a query in a body', () => ({ path: '/api/articles', ...json('where[headline][equals]=caf\xe9'), type: 'text/plain', isAnonymous: true })],
  ])('%s', async (_what, sent) => {
    expect(await send(sent())).toEqual({ status: 400, message: 'The body is not UTF-8: write it in that encoding, which is the one of JSON.' })
    const { body } = await reader(newsroom.url).get<{ headline: string }>(`/api/articles/${article}`)
    expect(body.headline).toBe('A story')
  })
})

describe('a charset other than UTF-8', () => {
  it.each(['iso-8859-1', '"windows-1252"', 'utf-16'])('gets 415: %s', async (charset) => {
    const type = `application/json; charset=${charset}`
    const answers = [
      await send({ path: '/api/articles?draft=true', body: latin('{"headline":"x"}'), type }),
      await send({ path: '/api/graphql', body: latin('{"query":"{ Articles { totalDocs } }"}'), type }),
      await send({ path: '/api/graphql', body: latin('{"query":"{ Articles { totalDocs } }"}'), type, isAnonymous: true }),
    ]
    expect(answers).toEqual(answers.map(() => ({ status: 415, message: 'Send the body as UTF-8, and name no other charset in its Content-Type.' })))
  })

  it.each(['utf-8', 'UTF-8', '"utf-8"'])('is not %s', async (charset) => {
    const body = new Uint8Array(Buffer.from('{"headline":"café"}'))
    expect((await send({ path: '/api/articles?draft=true', body, type: `application/json; charset=${charset}` })).status).toBe(201)
  })
})

it('letters of every kind are stored as they were sent, in a form too', async () => {
  const editor = await signIn(newsroom, 'editor')
  const { body, type } = form(Buffer.from('{"headline":"café 언론"}').toString('latin1'))
  expect((await send({ path: '/api/articles?draft=true', body, type })).status).toBe(201)
  const found = await editor.get<{ totalDocs: number }>('/api/articles', { draft: true, where: { headline: { equals: 'café 언론' } } })
  expect(found.body.totalDocs).toBe(1)
})
