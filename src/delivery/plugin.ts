import type { BaseDatabaseAdapter, Config, Payload } from 'payload'
import { pingDatabase } from '../database/ping'
import { slugs } from '../options/slugs'
import { bridge } from './bridge'
import type { Source } from './bridge'
import { purgeMessages, readMessages } from './messages'
import { modelOf } from './model'
import type { Model } from './model'
import { tellWrites } from './writes'

/** Fields of an article at whose moment it may become public. */
const TIMED = ['publishedAt', 'embargoUntil'] as const

/**
 * Payload plugin: tells the delivery in front of this newsroom what is written, and answers what it asks. It stands
 * last in the list, so that it sees the collections of the others.
 */
export function deliver(config: Config): Config {
  const model = modelOf(config.collections ?? [])
  const { db } = config
  return {
    ...config,
    db: {
      ...db,
      init: (args) => {
        const adapter = tellWrites(db.init(args), args.payload, model)
        const source = sourceOf(adapter, args.payload, model)
        return announceOpening(adapter, source)
      },
    },
  }
}

/** The newsroom may be asked from when its database is connected until it is closed. */
function announceOpening(adapter: BaseDatabaseAdapter, source: Source): BaseDatabaseAdapter {
  const connect = adapter.connect?.bind(adapter)
  const destroy = adapter.destroy?.bind(adapter)
  adapter.connect = async (args) => {
    await connect?.(args)
    bridge().source = source
  }
  adapter.destroy = async () => {
    if (bridge().source === source) bridge().source = undefined
    await destroy?.()
  }
  return adapter
}

function sourceOf(db: BaseDatabaseAdapter, payload: Payload, model: Model): Source {
  return {
    model,
    ping: (timeoutMs) => pingDatabase(payload, timeoutMs),
    messages: (key) => readMessages(db, key),
    purge: (key) => purgeMessages(db, key),
    moments: async () => {
      const now = new Date().toISOString()
      const { docs } = await db.find<{ id: string; publishedAt?: string | null; embargoUntil?: string | null }>({
        collection: slugs.articles,
        limit: 0,
        pagination: false,
        req: {},
        select: { publishedAt: true, embargoUntil: true },
        where: { and: [{ _status: { equals: 'published' } }, { or: TIMED.map((field) => ({ [field]: { greater_than: now } })) }] },
      })
      return docs.flatMap((doc) => TIMED.flatMap((field) => (doc[field] ? [{ at: new Date(doc[field]).getTime(), tags: [slugs.articles, doc.id] }] : [])))
    },
  }
}
