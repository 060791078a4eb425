import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'

let app: RunningApp

beforeAll(async () => {
  app = await startApp({ WORKERS: '2' })
})
afterAll(() => app.kill())

/** The server processes. */
async function workers(): Promise<number[]> {
  const children = await readFile(`/proc/${app.pid}/task/${app.pid}/children`, 'utf8')
  return children.split(' ').filter(Boolean).map(Number)
}

/** What a reader on a connection of their own is answered: the status, or what went wrong. */
function read(path: string): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const asking = request(`${app.url}${path}`, { agent: false, timeout: 20_000 }, (response) => {
      response.resume().once('close', () => resolve(response.complete ? response.statusCode : 'an answer cut short'))
    })
    asking.once('timeout', () => asking.destroy(new Error('no answer in 20 seconds')))
    asking.once('error', (error) => resolve(error.message))
    asking.end()
  })
}

it('no reader sees an error while a server process is killed and another takes its place (http W1)', async () => {
  const answers = new Set<number | string | undefined>()
  for (const round of [1, 2, 3]) {
    const [victim = 0, ...others] = await workers()
    expect(others).toHaveLength(1)
    answers.add(await read(`/api/articles?limit=${round}`))
    process.kill(victim, 'SIGKILL')
    const isReplaced = () => app.output().split('The new server process answers.').length > round
    for (let count = 0; !isReplaced(); count += 1) answers.add(await read(`/api/articles?limit=${1 + (count % 50)}`))
  }
  expect([...answers]).toEqual([200])
})

it('is told to stop while a server process is starting, and stops (http W1)', async () => {
  const [victim = 0] = await workers()
  process.kill(victim, 'SIGKILL')
  await expect.poll(async () => (await workers()).length, { timeout: 60_000 }).toBe(1)
  await expect.poll(async () => (await workers()).length, { timeout: 60_000 }).toBe(2)
  await app.stop()
  expect(await read('/api/health')).toMatch(/ECONNREFUSED/)
})
