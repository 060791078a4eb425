import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { client, reader, signIn, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { Page, Written } from '../../helpers/articles'
import { isProject } from '../../helpers/project'
import { currentOptions, setOptions } from '../../../src/options/current'
import type { User } from '../../../src/payload-types'

let newsroom: TestNewsroom
let anonymous: Client
let first: { status: number; body: { user?: User } }

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  const setupToken = 'a token for tests only'
  setOptions({ ...currentOptions(), setupToken })
  first = await client(newsroom.url, { 'X-Setup-Token': setupToken }).send('POST', '/api/users/first-register', {
    email: 'first@newsroom.test',
    password: 'a long password',
    name: 'The first',
    roles: ['journalist'],
  })
})
afterAll(() => newsroom.close())

const whoIs = async (somebody: Client) => (await somebody.get<{ user: User }>('/api/users/me')).body.user

describe('the first login of a newsroom', () => {
  it('is its administrator, whatever the form says', async () => {
    expect(first.status).toBe(200)
    const { docs } = await newsroom.payload.find({ collection: 'users', where: { email: { equals: 'first@newsroom.test' } } })
    expect(docs[0]?.roles).toEqual(['admin'])
  })

  it('is made only once', async () => {
    const second = await anonymous.send('POST', '/api/users/first-register', { email: 'second@newsroom.test', password: 'a long password', name: 'x' })
    expect(second.status).toBe(403)
  })
})

describe('a journalist', () => {
  it('cannot make themselves an editor', async () => {
    const journalist = await signIn(newsroom, 'journalist')
    const { id } = await whoIs(journalist)
    await journalist.send('PATCH', `/api/users/${id}`, { roles: ['admin'], name: 'Renamed' })
    expect(await whoIs(journalist)).toMatchObject({ roles: ['journalist'], name: 'Renamed' })
    await journalist.graphql('mutation ($id: String!) { updateUser(id: $id, data: { roles: [admin] }) { id } }', { id })
    expect((await whoIs(journalist)).roles).toEqual(['journalist'])
  })

  it('sees and changes no login but their own', async () => {
    const journalist = await signIn(newsroom, 'journalist')
    const { id } = await whoIs(journalist)
    const { docs } = await newsroom.payload.find({ collection: 'users', where: { id: { not_equals: id } } })
    const other = String(docs[0]?.id)
    expect((await journalist.get<Page<User>>('/api/users')).body.docs.map((user) => user.id)).toEqual([id])
    expect((await journalist.send('PATCH', `/api/users/${other}`, { name: 'Mine' })).status).toBe(403)
    expect((await journalist.send('DELETE', `/api/users/${id}`)).status).toBe(403)
    expect((await journalist.send('POST', '/api/users', { email: 'x@newsroom.test', password: 'a long password', name: 'x' })).status).toBe(403)
  })
})

describe('an administrator', () => {
  it('makes logins and gives them roles', async () => {
    const admin = await signIn(newsroom, 'admin')
    const { body, status } = await admin.send<Written<User>>('POST', '/api/users', {
      email: 'new@newsroom.test',
      password: 'a long password',
      name: 'New',
      roles: ['journalist'],
    })
    expect(status).toBe(201)
    await admin.send('PATCH', `/api/users/${body.doc.id}`, { roles: ['editor'] })
    expect((await admin.get<User>(`/api/users/${body.doc.id}`)).body.roles).toEqual(['editor'])
  })
})

