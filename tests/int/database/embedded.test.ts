import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

import { MongoClient } from 'mongodb'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { EmbeddedDatabase } from '../../../src/database/embedded'
import { EmbeddedDatabaseError, openEmbedded } from '../../../src/database/embedded'
import type { Opener } from './support/opener'
import { openElsewhere } from './support/opener'
import { tempDir } from './support/tempDir'

const mongod = process.env.MONGOMS_SYSTEM_BINARY

/** Opens the directory in this process, and closes it after the test if the test did not. */
async function open(dataDir: string, log: (line: string) => void = () => undefined): Promise<EmbeddedDatabase> {
  const database = await openEmbedded({ dataDir, log })
  onTestFinished(() => database.close())
  return database
}

/** Opens the directory in another process, and ends that after the test. */
async function elsewhere(dataDir: string): Promise<Opener> {
  const opener = await openElsewhere(dataDir)
  onTestFinished(() => opener.kill())
  return opener
}

async function withNotes<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 1_000 })
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

/** Writes a note in a transaction, which a mongod takes only as the primary of a replica set. */
async function write(url: string, text: string): Promise<void> {
  await withNotes(url, async (client) => {
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await client.db().collection('notes').insertOne({ text }, { session })
      }),
    )
  })
}

async function notes(url: string): Promise<unknown[]> {
  return withNotes(url, (client) => client.db().collection('notes').distinct('text'))
}

async function mongodPid(dataDir: string): Promise<number> {
  const state: unknown = JSON.parse(await readFile(join(dataDir, 'mongodb.json'), 'utf8'))
  return Number(typeof state === 'object' && state !== null && 'pid' in state ? state.pid : NaN)
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}

/** Takes a port until the test is over. */
async function occupy(port: number): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
  })
}

describe.skipIf(!mongod)('The embedded mongod (skipped unless MONGOMS_SYSTEM_BINARY names a mongod)', { timeout: 60_000 }, () => {
  it('takes transactions, in a directory that only its owner can enter', async () => {
    const dataDir = join(await tempDir(), '.data')
    const { engine, url } = await open(dataDir)
    await write(url, 'first')
    expect(engine).toBe('mongodb')
    expect(new URL(url).pathname).toBe('/dateline')
    expect(await notes(url)).toEqual(['first'])
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  })

  it('finds its data again on the same port after a restart in the same process', async () => {
    const dataDir = await tempDir()
    const first = await open(dataDir)
    await write(first.url, 'kept')
    await first.close()
    await expect(notes(first.url)).rejects.toThrow('ECONNREFUSED')
    const second = await open(dataDir)
    expect(second.url).toBe(first.url)
    expect(await notes(second.url)).toEqual(['kept'])
  })

  it('is closed twice without harm', async () => {
    const dataDir = await tempDir()
    const database = await open(dataDir)
    await Promise.all([database.close(), database.close()])
    await database.close()
    expect((await open(dataDir)).url).toBe(database.url)
  })

  it('moves to another port with its data when its own is taken', async () => {
    const dataDir = await tempDir()
    const first = await open(dataDir)
    await write(first.url, 'moved')
    await first.close()
    await occupy(portOf(first.url))
    const second = await open(dataDir)
    await write(second.url, 'after the move')
    expect(portOf(second.url)).not.toBe(portOf(first.url))
    expect(await notes(second.url)).toEqual(['after the move', 'moved'])
  })

  it('is shared with a second process, whose close leaves it running', async () => {
    const dataDir = await tempDir()
    const owner = await elsewhere(dataDir)
    const guest = await open(dataDir)
    await write(guest.url, 'by the guest')
    await guest.close()
    expect(guest.url).toBe(owner.url)
    expect(await notes(owner.url)).toEqual(['by the guest'])
  })

  it('is shared by two openings in one process', async () => {
    const dataDir = await tempDir()
    const [first, second] = await Promise.all([open(dataDir), open(dataDir)])
    expect(first.url).toBe(second.url)
  })

  it('runs once when several processes start at the same moment', async () => {
    const dataDir = await tempDir()
    const openers = await Promise.all([elsewhere(dataDir), elsewhere(dataDir), elsewhere(dataDir)])
    expect(new Set(openers.map(({ url }) => url)).size).toBe(1)
  })

  it('starts again on the same data right after its owner was killed', async () => {
    const dataDir = await tempDir()
    const owner = await elsewhere(dataDir)
    await write(owner.url, 'before the kill')
    await owner.kill()
    const next = await open(dataDir)
    await write(next.url, 'after the kill')
    expect(await notes(next.url)).toEqual(['after the kill', 'before the kill'])
  })

  it('has one owner again when two processes start right after the first was killed', async () => {
    const dataDir = await tempDir()
    const owner = await elsewhere(dataDir)
    await write(owner.url, 'before the kill')
    await owner.kill()
    const [one, two] = await Promise.all([elsewhere(dataDir), elsewhere(dataDir)])
    expect(one.url).toBe(two.url)
    expect(await notes(one.url)).toEqual(['before the kill'])
  })

  it('takes over the lock of a process that no longer runs', async () => {
    const dataDir = await tempDir()
    const first = await open(dataDir)
    await first.close()
    await writeFile(join(dataDir, 'lock'), JSON.stringify({ host: 'elsewhere', pid: process.pid, started: '1' }))
    expect((await open(dataDir)).url).toBe(first.url)
  })

  it('is not replaced by an empty database when its data are there and mongod is not', async () => {
    const dataDir = await tempDir()
    const first = await open(dataDir)
    await first.close()
    withoutMongod()
    await expect(openEmbedded({ dataDir, log: () => undefined })).rejects.toThrow(/needs mongod, and there is none/)
  })

  it('is started again when it ends by itself, with its data and at its address', async () => {
    const dataDir = await tempDir()
    const lines: string[] = []
    const { url } = await open(dataDir, (line) => lines.push(line))
    await write(url, 'before the crash')
    process.kill(await mongodPid(dataDir), 'SIGKILL')
    await expect.poll(() => notes(url).catch(() => []), { timeout: 100_000 }).toEqual(['before the crash'])
    expect(lines).toEqual(['mongod has ended by itself: starting it again.'])
  })

  it('is given up when it ends by itself again, and the log says so', async () => {
    const dataDir = await tempDir()
    const lines: string[] = []
    const { url } = await open(dataDir, (line) => lines.push(line))
    const first = await mongodPid(dataDir)
    process.kill(first, 'SIGKILL')
    await expect.poll(() => mongodPid(dataDir), { timeout: 100_000 }).not.toBe(first)
    await expect.poll(() => notes(url).catch(() => undefined), { timeout: 100_000 }).toEqual([])
    process.kill(await mongodPid(dataDir), 'SIGKILL')
    await expect.poll(() => lines.at(-1), { timeout: 100_000 }).toMatch(/^mongod ends again and again/)
  })

  it('says what mongod said when it does not start', async () => {
    const dataDir = await tempDir()
    const program = join(dataDir, 'mongod')
    await writeFile(program, '#!/bin/sh\necho "libcrypto.so.1.1: cannot open shared object file" >&2\nexit 127\n')
    await chmod(program, 0o755)
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', program)
    onTestFinished(() => void vi.unstubAllEnvs())
    await expect(openEmbedded({ dataDir, log: () => undefined })).rejects.toThrow(/libcrypto/)
  })
})

