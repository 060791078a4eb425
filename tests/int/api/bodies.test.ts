import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createSection, createTag, draftArticle, publishArticle } from '../../helpers/articles'
import type { Page, Refusal } from '../../helpers/articles'
import { reader, signIn, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let admin: Client
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await signIn(newsroom, 'admin')
  section = (await createSection(admin, 'World')).id
})
afterAll(() => newsroom.close())

const words = () => ({ headline: 'Bad story', section, body: aBody('Words.') })
const published = async () => (await publishArticle(admin, words())).id

/** Each endpoint of ours that takes a body or might be sent one. */
const endpoints: [what: string, address: () => Promise<string>, known: string | undefined][] = [
  ['withdraw', async () => `/api/articles/${await published()}/withdraw`, 'notice'],
  ['unpublish', async () => `/api/articles/${await published()}/unpublish`, 'note'],
  ['dismiss a withdrawal', async () => `/api/articles/${await published()}/dismiss-withdrawal`, 'note'],
  ['schedule', async () => `/api/articles/${(await draftArticle(admin, words())).id}/schedule`, 'type'],
  ['merge', async () => `/api/tags/${(await createTag(admin, 'One')).id}/merge`, 'into'],
  ['move', () => Promise.resolve(`/api/sections/${section}/move`), 'parent'],
  ['restoring a version', async () => {
    const { body } = await admin.get<Page<{ id: string }>>('/api/articles/versions', { where: { parent: { equals: (await draftArticle(admin, words())).id } } })
    return `/api/articles/versions/${body.docs[0]?.id ?? ''}`
  }, undefined],
  ['a new key', async () => {
    const { body } = await admin.send<{ doc: { id: string } }>('POST', '/api/api-clients', { name: 'A program', scopes: ['ingest'] })
    return `/api/api-clients/${body.doc.id}/key`
  }, undefined],
]

describe.each(endpoints)('%s', (_what, addressOf, known) => {
  it('names what it does not know, and takes no list', async () => {
    const address = await addressOf()
    const misspelt = known === undefined ? 'draft' : `${known}s`
    const answers = [await admin.send<Refusal>('POST', address, { [misspelt]: 'a' }), await admin.send<Refusal>('POST', address, []), await admin.send<Refusal>('POST', address, 'text')]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
    expect(answers[0]?.body.errors[0]?.message).toBe(`${misspelt} is not known here. ${known === undefined ? 'This address takes no body.' : `Did you mean ${known}?`}`)
  })

  it('says nothing of that to strangers', async () => {
    expect((await reader(newsroom.url).send('POST', await addressOf(), { nonsense: 1 })).status).toBe(403)
  })
})

describe('an urgent act needs only identity and right', () => {
  it.each(['withdraw', 'unpublish'])('to %s', async (act) => {
    const Authorization = `JWT ${await tokenOf(newsroom, 'editor')}`
    for (const init of [{}, { body: '{}', headers: { 'Content-Type': 'application/json' } }, { body: '', headers: { 'Content-Type': 'application/json' } }, { body: 'null', headers: { 'Content-Type': 'application/json' } }]) {
      const id = await published()
      const headers: Record<string, string> = { ...init.headers, Authorization }
      expect((await fetch(`${newsroom.url}/api/articles/${id}/${act}`, { ...init, method: 'POST', headers })).status).toBe(200)
    }
  })
})
