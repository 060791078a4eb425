import type { CollectionConfig, TextField } from 'payload'
import { describe, expect, it } from 'vitest'

import { DatabaseSchemaError } from '../../../src/database/schemaError'
import { mongoClient, mongoUrl } from './support/mongo'
import { openNewsroom } from './support/newsroom'

const name: TextField = { index: true, name: 'name', type: 'text' }
const uniqueName: TextField = { name: 'name', type: 'text', unique: true }

function tags(field: TextField): CollectionConfig {
  return { fields: [field], slug: 'tags' }
}

describe.skipIf(!process.env.MONGOMS_SYSTEM_BINARY)('Indexes on MongoDB (skipped unless MONGOMS_SYSTEM_BINARY names a mongod)', { timeout: 30_000 }, () => {
  it('are there before the first write', async () => {
    const url = await mongoUrl()
    const client = await mongoClient(url)
    await openNewsroom(url, [tags(uniqueName)])
    const indexes = await client.db().collection('tags').indexes()
    expect(indexes).toContainEqual(expect.objectContaining({ key: { name: 1 }, unique: true }))
  })

  it('become unique when the model says so, and leave foreign ones alone', async () => {
    const url = await mongoUrl()
    const client = await mongoClient(url)
    const before = await openNewsroom(url, [tags(name)])
    await before.destroy()
    await client.db().collection('tags').createIndex({ name: -1, updatedAt: 1 }, { name: 'by-hand' })
    const { store } = await openNewsroom(url, [tags(uniqueName)])
    await store.create({ collection: 'tags', data: { name: 'Arms' } })
    await expect(store.create({ collection: 'tags', data: { name: 'Arms' } })).rejects.toThrow(/invalid: name/i)
    expect((await client.db().collection('tags').indexes()).map((index) => index.name)).toContain('by-hand')
  })

  it('stop the start when two documents share a value, and name the field', async () => {
    const url = await mongoUrl()
    const before = await openNewsroom(url, [tags(name)])
    await before.store.create({ collection: 'tags', data: { name: 'Arms' } })
    await before.store.create({ collection: 'tags', data: { name: 'Arms' } })
    await before.destroy()
    const opening = openNewsroom(url, [tags(uniqueName)])
    await expect(opening).rejects.toThrow(DatabaseSchemaError)
    await expect(opening).rejects.toThrow(/^Several documents of tags hold the same value where it must be unique \(.*name.*\)/)
  })
})