/** No mongod is named, cached or to be downloaded: nobody listens on the discard port, and no such version exists. */
function withoutMongod(): void {
  vi.stubEnv('MONGOMS_SYSTEM_BINARY', undefined)
  vi.stubEnv('MONGOMS_VERSION', '8.0.999')
  vi.stubEnv('MONGOMS_DOWNLOAD_MIRROR', 'https://127.0.0.1:9')
  onTestFinished(() => void vi.unstubAllEnvs())
}

describe('An embedded database without mongod', { timeout: 30_000 }, () => {
  it('is SQLite, says so in one line, and stays SQLite', async () => {
    withoutMongod()
    const dataDir = join(await tempDir(), 'press room?')
    const lines: string[] = []
    const first = await open(dataDir, (line) => lines.push(line))
    const again = await open(dataDir, (line) => lines.push(line))
    expect(first).toMatchObject({ engine: 'sqlite', url: `file:${encodeURI(dataDir).replace('?', '%3F')}/dateline.db` })
    expect(again.url).toBe(first.url)
    expect(lines).toEqual([expect.stringMatching(/^No mongod \(.*\): the database is SQLite, in .*dateline\.db\.$/)])
  })

  it('stays SQLite when a mongod comes along later', async () => {
    withoutMongod()
    const dataDir = await tempDir()
    const first = await open(dataDir)
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', mongod)
    expect((await open(dataDir)).url).toBe(first.url)
  })

  it('is refused when MONGOMS_SYSTEM_BINARY names no program', async () => {
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', '/nowhere/mongod')
    onTestFinished(() => void vi.unstubAllEnvs())
    await expect(openEmbedded({ dataDir: await tempDir(), log: () => undefined })).rejects.toThrow(
      'MONGOMS_SYSTEM_BINARY names /nowhere/mongod, which is not a program that can be run',
    )
  })

  it('is refused when the data directory is a file', async () => {
    const dataDir = join(await tempDir(), '.data')
    await writeFile(dataDir, '')
    await expect(openEmbedded({ dataDir, log: () => undefined })).rejects.toThrow(EmbeddedDatabaseError)
  })
})
