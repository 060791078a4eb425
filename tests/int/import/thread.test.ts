import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import type { StoryReport } from '../../../src/ingest/save/types'
import { aProgram } from '../../helpers/apiClients'
import { reader } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom({ guard: {} })
  await seedNewsroom(newsroom.payload)
})
afterAll(() => newsroom.close())

/** Markdown dense with marks, with nearly as many lines as a story may have: reading it takes seconds. */
const DENSE = `---\ntitle: A story\n---\n${'*a* [b](c) _d_ `e` <f> &amp; ~~g~~\n'.repeat(19_000)}`

it('readers are answered while copy is read (security A7)', async () => {
  const program = await aProgram(newsroom, ['ingest'])
  let isAnswered = false
  const imported = program.sendBody<{ reports: StoryReport[] }>('/api/import?dryRun=true', DENSE, { 'Content-Type': 'text/markdown' }).then((answer) => {
    isAnswered = true
    return answer
  })
  const anyone = reader(newsroom.url)
  for (let asked = 0; asked < 5; asked += 1) {
    expect((await anyone.get('/api/health')).status).toBe(200)
    expect(isAnswered).toBe(false)
  }
  const { body } = await imported
  expect(body.reports).toHaveLength(1)
})
