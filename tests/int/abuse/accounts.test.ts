import { afterAll, beforeAll, expect, it } from 'vitest'
import { client, reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { ACCOUNT_LOGINS } from '../../../src/security/limits'

const PASSWORD = 'ein Schloß mit é und ü'

let newsroom: TestNewsroom
let admin: Client

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: { loginRate: 0 } })
  admin = await signIn(newsroom, 'admin')
})
afterAll(() => newsroom.close())

async function anAccount(password = PASSWORD): Promise<string> {
  const email = `${crypto.randomUUID()}@newsroom.test`
  await newsroom.payload.create({ collection: 'users', data: { email, name: 'Somebody', password, roles: ['journalist'] }, overrideAccess: true })
  return email
}

const login = (email: string, password: string) => reader(newsroom.url).send<{ token?: string }>('POST', '/api/users/login', { email, password })

it('an account that an admin unlocks may sign in at once (security A9, reports: unlocking an account)', async () => {
  const email = await anAccount()
  for (let tried = 0; tried < ACCOUNT_LOGINS.times; tried++) await login(email, 'a wrong password')
  expect((await login(email, PASSWORD)).status).toBe(429)
  const journalist = client(newsroom.url, { Authorization: `JWT ${String((await login(await anAccount(), PASSWORD)).body.token)}` })
  expect((await journalist.send('POST', '/api/users/unlock', { email })).status).toBe(403)
  expect((await login(email, PASSWORD)).status).toBe(429)
  expect((await admin.send('POST', '/api/users/unlock', { email })).status).toBe(200)
  expect((await login(email, PASSWORD)).status).toBe(200)
})

it('an admin who unlocks a misspelt address is told so, and nobody else of who has a login', async () => {
  const [known, misspelt] = [await anAccount(), 'mispelt@newsroom.test']
  const { body, status } = await admin.send('POST', '/api/users/unlock', { email: misspelt })
  expect([status, body]).toEqual([404, { errors: [expect.objectContaining({ message: 'No user has this address: nobody was unlocked.' })] }])
  const { errors } = await admin.graphql('mutation ($email: String!) { unlockUser(email: $email) }', { email: misspelt })
  expect(errors?.[0]?.extensions?.statusCode).toBe(404)
  expect((await admin.send('POST', '/api/users/unlock', { email: known.toUpperCase() })).status).toBe(200)
  const journalist = client(newsroom.url, { Authorization: `JWT ${String((await login(known, PASSWORD)).body.token)}` })
  for (const who of [journalist, reader(newsroom.url)]) {
    const [ofKnown, ofMisspelt] = [await who.send('POST', '/api/users/unlock', { email: known }), await who.send('POST', '/api/users/unlock', { email: misspelt })]
    expect([ofMisspelt.status, ofMisspelt.body]).toEqual([403, ofKnown.body])
  }
})

it('a login costs the same for an account that is known and one that is not (security A13)', async () => {
  const spentOn = async (email: string) => {
    const before = process.cpuUsage()
    expect((await login(email, 'a wrong password')).status).toBe(401)
    const { system, user } = process.cpuUsage(before)
    return system + user
  }
  const known = await anAccount()
  await spentOn(known)
  const [onKnown, onUnknown] = [await spentOn(known), await spentOn('nobody@newsroom.test')]
  expect(onUnknown).toBeGreaterThan(onKnown / 3)
  expect(onUnknown).toBeLessThan(onKnown * 3)
})

it.each(['NFC', 'NFD'] as const)('a password that was set in %s is the same in the other Unicode form (reports: a password with é)', async (form) => {
  const email = await anAccount(PASSWORD.normalize(form))
  for (const typed of ['NFC', 'NFD'] as const) expect((await login(email, PASSWORD.normalize(typed))).status).toBe(200)
  const changed = `${PASSWORD}, später`.normalize(form)
  const { token } = (await login(email, PASSWORD)).body
  const self = client(newsroom.url, { Authorization: `JWT ${String(token)}` })
  const { docs } = await newsroom.payload.find({ collection: 'users', where: { email: { equals: email } } })
  expect((await self.send('PATCH', `/api/users/${String(docs[0]?.id)}`, { password: changed })).status).toBe(200)
  for (const typed of ['NFC', 'NFD'] as const) expect((await login(email, changed.normalize(typed))).status).toBe(200)
})
