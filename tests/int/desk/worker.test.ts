import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aBody, byTheDesk, createSection, draftArticle, hoursFromNow } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
})
afterAll(() => newsroom.close())

it('npm run worker publishes what came due while nobody ran jobs, the server shows it, and SIGTERM to npm stops the worker (http O1)', async () => {
  const editor = await signIn(newsroom, 'editor')
  const section = (await createSection(editor, 'World')).id
  const { id } = await draftArticle(editor, { headline: 'By the worker', section, body: aBody('Words.'), bylines: await byTheDesk(editor) })
  await newsroom.payload.jobs.queue({
    task: 'schedulePublish',
    input: { type: 'publish', doc: { relationTo: 'articles', value: id } },
    waitUntil: new Date(hoursFromNow(-1)),
  })
  const seen = async () => (await reader(newsroom.url).get(`/api/articles/${id}`)).status
  expect(await seen()).toBe(404)
  // Its output ends with the last process that writes there, be it npm or what npm has started.
  const npm = spawn('npm', ['run', 'worker'], { env: process.env, stdio: ['ignore', 'pipe', 'ignore'] })
  const said = text(npm.stdout)
  try {
    await expect.poll(seen, { timeout: 90_000, interval: 200 }).toBe(200)
  } finally {
    npm.kill('SIGTERM')
  }
  expect(await said).toContain('SIGTERM: stopping')
})
