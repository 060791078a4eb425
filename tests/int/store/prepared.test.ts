import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPreparedBy, notePrepared } from '../../../src/database/prepared'
import { signIn } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

const isPrepared = (sources: string) => isPreparedBy(process.env.DATABASE_URL ?? '', sources)

describe('a database', () => {
  it('has to be prepared while it says nothing, or while nobody can sign in', async () => {
    expect(await isPrepared('these')).toBe(false)
    await notePrepared(newsroom.payload, 'these')
    expect(await isPrepared('these')).toBe(false)
  })

  it('is prepared by the sources that it names, and by no others', async () => {
    await signIn(newsroom, 'admin')
    expect([await isPrepared('these'), await isPrepared('others')]).toEqual([true, false])
    await notePrepared(newsroom.payload, 'others')
    expect([await isPrepared('these'), await isPrepared('others')]).toEqual([false, true])
  })

  it.each(['mongodb://127.0.0.1:9/press', 'file:/nowhere/at/all/dateline.db'])('that does not answer is not: %s', async (url) => {
    expect(await isPreparedBy(url, 'these')).toBe(false)
  })
})
