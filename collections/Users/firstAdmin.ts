import type { Payload } from 'payload'
import { slugs } from '../../src/options/slugs'

/** Makes the oldest login an admin where no login has a role: of the person who set the project up, as with a new newsroom. */
export async function makeFirstLoginAdmin({ db, logger }: Payload): Promise<void> {
  const { totalDocs } = await db.count({ collection: slugs.users, where: { roles: { exists: true } } })
  if (totalDocs > 0) return
  const { docs } = await db.find<{ id: number | string }>({ collection: slugs.users, limit: 1, pagination: false, sort: 'createdAt' })
  const [first] = docs
  if (!first) return
  await db.updateOne({ collection: slugs.users, id: first.id, data: { roles: ['admin'] } })
  logger.info(`The oldest login (id ${String(first.id)}) is an admin of the newsroom now: no login had a role.`)
}
