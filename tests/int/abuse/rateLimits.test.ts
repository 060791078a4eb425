import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSection, draftArticle } from '../../helpers/articles'
import { client, reader, signIn } from '../../helpers/client'
import type { Answer, Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { ACCOUNT_LOGINS, limitsOf } from '../../../src/security/limits'
import { setLimits } from '../../../src/security/counters'
import { GUARD_DEFAULTS } from '../../../src/security/settings'
import type { GuardSettings } from '../../../src/security/settings'

const TOO_MANY = /^Too many requests: try again in (\d+ (seconds|minutes)|a second)\.$/

let newsroom: TestNewsroom
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: { trustedProxies: 1 } })
  editor = await signIn(newsroom, 'editor')
})
afterAll(() => newsroom.close())
beforeEach(() => holdTo({}))

function holdTo(settings: Partial<GuardSettings>): void {
  setLimits(limitsOf({ ...GUARD_DEFAULTS, ...settings }))
}

let stranger = 0
/** Somebody at an address of their own. */
function somebody(headers: Record<string, string> = {}): Client {
  stranger += 1
  return client(newsroom.url, { 'X-Forwarded-For': `198.51.100.${stranger}`, ...headers })
}

async function login(password: string): Promise<{ email: string; password: string }> {
  const data = { email: `${crypto.randomUUID()}@newsroom.test`, password, name: 'Somebody', roles: ['journalist' as const] }
  await newsroom.payload.create({ collection: 'users', data, overrideAccess: true })
  return { email: data.email, password }
}

/** The answers to so many equal requests, one after the other. */
async function times(count: number, ask: () => Promise<Answer>): Promise<Answer[]> {
  const answers = []
  for (let n = 0; n < count; n += 1) answers.push(await ask())
  return answers
}

function statuses(answers: readonly { status: number }[]): number[] {
  return answers.map(({ status }) => status)
}

function expectRefusal({ body, headers, status }: Answer): void {
  expect(status).toBe(429)
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(headers.get('Content-Type')).toContain('application/json')
  expect(body).toEqual({ errors: [expect.objectContaining({ message: expect.stringMatching(TOO_MANY) as string })] })
}

describe('guessing a password', () => {
  it.each([
    ['of an account', () => login('the right password')],
    ['of nobody', () => Promise.resolve({ email: `nobody-${crypto.randomUUID()}@newsroom.test`, password: '' })],
  ])('%s ends after ten times, from however many addresses', async (_whose, make) => {
    const { email } = await make()
    const guess = () => somebody().send('POST', '/api/users/login', { email: ` ${email.toUpperCase()} `, password: 'wrong' })
    const answers = await times(ACCOUNT_LOGINS.times, guess)
    expect(new Set(statuses(answers))).toEqual(new Set([401]))
    expectRefusal(await guess())
  })

  it('by GraphQL is counted with the others', async () => {
    const { email } = await login('the right password')
    const mutation = 'mutation ($email: String!) { loginUser(email: $email, password: "wrong") { token } }'
    for (let n = 0; n < ACCOUNT_LOGINS.times; n += 1) await somebody().graphql(mutation, { email })
    const { errors } = await somebody().graphql(mutation, { email })
    expect(errors?.[0]?.message).toMatch(TOO_MANY)
    expectRefusal(await somebody().send('POST', '/api/users/login', { email, password: 'wrong' }))
  })

  it('of many accounts ends too, at one address', async () => {
    holdTo({ loginRate: 4 })
    const attacker = somebody()
    const guess = () => attacker.send('POST', '/api/users/login', { email: `${crypto.randomUUID()}@newsroom.test`, password: 'wrong' })
    expect(statuses(await times(4, guess))).toEqual([401, 401, 401, 401])
    expectRefusal(await guess())
  })

  it('is not what somebody does who knows the password', async () => {
    const known = await login('the right password')
    const answers = await times(ACCOUNT_LOGINS.times + 3, () => somebody().send('POST', '/api/users/login', known))
    expect(new Set(statuses(answers))).toEqual(new Set([200]))
  })

  it('locks the account in the database, which says so', async () => {
    setLimits(undefined)
    const { email, password } = await login('the right password')
    await times(ACCOUNT_LOGINS.times, () => somebody().send('POST', '/api/users/login', { email, password: 'wrong' }))
    const { body, status } = await somebody().send('POST', '/api/users/login', { email, password })
    expect([status, JSON.stringify(body)]).toEqual([401, expect.stringContaining('locked due to having too many failed login attempts')])
  })
})

