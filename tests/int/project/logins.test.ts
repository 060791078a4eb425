import { randomUUID } from 'node:crypto'
import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftArticle } from '../../helpers/articles'
import type { Page } from '../../helpers/articles'
import { client, reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

type Lock = { globalSlug: string | null; user: { value: { email: string } } }
type Login = Client & { id: string; email: string }

let newsroom: TestNewsroom
let admin: Colleague
let nameless: Login

beforeAll(async () => {
  newsroom = await openNewsroom()
  admin = await hire(newsroom, 'admin', 'Ada Admin')
  nameless = await register()
})
afterAll(() => newsroom.close())

it('a form with a file may have parts that only the project knows', async () => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'A table' }))
  form.set('folder', 'figures')
  form.set('file', new Blob(['a,b'], { type: 'text/csv' }), 'table.csv')
  expect(await admin.sendBody('/api/media', form)).toMatchObject({ status: 201, body: { doc: { alt: 'A table', mimeType: 'text/csv' } } })
})

/** A login as the project had it before the newsroom: an e-mail address, no name and no role. */
async function register(): Promise<Login> {
  const login = { email: `${randomUUID()}@project.test`, password: randomUUID() }
  const { body } = await admin.send<{ doc: { id: string } }>('POST', '/api/users', login)
  const { body: signed } = await reader(newsroom.url).send<{ token: string }>('POST', '/api/users/login', login)
  return { ...client(newsroom.url, { Authorization: `JWT ${signed.token}` }), id: body.doc.id, email: login.email }
}

const open = (what: object, user: string) =>
  newsroom.payload.create({ collection: 'payload-locked-documents', data: { ...what, user: { relationTo: 'users', value: user } }, overrideAccess: true })
const locksSeenBy = async (who: Client) => (await who.get<Page<Lock>>('/api/payload-locked-documents', { depth: 1 })).body.docs

describe('a login without a role', () => {
  it('sees who has a global of the project open, and nothing of the newsroom', async () => {
    const { id } = await draftArticle(admin, { headline: 'In hand' })
    await open({ document: { relationTo: 'articles', value: id } }, admin.id)
    await open({ globalSlug: 'footer' }, admin.id)
    expect(await locksSeenBy(nameless)).toMatchObject([{ globalSlug: 'footer' }])
  })

  it('is changed like any other', async () => {
    const { status } = await admin.send('PATCH', `/api/users/${(await register()).id}`, { roles: ['journalist'] })
    expect(status).toBe(200)
  })
})

describe('a login without a name', () => {
  it('is called by its e-mail address where it has something open', async () => {
    const { id } = await draftArticle(admin, { headline: 'In other hands' })
    await open({ document: { relationTo: 'articles', value: id } }, nameless.id)
    expect((await locksSeenBy(admin)).map(({ user }) => user.value.email)).toContain(nameless.email)
    const { body } = await admin.get<{ columns: { cards: { id: string; openWith: string | null }[] }[] }>('/api/desk')
    expect(body.columns.flatMap(({ cards }) => cards).find((card) => card.id === id)?.openWith).toBe(nameless.email)
  })
})

describe('admins, where the project lets several logins be changed at once', () => {
  it.each(['DELETE', 'PATCH'])('do not all go: %s', async (method) => {
    const second = await hire(newsroom, 'admin', 'Sue Second')
    const change = (where: Where) => admin.send(method, '/api/users', method === 'PATCH' ? { roles: ['editor'] } : undefined, { where })
    expect(await change({ roles: { in: ['admin'] } })).toMatchObject({ status: 400, body: { errors: [{ message: 'This is the last admin: make somebody else an admin first.' }] } })
    expect((await change({ id: { equals: second.id } })).status).toBe(200)
    const { docs } = await newsroom.payload.find({ collection: 'users', where: { roles: { in: ['admin'] } } })
    expect(docs).toMatchObject([{ name: 'Ada Admin' }])
  })
})
