import { createServer } from 'node:net'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { startWorkers } from '../../../src/cli/workers'
import type { Workers } from '../../../src/cli/workers'

const exec = path.join(import.meta.dirname, 'support/toyWorker.ts')
const lines: string[] = []
let workers: Workers
let url: string

async function start(count: number): Promise<void> {
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
  process.env.TOY_PORT = String(port)
  process.env.JOBS = 'on'
  url = `http://127.0.0.1:${port}`
  workers = await startWorkers({ count, exec, say: (line) => lines.push(line) })
}
afterEach(() => workers.close())

type Answer = { pid: number; jobs: string }

/** So many of those who answer, asked until they have been heard: whoever is free takes a request. */
async function everybody(count: number): Promise<Answer[]> {
  const all = new Map<number, Answer>()
  const ask = async () => {
    const answer = (await fetch(url).then((response) => response.json())) as Answer
    all.set(answer.pid, answer)
  }
  await expect.poll(async () => (await Promise.all(Array.from({ length: 20 }, ask)), all.size), { timeout: 60_000 }).toBe(count)
  return [...all.values()]
}

it('several processes answer at one port, and one of them runs jobs', async () => {
  await start(3)
  const all = await everybody(3)
  expect(all.map(({ jobs }) => jobs).toSorted()).toEqual(['off', 'off', 'on'])
})

it('another takes the place of one that dies, and its work', async () => {
  await start(2)
  const before = new Set((await everybody(2)).map(({ pid }) => pid))
  await fetch(`${url}/die`).catch(() => undefined)
  const after = await everybody(2)
  expect(after.filter(({ pid }) => before.has(pid))).toHaveLength(1)
  expect(after.map(({ jobs }) => jobs).toSorted()).toEqual(['off', 'on'])
  expect(lines).toContain('A server process ended (3). Another one takes its place.')
})

it('they end together', async () => {
  await start(2)
  await workers.close()
  await expect(fetch(url)).rejects.toThrow()
})
