import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload } from 'payload'
import type { Payload } from 'payload'
import { inject } from 'vitest'
import type { DeliverySettings } from '../../src/delivery/settings'
import { setLimits } from '../../src/security/counters'
import { limitsOf } from '../../src/security/limits'
import { GUARD_DEFAULTS } from '../../src/security/settings'
import type { GuardSettings } from '../../src/security/settings'
import { dropDatabase, newDatabase } from './postgres'
import { serveRoutes } from './routes'
import type { ServedRoutes } from './routes'

/** A newsroom on a database of its own, answering real HTTP requests through the app's own route handlers. */
export type TestNewsroom = ServedRoutes & { payload: Payload }

type NewsroomOptions = {
  /** Puts delivery in front of the routes, with these settings where they are not the usual ones. */
  delivery?: Partial<DeliverySettings>
  /** Puts the guard, and delivery, in front of the routes, with these settings where they are not the usual ones. */
  guard?: Partial<GuardSettings>
}

/** Opens an empty newsroom on the engine this run is for. */
export async function openNewsroom(options: NewsroomOptions = {}): Promise<TestNewsroom> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-test-'))
  const databaseAt = databaseUrl(folder)
  process.env.DATABASE_URL = databaseAt
  process.env.MEDIA_DIR = path.join(folder, 'media')
  process.env.PAYLOAD_SECRET = randomBytes(16).toString('hex')
  setLimits(options.guard && limitsOf({ ...GUARD_DEFAULTS, ...options.guard }))
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  const { close, delivery, url } = await serveRoutes(options.guard ? { ...options.delivery } : options.delivery, options.guard)
  return {
    payload,
    url,
    delivery,
    close: async () => {
      await close()
      if (payload.db.name === 'mongoose') await payload.db.connection.dropDatabase()
      await payload.destroy()
      if (process.env.TEST_ENGINE === 'postgres') await dropDatabase(databaseAt)
      await rm(folder, { force: true, recursive: true })
    },
  }
}

/** A new database on the engine of this run. */
export function databaseUrl(folder: string): string {
  if (process.env.TEST_ENGINE === 'postgres') return newDatabase(inject('postgresUrl'))
  if (process.env.TEST_ENGINE !== 'mongodb') return `file:${path.join(folder, 'dateline.db')}`
  const url = new URL(inject('mongoUrl'))
  url.pathname = `/test-${randomUUID()}`
  return url.href
}
