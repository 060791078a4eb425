import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aProgram } from '../../helpers/apiClients'
import { client, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let admin: Client
let token: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  token = await tokenOf(newsroom, 'admin')
  admin = client(newsroom.url, { Authorization: `JWT ${token}` })
})
afterAll(() => newsroom.close())

type Saved = { doc: { id: string; updatedAt: string } }

/** Sends a document as a form of the admin UI does. */
async function sendForm(path: string, data: object): Promise<number> {
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  const answer = await fetch(`${newsroom.url}${path}`, { body: form, headers: { Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' }, method: 'PATCH' })
  return answer.status
}

describe('a form that was opened before somebody else saved', () => {
  it.each<[collection: string, made: object, theirs: object, mine: object]>([
    ['sections', { name: 'World' }, { description: 'Theirs.' }, { name: 'World news' }],
    ['tags', { name: 'Kremlin' }, { aliases: ['The Kremlin'] }, { name: 'Moscow Kremlin' }],
    ['authors', { name: 'Ann Other' }, { bio: 'Theirs.' }, { name: 'Ann Else' }],
    ['redirects', { from: '/old', to: { type: 'custom', url: '/new' } }, { from: '/older' }, { to: { type: 'custom', url: '/newest' } }],
    ['api-clients', { name: 'A program', scopes: ['ingest'] }, { scopes: ['ingest', 'read-drafts'] }, { name: 'Another' }],
  ])('is refused in %s, and one that was opened since is not (editor F1)', async (collection, made, theirs, mine) => {
    const { body, status } = await admin.send<Saved>('POST', `/api/${collection}`, made)
    expect(status).toBe(201)
    const path = `/api/${collection}/${body.doc.id}`
    expect((await admin.send('PATCH', path, theirs)).status).toBe(200)
    expect(await sendForm(path, { updatedAt: body.doc.updatedAt, ...mine })).toBe(409)
    const { body: stored } = await admin.get(path)
    expect(stored).toMatchObject(theirs)
    expect(await sendForm(path, { updatedAt: stored.updatedAt, ...mine })).toBe(200)
    expect(await sendForm(path, mine)).toBe(200)
    expect((await admin.get(path)).body).toMatchObject({ ...theirs, ...mine })
  })
  it('is not refused because an API client was used', async () => {
    const program = await aProgram(newsroom, ['ingest'])
    const { body } = await admin.get<{ docs: { id: string; lastUsedAt?: string | null; updatedAt: string }[] }>('/api/api-clients', { limit: 1, sort: '-createdAt' })
    const before = body.docs[0]
    const path = `/api/api-clients/${String(before?.id)}`
    await program.get('/api/articles')
    await expect.poll(async () => (await admin.get(path)).body.lastUsedAt, { timeout: 10_000 }).toBeTruthy()
    expect(await sendForm(path, { name: 'Renamed', updatedAt: before?.updatedAt })).toBe(200)
  })
})
