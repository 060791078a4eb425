import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { slugs } from '../options/slugs'
import { parseCommand, runCommand, wrongUsage } from './command'
import { openForCommand } from './database'
import { withPayload } from './payload'
import { printResult, say, sayOnStandardError } from './print'

const USAGE = `Usage: npm run password -- EMAIL

Gives the login with this e-mail address a new password, made up and printed once, lets it in again after too many wrong
ones, and signs it out wherever it is signed in. For the person who runs the server; the server may go on running.

  --help   show this

Exits with 1 when there is no such login, with 2 when the command was written wrongly.`

function readOptions(args: string[]): { email: string } | undefined {
  const { positionals, values } = parseCommand(USAGE, { args, allowPositionals: true, options: { help: { type: 'boolean', default: false } } })
  if (values.help) return undefined
  const [email, ...more] = positionals
  if (!email || more.length > 0) throw wrongUsage('Name one e-mail address.', USAGE)
  return { email: email.trim().toLowerCase() }
}

/** @returns the new password, or undefined when there is no such login */
async function renew(payload: Payload, email: string): Promise<string | undefined> {
  const { docs } = await payload.find({ collection: slugs.users, depth: 0, limit: 1, overrideAccess: true, where: { email: { equals: email } } })
  const [user] = docs
  if (!user) return undefined
  const password = randomBytes(12).toString('base64url')
  await payload.update({ collection: slugs.users, id: user.id, data: { lockUntil: null, loginAttempts: 0, password, sessions: [] }, depth: 0, overrideAccess: true })
  return password
}

async function run({ email }: { email: string }): Promise<number> {
  sayOnStandardError()
  const database = await openForCommand()
  try {
    const password = await withPayload((payload) => renew(payload, email))
    if (password === undefined) {
      console.error(`Nobody signs in with ${email}.`)
      return 1
    }
    say(`The new password of ${email}, shown this once:`)
    printResult(password)
    return 0
  } finally {
    await database.close()
  }
}

await runCommand({ usage: USAGE, read: readOptions, run })
