import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { seedSample } from '../../../seed/sample'
import { TYPESCRIPT } from '../../../src/cli/typescript'
import { exportArticles } from '../../../src/export/exportArticles'
import type { ExportFormat } from '../../../src/export/formats'
import { CHECKPOINT_FILE } from '../../../src/export/checkpoint'
import type { ExportCounts } from '../../../src/export/types'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

const site = { siteUrl: 'https://news.example', newsroom: { name: 'The Example', language: 'en' } }

let newsroom: TestNewsroom
let folder: string
let other: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
  await seedSample(newsroom.payload, 250)
})
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-export-'))
  other = await mkdtemp(path.join(tmpdir(), 'dateline-export-'))
  return async () => {
    await rm(folder, { force: true, recursive: true })
    await rm(other, { force: true, recursive: true })
  }
})
afterAll(() => newsroom.close())

function start(into: string, format: ExportFormat, resume = false) {
  const query = { format, section: null, since: null, status: 'published' } as const
  return exportArticles(newsroom.payload, { folder: into, query, resume, site })
}

async function run(into: string, format: ExportFormat, resume = false): Promise<ExportCounts> {
  const steps = start(into, format, resume)
  for (let step = await steps.next(); ; step = await steps.next()) if (step.done) return step.value
}

/** Takes the first so many steps of an export and leaves it there, as a kill would. */
async function stopAfter(steps: number, format: ExportFormat): Promise<void> {
  const running = start(folder, format)
  for (let step = 0; step < steps; step += 1) await running.next()
}

/** Every file of an export by its name, without when it was made. */
async function contentOf(exported: string): Promise<Record<string, unknown>> {
  const names = (await readdir(exported)).sort()
  const texts = await Promise.all(names.map((name) => readFile(path.join(exported, name), 'utf8')))
  const { files } = JSON.parse(texts[names.indexOf('manifest.json')] ?? '{}')
  return { ...Object.fromEntries(names.map((name, index) => [name, texts[index]])), 'manifest.json': files }
}

describe.each<ExportFormat>(['ninjs', 'markdown', 'jsonl'])('an export as %s that was killed', (format) => {
  it.each([1, 2, 3])('after step %i and gone on with ends as one that was not', async (steps) => {
    await stopAfter(steps, format)
    expect(await run(folder, format, true)).toMatchObject({ written: 251, failed: 0 })
    await run(other, format)
    expect(await contentOf(folder)).toEqual(await contentOf(other))
  })

  it('is not begun anew unasked', async () => {
    await stopAfter(2, format)
    await expect(run(folder, format)).rejects.toThrow(/has not ended. Add --resume/)
  })
})

describe('an export that was killed', () => {
  it('in the middle of a line of its checkpoint is gone on with', async () => {
    await stopAfter(2, 'jsonl')
    const checkpoint = await readFile(path.join(folder, CHECKPOINT_FILE), 'utf8')
    await writeFile(path.join(folder, CHECKPOINT_FILE), checkpoint.slice(0, -30))
    await run(folder, 'jsonl', true)
    await run(other, 'jsonl')
    expect(await contentOf(folder)).toEqual(await contentOf(other))
  })

  it('is not gone on with as another one', async () => {
    await stopAfter(2, 'ninjs')
    await expect(run(folder, 'markdown', true)).rejects.toThrow(/holds an export made with --format ninjs/)
  })

  it('is not gone on with when what it wrote is gone', async () => {
    await stopAfter(2, 'jsonl')
    await rm(path.join(folder, '.articles.jsonl.unfinished'))
    await expect(run(folder, 'jsonl', true)).rejects.toThrow(/shorter than the killed export left it/)
  })

  it('keeps its place when articles are edited meanwhile', async () => {
    await stopAfter(2, 'ninjs')
    const { docs } = await newsroom.payload.find({ collection: 'articles', depth: 0, limit: 5, select: {}, sort: 'createdAt' })
    for (const { id } of docs) await newsroom.payload.update({ collection: 'articles', id, data: { standfirst: 'Edited.', _status: 'published' } })
    expect(await run(folder, 'ninjs', true)).toMatchObject({ written: 251 })
    expect((await readdir(folder)).length).toBe(252)
  })

  it('by SIGKILL, as a process, is gone on with by the command', async () => {
    const args = [...TYPESCRIPT, 'src/cli/export.ts', folder, '--format', 'ninjs']
    const child = spawn(process.execPath, args, { stdio: 'ignore' })
    const closed = new Promise((resolve) => child.once('close', resolve))
    while (!(await readdir(folder)).some((name) => name.endsWith('.json'))) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGKILL')
    await closed
    const ended = spawn(process.execPath, [...args, '--resume'], { stdio: 'ignore' })
    expect(await new Promise((resolve) => ended.once('close', resolve))).toBe(0)
    expect((await readdir(folder)).length).toBe(252)
    expect(await readdir(folder)).toContain('manifest.json')
    expect(await readdir(folder)).not.toContain(CHECKPOINT_FILE)
  })
})
