import { setTimeout as delay } from 'node:timers/promises'

import type { Db, Document } from 'mongodb'
import { MongoClient, MongoServerError } from 'mongodb'

import { DEFAULT_DATABASE_NAME } from '../url'

/** The replica set of the embedded mongod, of which it is the only member. Payload has transactions only on a replica set. */
export const SET_NAME = 'rs0'

/** How long the only member has to elect itself, in milliseconds. */
const ELECTION_MS = 30_000
const POLL_MS = 50

/** https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
const ALREADY_INITIALIZED = 23

/** The URL of the embedded mongod on `port`. */
export function mongodUrl(port: number): string {
  return `mongodb://127.0.0.1:${String(port)}/${DEFAULT_DATABASE_NAME}?replicaSet=${SET_NAME}`
}

/**
 * Makes the mongod on `port` the primary of its set, and waits until it takes writes. A set that was last on another
 * port still names that one and has shut its member out: it is told the new one.
 */
export async function becomePrimary(port: number): Promise<void> {
  await onAdmin(port, ELECTION_MS, async (admin) => {
    const host = `127.0.0.1:${String(port)}`
    try {
      await admin.command({ replSetInitiate: { _id: SET_NAME, members: [{ _id: 0, host }] } })
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== ALREADY_INITIALIZED) throw error
      await moveTo(host, admin)
    }
    const deadline = Date.now() + ELECTION_MS
    while (!(await isPrimary(admin))) {
      if (Date.now() > deadline) throw new Error(`mongod on port ${String(port)} did not become primary`)
      await delay(POLL_MS)
    }
  })
}

/** Whether a mongod of the embedded set takes writes on `port`. */
export async function isServing(port: number): Promise<boolean> {
  return onAdmin(port, 1_000, isPrimary).catch(() => false)
}

/** Asks the mongod on `port` to write everything down and end. */
export async function shutDown(port: number): Promise<void> {
  await onAdmin(port, 5_000, async (admin) => {
    await admin.command({ shutdown: 1, force: true, timeoutSecs: 1 })
  })
}

/** Has mongod end at once on a signal, instead of staying 15 s for clients that are to find another member. */
export async function endPromptly(port: number): Promise<void> {
  await onAdmin(port, 5_000, async (admin) => {
    await admin.command({ setParameter: 1, shutdownTimeoutMillisForSignaledShutdown: 0 })
  })
}

async function moveTo(host: string, admin: Db): Promise<void> {
  const { config } = await admin.command({ replSetGetConfig: 1 })
  const known = memberOf(config)
  if (known.host === host) return
  await admin.command({ replSetReconfig: { ...asDocument(config), members: [{ ...known, host }] }, force: true })
}

function memberOf(config: unknown): Document {
  const { members } = asDocument(config)
  return asDocument(Array.isArray(members) ? members[0] : undefined)
}

function asDocument(value: unknown): Document {
  if (typeof value === 'object' && value !== null) return value
  throw new Error('mongod does not tell the configuration of its replica set')
}

async function isPrimary(admin: Db): Promise<boolean> {
  const hello = await admin.command({ hello: 1 })
  return hello.setName === SET_NAME && hello.isWritablePrimary === true
}

/** Talks to the very server on `port`, whatever its set says, for at most `timeoutMs` a command. */
async function onAdmin<T>(port: number, timeoutMs: number, work: (admin: Db) => Promise<T>): Promise<T> {
  const client = new MongoClient(`mongodb://127.0.0.1:${String(port)}/`, {
    connectTimeoutMS: timeoutMs,
    directConnection: true,
    serverSelectionTimeoutMS: timeoutMs,
    socketTimeoutMS: timeoutMs,
  })
  try {
    return await work(client.db('admin'))
  } finally {
    await client.close()
  }
}
