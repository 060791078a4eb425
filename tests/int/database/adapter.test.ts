import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { CollectionConfig } from 'payload'
import { buildConfig, reload } from 'payload'
import { describe, expect, it } from 'vitest'

import { databaseAdapter } from '../../../src/database/adapter'
import { pingDatabase } from '../../../src/database/ping'
import { DatabaseUnreachableError } from '../../../src/database/unreachable'
import { mongoUrl } from './support/mongo'
import { openNewsroom } from './support/newsroom'
import { stalling } from './support/stalling'
import { tempDir } from './support/tempDir'

const engines = [
  { name: 'SQLite', isMissing: false, makeUrl: async () => `file:${join(await tempDir(), 'dateline.db')}` },
  { name: 'MongoDB (skipped unless MONGOMS_SYSTEM_BINARY names a mongod)', isMissing: !process.env.MONGOMS_SYSTEM_BINARY, makeUrl: mongoUrl },
]

const tags: CollectionConfig = { fields: [{ name: 'name', type: 'text' }], slug: 'tags' }
const sections: CollectionConfig = { fields: [{ name: 'name', type: 'text', unique: true }], slug: 'sections' }

describe.each(engines)('The adapter for $name', ({ isMissing, makeUrl }) => {
  it.skipIf(isMissing)('gives string ids', async () => {
    const { store } = await openNewsroom(await makeUrl(), [tags])
    expect((await store.create({ collection: 'tags', data: { name: 'Arms' } })).id).toEqual(expect.any(String))
  })

  it.skipIf(isMissing)('answers a ping while it is connected, and only then', async () => {
    const { destroy, payload } = await openNewsroom(await makeUrl(), [tags])
    expect(await pingDatabase(payload, 5_000)).toBe(true)
    await destroy()
    expect(await pingDatabase(payload, 5_000)).toBe(false)
  })

  it.skipIf(isMissing)('brings the database up to a model that changes while the process runs', async () => {
    const url = await makeUrl()
    const { payload, store } = await openNewsroom(url, [tags])
    await store.create({ collection: 'tags', data: { name: 'Arms' } })
    const changed = await buildConfig({
      collections: [{ auth: true, fields: [], slug: 'users' }, tags, sections],
      db: await databaseAdapter(url),
      secret: 'secret',
      telemetry: false,
      typescript: { autoGenerate: false },
    })
    await reload(changed, payload, true)
    await store.create({ collection: 'sections', data: { name: 'Politics' } })
    await expect(store.create({ collection: 'sections', data: { name: 'Politics' } })).rejects.toThrow(/invalid: name/i)
    expect((await store.find({ collection: 'tags' })).docs).toHaveLength(1)
  })
})

describe('A database that does not answer', () => {
  it.each([
    ['mongodb://ann:s3cret@127.0.0.1:9/press?replicaSet=rs0&serverSelectionTimeoutMS=300', 'mongodb://***@127.0.0.1:9/press'],
    ['mongodb://ann:s3cret@127.0.0.1:9/press?directConnection=true&serverSelectionTimeoutMS=300', 'ECONNREFUSED'],
    ['file:/nowhere/at/all/dateline.db', 'file:/nowhere/at/all/dateline.db'],
  ])('such as %s ends the start with one line and no secret', async (url, part) => {
    const opening = openNewsroom(url, [tags])
    await expect(opening).rejects.toThrow(DatabaseUnreachableError)
    await expect(opening).rejects.toThrow(part)
    await expect(opening).rejects.toThrow(/^The database at .* Start it, or correct DATABASE_URL\.$/)
    await expect(opening).rejects.not.toThrow(/s3cret/)
  })

  it('may be a file that is no database', async () => {
    const file = join(await tempDir(), 'dateline.db')
    await writeFile(file, 'It was a dark and stormy night; the rain fell in torrents.'.repeat(100))
    await expect(openNewsroom(`file:${file}`, [tags])).rejects.toThrow(/file is not a database/)
  })
})

describe('pingDatabase', () => {
  it.skipIf(!process.env.MONGOMS_SYSTEM_BINARY)('does not wait longer than it was told when the network goes silent', async () => {
    const { stall, url } = await stalling(await mongoUrl())
    const { payload } = await openNewsroom(url, [tags])
    expect(await pingDatabase(payload, 5_000)).toBe(true)
    stall()
    expect(await pingDatabase(payload, 50)).toBe(false)
  })
})