describe('a journalist whom an administrator creates', () => {
  const create = async (name: string, more: Partial<User> = {}) => {
    const admin = await signIn(newsroom, 'admin')
    const login = { email: `${crypto.randomUUID()}@newsroom.test`, password: 'a long password', name, roles: ['journalist'], ...more }
    const { body, status } = await admin.send<Written<User>>('POST', '/api/users', login, { depth: 0 })
    expect(status).toBe(201)
    return { id: body.doc.id, author: body.doc.author, login }
  }
  const authorOf = (id: unknown) => newsroom.payload.findByID({ collection: 'authors', id: String(id), depth: 0 })

  it('gets an author and signs a story at once (editor F21)', async () => {
    const { author, id, login } = await create('Rosa Romero')
    expect(await authorOf(author)).toMatchObject({ name: 'Rosa Romero', role: 'journalist', user: id })
    const { body } = await anonymous.send<{ token: string }>('POST', '/api/users/login', { email: login.email, password: login.password })
    const rosa = client(newsroom.url, { Authorization: `JWT ${body.token}` })
    const story = { headline: 'Signed', bylines: [{ author, role: 'reporter' }] }
    expect((await rosa.send('POST', '/api/articles', story, { draft: true })).status).toBe(201)
  })

  it('gets the author of that name whom no other login has (editor F21)', async () => {
    const known = await newsroom.payload.create({ collection: 'authors', data: { name: 'Sam Sato', role: 'journalist', slug: '' } })
    expect((await create('Sam Sato')).author).toBe(known.id)
    const namesake = await create('Sam Sato')
    expect(namesake.author).not.toBe(known.id)
    expect(await authorOf(known.id)).not.toMatchObject({ user: namesake.id })
  })

  it('keeps the author that the administrator chose (editor F21)', async () => {
    const chosen = await newsroom.payload.create({ collection: 'authors', data: { name: 'Desk', role: 'contributor', slug: '' } })
    const { author, id } = await create('Tom Tan', { author: chosen.id })
    expect([author, (await authorOf(chosen.id)).user]).toEqual([chosen.id, id])
    expect((await newsroom.payload.count({ collection: 'authors', where: { name: { equals: 'Tom Tan' } } })).totalDocs).toBe(0)
  })
})

describe('a login', () => {
  it.skipIf(isProject).each(['/api/users/forgot-password', 'graphql'])('is not told that an e-mail was sent where none can be, by the app’s own sign-in: %s (editor F8)', async (path) => {
    const email = 'first@newsroom.test'
    const message = 'This newsroom sends no e-mail. Ask an administrator for a new password.'
    if (path === 'graphql') {
      const { errors } = await anonymous.graphql('mutation ($email: String!) { forgotPasswordUser(email: $email) }', { email })
      expect(errors?.map((error) => error.message)).toEqual([message])
    } else {
      for (const known of [email, 'nobody@newsroom.test']) {
        const { body, status } = await anonymous.send('POST', path, { email: known })
        expect([status, body]).toEqual([400, { errors: [{ message }] }])
      }
    }
  })

  it.skipIf(isProject)('opens by its password in any Unicode form, by the app’s own sign-in (reports)', async () => {
    const composed = 'un café très long'
    const admin = await signIn(newsroom, 'admin')
    for (const [set, typed] of [[composed, composed.normalize('NFD')], [composed.normalize('NFD'), composed]]) {
      const email = `${crypto.randomUUID()}@newsroom.test`
      await admin.send('POST', '/api/users', { email, password: set, name: 'Zoé', roles: ['editor'] })
      expect((await anonymous.send('POST', '/api/users/login', { email, password: typed })).status).toBe(200)
      expect((await anonymous.graphql('mutation ($email: String!, $password: String!) { loginUser(email: $email, password: $password) { token } }', { email, password: typed })).errors).toBeUndefined()
    }
  })

  it('is never shown with its password', async () => {
    const admin = await signIn(newsroom, 'admin')
    const { body } = await admin.get('/api/users')
    expect(JSON.stringify(body)).not.toMatch(/"(hash|salt|password|resetPasswordToken)"/)
  })

  it('ends with its token’s session', async () => {
    const leaving = client(newsroom.url, { Authorization: `JWT ${await tokenOf(newsroom, 'editor')}` })
    expect((await leaving.send('POST', '/api/users/logout')).status).toBe(200)
    expect((await leaving.get('/api/users')).status).toBe(403)
  })

  it('is refused with a wrong password, and not told which of the two was wrong', async () => {
    const wrongPassword = await anonymous.send('POST', '/api/users/login', { email: 'first@newsroom.test', password: 'guess' })
    const wrongAddress = await anonymous.send('POST', '/api/users/login', { email: 'nobody@newsroom.test', password: 'guess' })
    expect([wrongPassword.status, wrongAddress.status]).toEqual([401, 401])
    expect(wrongPassword.body).toEqual(wrongAddress.body)
  })
})

describe('a reader', () => {
  it('cannot list, count or find logins', async () => {
    const { docs } = await newsroom.payload.find({ collection: 'users' })
    const answers = [
      await anonymous.get('/api/users'),
      await anonymous.get('/api/users/count'),
      await anonymous.get(`/api/users/${String(docs[0]?.id)}`),
      await anonymous.get('/api/users', { where: { email: { like: 'first' } } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    const { data } = await anonymous.graphql('{ Users { docs { email } } countUsers { totalDocs } }')
    expect(data).toEqual({ Users: null, countUsers: null })
  })
})
