import type { Payload } from 'payload'
import { slugs } from '../../options/slugs'
import type { ApiClient } from '../../payload-types'

/** The use of a key is noted at most so often. */
const EVERY_MS = 60_000

/** Notes that a client was here. That it could not be noted fails no request. */
export async function noteUse({ id, lastUsedAt }: ApiClient, { db, logger }: Pick<Payload, 'db' | 'logger'>): Promise<void> {
  const now = Date.now()
  if (lastUsedAt && now - Date.parse(lastUsedAt) < EVERY_MS) return
  try {
    await db.updateOne({ collection: slugs.apiClients, data: { lastUsedAt: new Date(now).toISOString(), updatedAt: null }, id, req: {}, returning: false })
  } catch (error) {
    logger.warn({ err: error, msg: `The use of the API client ${id} could not be noted.` })
  }
}
