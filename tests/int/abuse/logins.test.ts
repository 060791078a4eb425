import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentOptions, setOptions } from '../../../src/options/current'
import type { Refusal } from '../../helpers/articles'
import { client, reader, signIn } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

const TOO_SHORT = 'This password is too short: use at least 12 characters.'
const TOKEN = 'a token for tests only'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

function somebody(password: string) {
  return { email: `${crypto.randomUUID()}@newsroom.test`, password, name: 'Somebody', roles: ['journalist' as const] }
}

describe('the first user, in production', () => {
  const register = (headers: Record<string, string>, password = 'a long password') =>
    client(newsroom.url, headers).send<Refusal>('POST', '/api/users/first-register', somebody(password))

  it('cannot be made over HTTP where no token is set', async () => {
    const answers = [await register({}), await register({ 'X-Setup-Token': '' }), await register({ 'X-Setup-Token': 'undefined' })]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(answers[0]?.body.errors[0]?.message).toMatch(/^The first administrator is made by npm start\./)
    expect(await newsroom.payload.count({ collection: 'users' })).toEqual({ totalDocs: 0 })
  })

  it('is made by who knows the token, with a good password, once', async () => {
    setOptions({ ...currentOptions(), setupToken: TOKEN })
    expect((await register({ 'X-Setup-Token': 'a guess' })).status).toBe(403)
    const weak = await register({ 'X-Setup-Token': TOKEN }, 'short')
    expect([weak.status, weak.body.errors[0]?.message]).toEqual([400, TOO_SHORT])
    expect((await register({ 'X-Setup-Token': TOKEN })).status).toBe(200)
    expect((await register({ 'X-Setup-Token': TOKEN })).status).toBe(403)
    expect(await newsroom.payload.count({ collection: 'users' })).toEqual({ totalDocs: 1 })
  })
})

describe('a password of eleven characters', () => {
  const short = 'eleven char'

  it('is refused for a new login, and the form is told where', async () => {
    const admin = await signIn(newsroom, 'admin')
    const { body, status } = await admin.send<Refusal>('POST', '/api/users', somebody(short))
    expect(status).toBe(400)
    expect(body.errors[0]).toMatchObject({ message: TOO_SHORT, data: { errors: [{ message: TOO_SHORT, path: 'password' }] } })
  })

  it('is refused to its owner, by REST and by GraphQL', async () => {
    const journalist = await signIn(newsroom, 'journalist')
    const { body } = await journalist.get<{ user: { id: string } }>('/api/users/me')
    expect((await journalist.send('PATCH', `/api/users/${body.user.id}`, { password: short })).status).toBe(400)
    const { errors } = await journalist.graphql('mutation ($id: String!, $password: String!) { updateUser(id: $id, data: { password: $password }) { id } }', {
      id: body.user.id,
      password: short,
    })
    expect(errors?.map(({ message }) => message)).toEqual([TOO_SHORT])
    expect((await journalist.send('PATCH', `/api/users/${body.user.id}`, { password: 'a longer password' })).status).toBe(200)
  })

  it('is refused when one is reset, and the token goes on being good', async () => {
    const login = somebody('a long password')
    await newsroom.payload.create({ collection: 'users', data: login })
    const token = await newsroom.payload.forgotPassword({ collection: 'users', data: { email: login.email }, disableEmail: true })
    const reset = (password: string) => reader(newsroom.url).send('POST', '/api/users/reset-password', { token, password })
    const { errors } = await reader(newsroom.url).graphql('mutation ($token: String!) { resetPasswordUser(token: $token, password: "short") { token } }', { token })
    expect(errors?.map(({ message }) => message)).toEqual([TOO_SHORT])
    expect([(await reset(short)).status, (await reset('another long password')).status]).toEqual([400, 200])
    expect((await reset('another long password')).status).toBe(403)
  })

  it('is refused to code of our own', async () => {
    await expect(newsroom.payload.create({ collection: 'users', data: somebody(short) })).rejects.toThrow(TOO_SHORT)
  })
})

describe('signing in several times at the same moment', () => {
  const nameOf = async (token: string | undefined) => {
    const { body } = await client(newsroom.url, { Authorization: `JWT ${token ?? ''}` }).get<{ user: { name?: string } | null }>('/api/users/me')
    return body.user?.name
  }

  it('gives each a token that works, and undoes no change of the login', async () => {
    const login = somebody('a long password')
    const { id } = await newsroom.payload.create({ collection: 'users', data: login })
    const admin = await signIn(newsroom, 'admin')
    const signedIn = Array.from({ length: 6 }, () => reader(newsroom.url).send<{ token?: string }>('POST', '/api/users/login', login))
    const changed = admin.send('PATCH', `/api/users/${id}`, { name: 'Somebody else' })
    const answers = await Promise.all(signedIn)
    expect((await changed).status).toBe(200)
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(await Promise.all(answers.map(({ body }) => nameOf(body.token)))).toEqual(answers.map(() => 'Somebody else'))
    const { sessions } = await newsroom.payload.findByID({ collection: 'users', id, showHiddenFields: true })
    expect(sessions).toHaveLength(6)
  })

  it('and signing out ends one session alone', async () => {
    const login = somebody('a long password')
    await newsroom.payload.create({ collection: 'users', data: login })
    const tokens = await Promise.all([1, 2].map(async () => (await reader(newsroom.url).send<{ token?: string }>('POST', '/api/users/login', login)).body.token))
    expect((await client(newsroom.url, { Authorization: `JWT ${tokens[0] ?? ''}` }).send('POST', '/api/users/logout')).status).toBe(200)
    expect(await Promise.all(tokens.map(nameOf))).toEqual([undefined, 'Somebody'])
  })
})
