import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { CollectionConfig } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { openClient } from '../../../src/database/sqlite/client'
import { mongoUrl } from './support/mongo'
import { openNewsroom } from './support/newsroom'
import type { Newsroom } from './support/newsroom'
import { tempDir } from './support/tempDir'

const sqliteUrl = async () => `file:${join(await tempDir(), 'dateline.db')}`

const engines = [
  { name: 'SQLite', isMissing: false, makeUrl: sqliteUrl },
  { name: 'MongoDB (skipped unless MONGOMS_SYSTEM_BINARY names a mongod)', isMissing: !process.env.MONGOMS_SYSTEM_BINARY, makeUrl: mongoUrl },
]

type Meanwhile = (newsroom: Newsroom, name: unknown) => Promise<unknown>

/** Stories of several rows each, after every save of which something else is done before the save ends; notes beside them. */
async function openStories(url: string, meanwhile: Meanwhile): Promise<Newsroom> {
  const stories: CollectionConfig = {
    slug: 'stories',
    versions: true,
    fields: [
      { name: 'name', type: 'text' },
      { name: 'lines', type: 'array', fields: [{ name: 'text', type: 'text' }] },
    ],
    hooks: { afterChange: [async ({ doc }: { doc: { name?: unknown } }) => void (await meanwhile(newsroom, doc.name))] },
  }
  const newsroom = await openNewsroom(url, [stories, { slug: 'notes', fields: [{ name: 'name', type: 'text' }] }])
  return newsroom
}

const story = (name: string) => ({ collection: 'stories', data: { name, lines: [{ text: 'First.' }, { text: 'Second.' }] } })
const note = (name: string) => ({ collection: 'notes', data: { name } })
const refusing: Meanwhile = (_newsroom, name) => (name === 'Refused' ? Promise.reject(new Error('not like that')) : Promise.resolve())

/** Writes in a transaction as an operation that breaks off without ending it. */
async function forget({ payload: { db }, store }: Newsroom): Promise<{ goOn: () => Promise<unknown> }> {
  await setImmediate()
  const transactionID = await db.beginTransaction()
  if (transactionID === null) throw new Error('There is no transaction.')
  const write = () => store.create({ ...note('Forgotten'), req: { transactionID } })
  await write()
  return { goOn: write }
}

async function namesIn({ store }: Newsroom, collection = 'stories'): Promise<unknown[]> {
  return (await store.find({ collection, sort: 'name' })).docs.map(({ name }) => name)
}

describe.each(engines)('A save on $name', ({ isMissing, makeUrl }) => {
  it.skipIf(isMissing)('that fails at its end leaves nothing of a new document', async () => {
    const newsroom = await openStories(await makeUrl(), refusing)
    await expect(newsroom.store.create(story('Refused'))).rejects.toThrow('not like that')
    expect(await namesIn(newsroom)).toEqual([])
    expect((await newsroom.store.findVersions({ collection: 'stories' })).docs).toEqual([])
  })

  it.skipIf(isMissing)('that fails at its end leaves a document as it was', async () => {
    const newsroom = await openStories(await makeUrl(), refusing)
    const { id } = await newsroom.store.create(story('Kept'))
    await expect(newsroom.store.update({ collection: 'stories', id, data: { name: 'Refused', lines: [] } })).rejects.toThrow('not like that')
    const { docs } = await newsroom.store.find({ collection: 'stories' })
    expect(docs).toMatchObject([{ name: 'Kept', lines: [{ text: 'First.' }, { text: 'Second.' }] }])
    expect((await newsroom.store.findVersions({ collection: 'stories' })).docs).toHaveLength(1)
  })

  it.skipIf(isMissing)('is nothing to those at its side, whether they are kept or refused', async () => {
    const newsroom = await openStories(await makeUrl(), refusing)
    const saves = ['A', 'Refused', 'B', 'Refused', 'C'].map((name) => newsroom.store.create(story(name)))
    expect((await Promise.allSettled(saves)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(await namesIn(newsroom)).toEqual(['A', 'B', 'C'])
  })

  it.skipIf(isMissing)('may make another document that does not know of it', async () => {
    const newsroom = await openStories(await makeUrl(), ({ store }, name) => store.create(note(`about ${String(name)}`)))
    await newsroom.store.create(story('Story'))
    expect(await namesIn(newsroom, 'notes')).toEqual(['about Story'])
  })
})

describe('A save on a file of SQLite', () => {
  it('is seen by others when it is whole, and not before', async () => {
    const url = await sqliteUrl()
    const seen: unknown[] = []
    const look = async () => {
      const other = await openClient(url)
      const { rows } = await other.execute('select (select count(*) from stories) as stories, (select count(*) from stories_lines) as lines, (select count(*) from _stories_v) as versions')
      other.close()
      seen.push({ ...rows[0] })
    }
    const newsroom = await openStories(url, look)
    await newsroom.store.create(story('Story'))
    await look()
    expect(seen).toEqual([
      { stories: 0, lines: 0, versions: 0 },
      { stories: 1, lines: 2, versions: 1 },
    ])
  })

  it('lets others save after it although nobody ended it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const newsroom = await openStories(await sqliteUrl(), () => Promise.resolve())
      const { goOn } = await forget(newsroom)
      const next = newsroom.store.create(note('Next'))
      await vi.advanceTimersByTimeAsync(60_000)
      await next
      await expect(goOn()).rejects.toThrow('was undone')
      expect(await namesIn(newsroom, 'notes')).toEqual(['Next'])
      expect(newsroom.lines.join()).toContain('A transaction that neither wrote nor ended for 60 s was undone.')
    } finally {
      vi.useRealTimers()
    }
  })
})
