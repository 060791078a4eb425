import type { Payload } from 'payload'
import { seedNewsroom } from '../../seed'
import { ensureFirstAdmin } from '../../seed/firstAdmin'
import { notePrepared } from '../database/prepared'
import { slugs } from '../options/slugs'
import { readSettings } from '../settings'
import { hashSources } from './build'
import { withPayload } from './payload'
import { fail, say } from './print'

/** Fills an empty database: the newsroom that ships, and a first administrator. */
async function prepare(payload: Payload): Promise<void> {
  if (await isEmpty(payload)) {
    const rows = await seedNewsroom(payload)
    say(`  the database was empty: ${rows.length} documents seeded`)
  }
  const admin = await ensureFirstAdmin(payload, readSettings(process.env).admin)
  if (admin) {
    say('')
    say('  The first administrator. The password is shown this once:')
    say(`    e-mail    ${admin.email}`)
    say(`    password  ${admin.password}`)
    say('')
  }
  await notePrepared(payload, await hashSources())
}

async function isEmpty(payload: Payload): Promise<boolean> {
  const collections = [slugs.users, slugs.articles, slugs.authors, slugs.sections, slugs.tags]
  for (const collection of collections) {
    const { totalDocs } = await payload.count({ collection, overrideAccess: true, trash: true })
    if (totalDocs > 0) return false
  }
  return true
}

try {
  await withPayload(prepare)
  process.exit(0)
} catch (error) {
  fail(error)
}
