import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { CollectionConfig } from 'payload'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openClient } from '../../../src/database/sqlite/client'
import type { Client } from '../../../src/database/sqlite/client'
import { inTransaction } from '../../../src/database/transaction'
import { openNewsroom } from './support/newsroom'
import type { Newsroom } from './support/newsroom'
import { tempDir } from './support/tempDir'

const tags: CollectionConfig = { fields: [{ name: 'name', type: 'text' }], slug: 'tags' }

/** A newsroom on a file, beside which another connection is writing. */
async function openLocked(): Promise<{ newsroom: Newsroom; other: Client }> {
  const url = `file:${join(await tempDir(), 'dateline.db')}`
  const newsroom = await openNewsroom(url, [tags])
  const other = await openClient(url)
  onTestFinished(() => {
    other.close()
  })
  await other.execute('BEGIN IMMEDIATE')
  await other.execute("insert into tags (id, name) values ('other', 'Other')")
  return { newsroom, other }
}

/** What others see of a newsroom: what is committed. */
async function namesSeenBy(other: Client): Promise<unknown[]> {
  const { rows } = await other.execute('select name from tags order by name')
  return rows.map(({ name }) => name)
}

describe('While another process writes', () => {
  it('a write waits without stopping what else goes on, and is committed once it is free', async () => {
    const { newsroom, other } = await openLocked()
    const { store } = newsroom
    const writes = Promise.all([
      store.create({ collection: 'tags', data: { name: 'First' } }),
      store.create({ collection: 'tags', data: { name: 'Second' } }),
    ])
    for (let turn = 0; turn < 20; turn += 1) {
      await setImmediate()
      expect((await store.find({ collection: 'tags' })).docs).toEqual([])
    }
    await other.execute('COMMIT')
    await writes
    await store.create({ collection: 'tags', data: { name: 'Third' } })
    expect(await namesSeenBy(other)).toEqual(['First', 'Other', 'Second', 'Third'])
  })

  it('a transaction waits, and is committed once it is free', async () => {
    const { newsroom, other } = await openLocked()
    const transaction = inTransaction(newsroom.payload, async ({ req }) => {
      await newsroom.payload.db.create({ collection: 'tags', data: { name: 'Within' }, req })
    })
    for (let turn = 0; turn < 20; turn += 1) await setImmediate()
    await other.execute('COMMIT')
    await transaction
    expect(await namesSeenBy(other)).toEqual(['Other', 'Within'])
    await other.execute("insert into tags (id, name) values ('after', 'After')")
    expect((await newsroom.store.find({ collection: 'tags' })).docs).toHaveLength(3)
  })
})
