import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../../src/database/transaction'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

const tag = (name: string) => ({ collection: 'tags', data: { name, slug: '', kind: 'subject' } }) as const

async function count(name: string): Promise<number> {
  const { totalDocs } = await newsroom.payload.count({ collection: 'tags', where: { name: { equals: name } } })
  return totalDocs
}

describe('a transaction', () => {
  it('keeps everything when its task ends', async () => {
    await inTransaction(newsroom.payload, async ({ req }) => {
      await newsroom.payload.create({ ...tag('kept'), req })
      await newsroom.payload.create({ ...tag('kept'), req })
    })
    expect(await count('kept')).toBe(2)
  })

  it('keeps nothing when its task throws', async () => {
    const attempt = inTransaction(newsroom.payload, async ({ req }) => {
      await newsroom.payload.create({ ...tag('undone'), req })
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await count('undone')).toBe(0)
  })

  it('keeps nothing when one of its operations is refused', async () => {
    const attempt = inTransaction(newsroom.payload, async ({ req }) => {
      await newsroom.payload.create({ ...tag('refused'), req })
      await newsroom.payload.create({ collection: 'tags', data: { name: '', slug: '', kind: 'subject' }, req })
    })
    await expect(attempt).rejects.toThrow(/invalid/i)
    expect(await count('refused')).toBe(0)
  })

  it('is not seen by others before it ends, and does not stop their reads or writes', async () => {
    const begun = withResolvers()
    const mayEnd = withResolvers()
    const transaction = inTransaction(newsroom.payload, async ({ req }) => {
      await newsroom.payload.create({ ...tag('private'), req })
      begun.resolve()
      await mayEnd.promise
      await newsroom.payload.create({ ...tag('private'), req })
    })
    await begun.promise
    const others = Array.from({ length: 5 }, (_, n) => newsroom.payload.create(tag(`meanwhile ${n}`)))
    expect(await count('private')).toBe(0)
    mayEnd.resolve()
    await Promise.all([transaction, ...others])
    expect(await count('private')).toBe(2)
    expect(await count('meanwhile 4')).toBe(1)
  })

  it('takes in what is written within it without being told of it', async () => {
    const attempt = inTransaction(newsroom.payload, async () => {
      await newsroom.payload.kv.set('within', { a: 1 })
      await newsroom.payload.create({ ...tag('elsewhere'), overrideAccess: true })
    })
    await attempt
    expect(await count('elsewhere')).toBe(1)
  })

  it('may be one of many at once, each with a slug of its own', async () => {
    await Promise.all(
      Array.from({ length: 8 }, () =>
        inTransaction(newsroom.payload, ({ req }) => newsroom.payload.create({ ...tag('crowd'), req })),
      ),
    )
    const { docs } = await newsroom.payload.find({ collection: 'tags', where: { name: { equals: 'crowd' } } })
    expect(new Set(docs.map(({ slug }) => slug)).size).toBe(8)
  })

  it('is done again when another one was in its way, until all of a crowd are done', async () => {
    const { id } = await newsroom.payload.create(tag('0'))
    const crowd = Array.from({ length: 8 }, () =>
      inTransaction(newsroom.payload, async ({ req }) => {
        const { name } = await newsroom.payload.findByID({ collection: 'tags', id, req })
        await newsroom.payload.update({ collection: 'tags', id, data: { name: String(Number(name) + 1) }, req })
      }),
    )
    await Promise.all(crowd)
    expect((await newsroom.payload.findByID({ collection: 'tags', id })).name).toBe('8')
  })
})
