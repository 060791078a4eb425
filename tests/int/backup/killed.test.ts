import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { BasePayload } from 'payload'
import type { CollectionSlug, Payload } from 'payload'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { seedSample } from '../../../seed/sample'
import { backUp } from '../../../src/backup/backUp'
import { sourcesOf } from '../../../src/backup/rows'
import { TYPESCRIPT } from '../../../src/cli/typescript'
import { databaseUrl, openNewsroom } from '../../helpers/newsroom'
import { projectIn } from '../../helpers/projectIn'

/** How many restores are killed; BACKUP_KILLS for more. */
const KILLS = Number(process.env.BACKUP_KILLS ?? 3)

const ARTICLES = 150

vi.setConfig({ hookTimeout: 600_000, testTimeout: KILLS * 60_000 })

let folder: string
let backup: string
let whole: Record<string, number>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-killed-'))
  backup = path.join(folder, 'backup.tar')
  const newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
  await seedSample(newsroom.payload, ARTICLES)
  const steps = backUp(newsroom.payload, createWriteStream(backup))
  for (let next = await steps.next(); !next.done; next = await steps.next()) continue
  whole = await countsIn(newsroom.payload)
  await newsroom.close()
})
afterAll(() => rm(folder, { force: true, recursive: true }))

/** How many documents and versions there are of each kind. */
async function countsIn(payload: Payload): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind, slug } of sourcesOf(payload)) {
    const collection = slug as CollectionSlug
    if (kind === 'collections') counts[slug] = (await payload.db.count({ collection })).totalDocs
    if (kind === 'versions') counts[`${slug} versions`] = (await payload.db.countVersions({ collection })).totalDocs
  }
  return counts
}

/** What a database holds, to somebody who opens it. */
async function countsAt(url: string): Promise<Record<string, number>> {
  process.env.DATABASE_URL = url
  const payload = await new BasePayload().init({ config: await projectIn(folder, {}, { db: await (await import('../../../src/database/adapter')).databaseAdapter(url) }), disableOnInit: true })
  try {
    return await countsIn(payload)
  } finally {
    await payload.destroy()
  }
}

/**
 * Restores in a process of its own.
 *
 * @param killAfterMs for how long it may write before it is killed without a warning; undefined: it is not
 * @returns for how long it wrote, and whether it came to its end
 */
async function restore(url: string, killAfterMs?: number): Promise<{ ms: number; hasEnded: boolean }> {
  const child = spawn(process.execPath, [...TYPESCRIPT, 'src/cli/restore.ts', backup], { env: { ...process.env, DATABASE_URL: url, MEDIA_DIR: path.join(folder, 'media') }, stdio: ['ignore', 'ignore', 'pipe'] })
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  let began = 0
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!line.includes('Writing ')) return
    began = performance.now()
    if (killAfterMs !== undefined) void delay(killAfterMs).then(() => child.kill('SIGKILL'))
  })
  const code = await closed
  return { ms: performance.now() - began, hasEnded: code === 0 }
}

it(`a restore that is killed at ${String(KILLS)} random moments leaves the database empty or complete, and can be run again`, async () => {
  const { hasEnded, ms } = await restore(databaseUrl(await mkdtemp(path.join(folder, 'first-'))))
  expect(hasEnded).toBe(true)
  const empty = Object.fromEntries(Object.keys(whole).map((name) => [name, 0]))
  for (let n = 0; n < KILLS; n += 1) {
    const url = databaseUrl(await mkdtemp(path.join(folder, 'killed-')))
    const killed = await restore(url, Math.random() * ms)
    const found = await countsAt(url)
    expect([empty, whole]).toContainEqual(found)
    if (killed.hasEnded) expect(found).toEqual(whole)
    if (n > 0 || found.articles !== 0) continue
    expect((await restore(url)).hasEnded).toBe(true)
    expect(await countsAt(url)).toEqual(whole)
  }
})
