import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createSection, draftArticle } from '../../helpers/articles'
import type { Refusal } from '../../helpers/articles'
import { client, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let token: string
let id: string

/** The editor, whose browser or program says that it wants to be answered in a language. */
const speaking = (headers: Record<string, string>): Client => client(newsroom.url, { Authorization: `JWT ${token}`, ...headers })
const publish = async (headers: Record<string, string>) => {
  const { body, status } = await speaking(headers).send<Refusal>('PATCH', `/api/articles/${id}`, { _status: 'published' })
  return [status, body.errors[0]?.message, body.errors[0]?.data]
}
const refusal = (summary: string, label: string, message: string) => [400, summary, { collection: 'articles', errors: [{ path: 'bylines', label, message }] }]

beforeAll(async () => {
  newsroom = await openNewsroom()
  token = await tokenOf(newsroom, 'editor')
  const editor = speaking({})
  const article = await draftArticle(editor, { headline: 'Ferry resumes', body: aBody('It runs again.'), bylines: [], section: (await createSection(editor, 'Harbour')).id })
  id = article.id
})
afterAll(() => newsroom.close())

describe('what the rules refuse', () => {
  it('is told in English where nothing else is asked for', async () => {
    expect(await publish({})).toEqual(refusal('The following field is invalid: Bylines', 'Bylines', 'Add a byline.'))
  })

  it.each<Record<string, string>>([{ 'Accept-Language': 'es' }, { Cookie: 'payload-lng=es' }])('is told in the language that is asked for: %o', async (headers) => {
    expect(await publish(headers)).toEqual(refusal('El siguiente campo es inválido: Firmas', 'Firmas', 'Añada una firma.'))
  })

  it('is told so by GraphQL, too', async () => {
    const mutation = `mutation { updateArticle(id: ${JSON.stringify(id)}, data: { _status: published }) { id } }`
    const { errors } = await speaking({ 'Accept-Language': 'zh' }).graphql(mutation)
    expect(JSON.stringify(errors)).toContain('请添加署名。')
  })
})
