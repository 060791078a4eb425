import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OriginalLine } from '../../../src/ingest/original/originalLines'
import { client, reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { importFiles } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let editor: Client
let path: string
let content: Buffer

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  content = await readFile('seed/articles/lavrov-north-korea.txt')
  const { reports } = await importFiles(newsroom.payload, [{ name: 'lavrov.txt', content }])
  path = `/api/articles/${String(reports[0]?.article?.id)}/original`
})
afterAll(() => newsroom.close())

describe('the original of an imported article', () => {
  it('is told to editors, every line of the file with where it went', async () => {
    const { body, headers, status } = await editor.get<{ lines: OriginalLine[] }>(path)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(body.lines.map(({ text }) => text)).toEqual(content.toString().trimEnd().split(/\r?\n/))
    expect(body.lines.filter(({ to }) => to.includes('body'))).toHaveLength(15)
  })

  it('is told to the journalist who signs the article', async () => {
    const { docs } = await newsroom.payload.find({ collection: 'authors', overrideAccess: true, where: { name: { equals: 'CJ journalist' } } })
    const login = { email: 'signer@newsroom.test', password: crypto.randomUUID() }
    await newsroom.payload.create({ collection: 'users', overrideAccess: true, data: { ...login, name: 'CJ journalist', roles: ['journalist'], author: docs[0]?.id ?? '' } })
    const { body } = await reader(newsroom.url).send<{ token: string }>('POST', '/api/users/login', login)
    const { status } = await client(newsroom.url, { Authorization: `JWT ${body.token}` }).get(path)
    expect(status).toBe(200)
  })

  it('is not there for readers, for journalists whose article it is not, nor for what does not exist', async () => {
    const askers = [reader(newsroom.url), await signIn(newsroom, 'journalist')]
    for (const asker of askers) expect((await asker.get(path)).status).toBe(404)
    expect((await editor.get('/api/articles/nothing/original')).status).toBe(404)
  })

  it('is not there where nothing came in', async () => {
    const { body } = await editor.send<{ doc: { id: string } }>('POST', '/api/articles', { headline: 'Our own' }, { draft: true })
    expect(await editor.get(`/api/articles/${body.doc.id}/original`)).toMatchObject({
      status: 404,
      body: { errors: [{ message: 'No original copy of this article is kept.' }] },
    })
  })
})