describe('asking for a new password', () => {
  it('is done five times in an hour for one account', async () => {
    const { email } = await login('the right password')
    const ask = () => somebody().send('POST', '/api/users/forgot-password', { email })
    expect(statuses(await times(5, ask))).toEqual([400, 400, 400, 400, 400])
    expectRefusal(await ask())
  })

  it('with made-up tokens ends after thirty times at one address', async () => {
    const attacker = somebody()
    const guess = () => attacker.send('POST', '/api/users/reset-password', { token: 'made-up', password: 'a long password' })
    expect(new Set(statuses(await times(30, guess)))).toEqual(new Set([403]))
    expectRefusal(await guess())
  })
})

describe('GraphQL', () => {
  const query = '{ Articles(limit: 1) { totalDocs } }'

  it('is refused to an address that asks too often for what must be worked out', async () => {
    holdTo({ graphqlRate: 3 })
    const site = somebody()
    for (const limit of [2, 3, 4]) expect((await site.graphql(`{ Articles(limit: ${limit}) { totalDocs } }`)).status).toBe(200)
    expect((await site.graphql('{ Articles(limit: 5) { totalDocs } }')).status).toBe(429)
    expect((await somebody().graphql('{ Articles(limit: 5) { totalDocs } }')).status).toBe(200)
  })

  it('is never refused where the cache answers', async () => {
    holdTo({ graphqlRate: 2 })
    const site = somebody()
    for (let n = 0; n < 10; n += 1) expect((await site.graphql(query)).status).toBe(200)
  })
})

describe('writing', () => {
  it('is refused to an account that writes too much, and to no other', async () => {
    const [busy, calm] = [await signIn(newsroom, 'journalist'), await signIn(newsroom, 'journalist')]
    holdTo({ writeRate: 3 })
    const write = (who: Client) => who.send('POST', '/api/articles', { headline: 'Word' }, { draft: true })
    expect(statuses(await times(3, () => write(busy)))).toEqual([201, 201, 201])
    expectRefusal(await write(busy))
    expect((await write(calm)).status).toBe(201)
  })

  it('counts each of the mutations of one GraphQL request', async () => {
    const journalist = await signIn(newsroom, 'journalist')
    holdTo({ writeRate: 3 })
    const { id } = await draftArticle(journalist, { headline: 'Word' })
    const save = (name: string) => `${name}: updateArticle(id: $id, draft: true, data: { headline: "${name}" }) { id }`
    const { errors } = await journalist.graphql(`mutation ($id: String!) { ${['a', 'b', 'c'].map(save).join(' ')} }`, { id })
    expect(errors?.map(({ message }) => message)).toEqual([expect.stringMatching(TOO_MANY)])
  })

  it('without a login is refused after a minute’s share', async () => {
    holdTo({ writeRate: 2 })
    const attacker = somebody()
    const write = () => attacker.send('POST', '/api/articles', { headline: 'Word' })
    expect(statuses(await times(2, write))).toEqual([403, 403])
    expectRefusal(await write())
  })

  it('with a made-up login is refused too', async () => {
    holdTo({ writeRate: 1 })
    const attacker = somebody({ Authorization: 'JWT made.up.token' })
    const write = () => attacker.send('POST', '/api/articles', { headline: 'Word' })
    const answers = await times(6, write)
    expect(statuses(answers)).toEqual([403, 403, 403, 403, 403, 429])
  })

  it('is not hindered by reading, nor reading by it', async () => {
    const section = await createSection(editor, 'World')
    holdTo({ writeRate: 1 })
    const site = somebody()
    for (let page = 1; page <= 20; page += 1) expect((await site.get('/api/articles', { page })).status).toBe(200)
    expect((await reader(newsroom.url).get(`/api/sections/${section.id}`)).status).toBe(200)
  })
})

describe('the usual limits', () => {
  it('are not felt by an editor who types for an hour’s worth of saves in a minute', async () => {
    const { id } = await draftArticle(editor, { headline: 'Word' })
    const answers = await times(60, () => editor.send('PATCH', `/api/articles/${id}`, { headline: 'Words' }, { draft: true, autosave: true }))
    expect(new Set(statuses(answers))).toEqual(new Set([200]))
  })

  it('let a desk of fifty save every second and a half, and a site be built as fast as it can be answered', () => {
    const limits = limitsOf(GUARD_DEFAULTS)
    expect(limits['write-address'].times).toBeGreaterThan(50 * 40)
    expect(limits['write-account'].times / limits['write-account'].seconds).toBeGreaterThanOrEqual(100)
    expect(limits['graphql-address'].times / limits['graphql-address'].seconds).toBeGreaterThanOrEqual(200)
  })
})

describe('an address', () => {
  it('cannot be made up by a client behind a trusted proxy, nor written into the header of our own', async () => {
    holdTo({ writeRate: 1 })
    const write = (made: string) =>
      client(newsroom.url, { 'X-Forwarded-For': `${made}, 192.0.2.77`, 'X-Dateline-Address': made }).send('POST', '/api/articles', {})
    expect(statuses([await write('10.0.0.1'), await write('10.0.0.2')])).toEqual([403, 429])
  })
})
