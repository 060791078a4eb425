import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../../src/backup/backUp'
import { restore } from '../../../src/backup/restore'
import { startMemoryMongod } from '../../../src/database/memory/memoryMongod'
import { findPostgres, startPostgres } from '../../helpers/postgres'
import { answersOf } from './support/backup/answers'
import { ENGINES, newPlace, PAGES, withProject } from './support/backup/project'
import type { Engine, Servers } from './support/backup/project'
import { build, plans } from './support/backup/randomNewsroom'
import { tempDir } from './support/tempDir'

/** How many random newsrooms are made on each engine, each to be restored on the next one; with BACKUP_RUNS so many, on all engines. BACKUP_SEED for one series. */
const numRuns = Number(process.env.BACKUP_RUNS ?? 1)
const seed = process.env.BACKUP_SEED === undefined ? {} : { seed: Number(process.env.BACKUP_SEED) }

/** What this run has no server of; the test says at its end that it is left out. */
const missing: Engine[] = [
  ...(process.env.TEST_MONGODB_URL || process.env.MONGOMS_SYSTEM_BINARY ? [] : (['mongodb'] as const)),
  ...(process.env.TEST_POSTGRES_URL || (await findPostgres()) !== undefined ? [] : (['postgres'] as const)),
]
const isMissing = (engine: Engine) => missing.includes(engine)

const servers: Servers = { mongodb: process.env.TEST_MONGODB_URL, postgres: process.env.TEST_POSTGRES_URL }
const stops: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  if (servers.mongodb === undefined && !isMissing('mongodb')) {
    const started = await startMemoryMongod(() => undefined)
    if ('reason' in started) throw new Error(started.reason)
    servers.mongodb = started.url
    stops.push(started.close)
  }
  if (servers.postgres === undefined && !isMissing('postgres')) {
    const folder = await mkdtemp(path.join(tmpdir(), 'dateline-'))
    const { stop, url } = await startPostgres(folder)
    servers.postgres = url
    stops.push(async () => {
      await stop()
      await rm(folder, { force: true, recursive: true })
    })
  }
})
afterAll(() => Promise.all(stops.map((stop) => stop())))

function targetsOf(engine: Engine): Engine[] {
  const there = ENGINES.filter((each) => !isMissing(each))
  const next = there[(there.indexOf(engine) + 1) % there.length] ?? engine
  return process.env.BACKUP_RUNS === undefined ? [next] : there
}

async function save(payload: Payload, file: string): Promise<void> {
  const steps = backUp(payload, createWriteStream(file))
  for (let next = await steps.next(); !next.done; next = await steps.next()) expect(next.value.warning).toBeUndefined()
}

describe.each(ENGINES)('A random newsroom on %s (skipped where no server can be had)', (engine) => {
  it.skipIf(isMissing(engine))('is the same newsroom when it is restored', { timeout: 600_000 * numRuns }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const from = await newPlace(engine, servers)
        const file = path.join(await tempDir(), 'backup.tar')
        const [saved, pictures] = await withProject(from, async (project) => {
          await build(project.payload, plan)
          await save(project.payload, file)
          return [await answersOf(project), (await readdir(from.mediaDir)).sort()]
        })
        for (const other of targetsOf(engine)) {
          const to = await newPlace(other, servers)
          await withProject(to, async (project) => {
            await restore(project.payload, { dryRun: false, file, report: () => undefined })
            expect((await readdir(to.mediaDir)).sort()).toEqual(pictures)
            const restored = await answersOf(project)
            await project.payload.create({ collection: PAGES, data: { title: 'Afterwards' } as never })
            for (const [question, answer] of Object.entries(saved)) expect(restored[question], `${question}, restored on ${other}`).toEqual(answer)
          })
        }
      }),
      { ...seed, endOnFailure: true, numRuns },
    )
  })
})
