import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { stateOf, writeArchive } from '../../helpers/archive'
import { runImport } from '../../helpers/importCommand'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

const FILES = 120

// Half a dozen processes, some of which wait for the lease of one that was killed.
vi.setConfig({ testTimeout: 600_000 })

let newsroom: TestNewsroom
let folder: string
let whole: unknown

beforeAll(async () => {
  newsroom = await openNewsroom()
  folder = await mkdtemp(join(tmpdir(), 'dateline-import-'))
  await runImport([await writeArchive(folder, 'Whole', FILES), '--publish'])
  whole = await stateOf(newsroom.payload, 'Whole')
}, 600_000)
afterAll(async () => {
  await newsroom.close()
  await rm(folder, { force: true, recursive: true })
})

describe(`an import of ${FILES} files`, () => {
  it('brings in every one of them, each with one version', () => {
    expect(whole).toMatchObject({
      articles: Array.from({ length: FILES }, () => ({ _status: 'published', versions: [expect.anything()] })),
      authors: { length: 12 },
      sections: { length: 3 },
    })
  })

  it('killed at several moments and started again ends as if it had run once', async () => {
    const archive = await writeArchive(folder, 'Kills', FILES)
    for (const killAfterLines of [1, 41, 81]) {
      const { code } = await runImport([archive, '--publish', '--json'], { killAfterLines })
      expect(code).not.toBe(0)
    }
    expect((await runImport([archive, '--publish'])).code).toBe(0)
    expect(await stateOf(newsroom.payload, 'Kills')).toEqual(whole)
  })

  it('twice at the same time, while the app writes, ends as if it had run once', async () => {
    const archive = await writeArchive(folder, 'Twice', FILES)
    let isOver = false
    const runs = Promise.all([runImport([archive, '--publish']), runImport([archive, '--publish'])]).finally(() => {
      isOver = true
    })
    let written = 0
    while (!isOver) {
      await newsroom.payload.create({ collection: 'tags', data: { name: `Meanwhile ${written}`, slug: '', kind: 'subject' } })
      written += 1
      // On SQLite a write ends without the event loop going round, which would never tell of the end.
      await setImmediate()
    }
    for (const { code, stderr } of await runs) expect(code, stderr).toBe(0)
    expect(await stateOf(newsroom.payload, 'Twice')).toEqual(whole)
    expect((await newsroom.payload.count({ collection: 'tags' })).totalDocs).toBe(written)
  })
})
