import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { MongoClient } from 'mongodb'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { embeddedDatabase, EmbeddedDatabaseError } from '../../../src/database/embedded'
import { startMemoryMongod } from '../../../src/database/memory/memoryMongod'
import { tempDir } from './support/tempDir'

describe('The embedded database', () => {
  it('is SQLite, in a directory that only its owner can enter, at the same address every time', async () => {
    const dataDir = join(await tempDir(), 'press room?')
    const url = await embeddedDatabase(dataDir)
    expect(url).toBe(`file:${encodeURI(dataDir).replace('?', '%3F')}/dateline.db`)
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
    expect(await embeddedDatabase(dataDir)).toBe(url)
  })

  it.each([
    ['', '27017'],
    ['{"pid":1,"port":40123}\n', '40123'],
  ])('is not begun beside the MongoDB of an earlier release, which is left as it is: %s', async (note, port) => {
    const dataDir = await tempDir()
    await mkdir(join(dataDir, 'mongodb'))
    await writeFile(join(dataDir, 'mongodb/WiredTiger'), 'WiredTiger')
    if (note !== '') await writeFile(join(dataDir, 'mongodb.json'), note)
    const before = await readdir(dataDir)
    await expect(embeddedDatabase(dataDir)).rejects.toThrow(`DATABASE_URL=mongodb://127.0.0.1:${port}/dateline?replicaSet=rs0`)
    expect(await readdir(dataDir)).toEqual(before)
  })

  it('is refused when the data directory is a file', async () => {
    const dataDir = join(await tempDir(), '.data')
    await writeFile(dataDir, '')
    await expect(embeddedDatabase(dataDir)).rejects.toThrow(EmbeddedDatabaseError)
  })
})

describe('A MongoDB in memory', { timeout: 60_000 }, () => {
  it.skipIf(!process.env.MONGOMS_SYSTEM_BINARY)('takes transactions, and ends with its data (skipped unless MONGOMS_SYSTEM_BINARY names a mongod)', async () => {
    const mongod = await startMemoryMongod(() => undefined)
    if ('reason' in mongod) throw new Error(mongod.reason)
    const client = await new MongoClient(mongod.url, { serverSelectionTimeoutMS: 1_000 }).connect()
    onTestFinished(() => client.close())
    await client.withSession((session) => session.withTransaction(() => client.db().collection('notes').insertOne({ text: 'kept' }, { session })))
    expect(await client.db().collection('notes').distinct('text')).toEqual(['kept'])
    await mongod.close()
    await expect(client.db().command({ ping: 1 })).rejects.toThrow()
  })

  it('is not there, for a reason that is told, where no mongod is named, cached or to be downloaded', async () => {
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', undefined)
    // Nobody listens on the discard port, and no such version exists.
    vi.stubEnv('MONGOMS_VERSION', '8.0.999')
    vi.stubEnv('MONGOMS_DOWNLOAD_MIRROR', 'https://127.0.0.1:9')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(await startMemoryMongod(() => undefined)).toEqual({ reason: expect.stringMatching(/./) })
  })

  it('is refused when MONGOMS_SYSTEM_BINARY names no program', async () => {
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', '/nowhere/mongod')
    onTestFinished(() => void vi.unstubAllEnvs())
    await expect(startMemoryMongod(() => undefined)).rejects.toThrow('MONGOMS_SYSTEM_BINARY names /nowhere/mongod, which is not a program that can be run')
  })
})
