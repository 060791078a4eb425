import { readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { tryLock } from '../../../src/database/embedded/lock'
import { tempDir } from './support/tempDir'

describe('tryLock', () => {
  it('has one holder at a time', async () => {
    const file = join(await tempDir(), 'lock')
    const lock = await tryLock(file)
    expect(await tryLock(file)).toBeUndefined()
    await lock?.release()
    expect(await tryLock(file)).toEqual({ release: expect.any(Function) })
  })

  it('has one winner among many, and leaves no other file', async () => {
    const dir = await tempDir()
    const locks = await Promise.all(Array.from({ length: 20 }, () => tryLock(join(dir, 'lock'))))
    expect(locks.filter((lock) => lock !== undefined)).toHaveLength(1)
    expect(await readdir(dir)).toEqual(['lock'])
  })

  it.each([
    ['a process that has ended', { host: hostname(), pid: 2 ** 30, started: '1' }],
    ['an earlier process with the number of a running one', { host: hostname(), pid: process.pid, started: '1' }],
    ['another machine', { host: 'elsewhere', pid: process.pid, started: '1' }],
    ['nobody, after a crash in between', ''],
  ])('is taken over from %s by one of many', async (_whom, holder) => {
    const file = join(await tempDir(), 'lock')
    await writeFile(file, JSON.stringify(holder))
    const locks = await Promise.all(Array.from({ length: 20 }, () => tryLock(file)))
    expect(locks.filter((lock) => lock !== undefined)).toHaveLength(1)
  })

  it('is not released by a holder that has lost it', async () => {
    const file = join(await tempDir(), 'lock')
    const lock = await tryLock(file)
    const other = JSON.stringify({ host: 'elsewhere', pid: 1, started: '1' })
    await writeFile(file, other)
    await lock?.release()
    expect(await readFile(file, 'utf8')).toBe(other)
  })
})
