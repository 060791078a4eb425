import { afterAll, beforeAll, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import { openCommandHost, runCommand } from '../../helpers/command'
import type { CommandHost } from '../../helpers/command'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

const EMAIL = 'ann@newsroom.test'
const OLD = 'the password that was lost'

let newsroom: TestNewsroom
let host: CommandHost

beforeAll(async () => {
  newsroom = await openNewsroom()
  host = openCommandHost()
  await newsroom.payload.create({ collection: 'users', data: { email: EMAIL, name: 'Ann', password: OLD, roles: ['admin'] }, overrideAccess: true })
})
afterAll(async () => {
  await host.close()
  await newsroom.close()
})

const settings = () => ({ DATABASE_URL: process.env.DATABASE_URL ?? '', PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? '' })
const signIn = (password: string) => reader(newsroom.url).send<{ token?: string }>('POST', '/api/users/login', { email: EMAIL, password })

it('a lost password is replaced by whoever runs the server, and old logins end', async () => {
  const { body } = await signIn(OLD)
  const { code, stderr, stdout } = await runCommand('password', [EMAIL.toUpperCase()], settings())
  expect([code, stderr]).toEqual([0, expect.stringContaining(`The new password of ${EMAIL}`)])
  expect((await signIn(stdout.trim())).status).toBe(200)
  expect((await signIn(OLD)).status).toBe(401)
  const me = await fetch(`${newsroom.url}/api/users/me`, { headers: { Authorization: `JWT ${String(body.token)}` } })
  expect(await me.json()).toMatchObject({ user: null })
})

it('nobody is made by it', async () => {
  const { code, stderr, stdout } = await host.run('password', 'nobody@newsroom.test')
  expect([code, stderr.trim(), stdout]).toEqual([1, expect.stringContaining('Nobody signs in with nobody@newsroom.test.'), ''])
})

it.each([[[]], [['a@b.example', 'c@d.example']], [['--nope']]])('written wrongly (%j) it says how to write it', async (args) => {
  const { code, stderr } = await host.run('password', ...args)
  expect([code, stderr]).toEqual([2, expect.stringContaining('Usage: npm run password -- EMAIL')])
})
