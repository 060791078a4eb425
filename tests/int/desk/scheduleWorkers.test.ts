import { createLocalReq, getPayload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleEvent } from '../../../src/payload-types'
import { aBody, createSection, draftArticle, hoursFromNow } from '../../helpers/articles'
import type { Page } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { makeDue } from './flowActions'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let editor: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  await hire(newsroom, 'admin', 'Ada Admin')
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const complete = (headline: string) => ({ headline, section, body: aBody('Words.'), bylines: [{ author: editor.byline, role: 'reporter' }] })
const run = () => newsroom.payload.jobs.run({ allQueues: true })
const seen = async (id: string) => (await reader(newsroom.url).get(`/api/articles/${id}`)).status

/** Schedules a publication whose time has come. */
async function scheduleDue(id: string): Promise<void> {
  await editor.send('POST', `/api/articles/${id}/schedule`, { type: 'publish', at: hoursFromNow(2) })
  await makeDue(newsroom.payload, id)
}

async function jobs(article: string) {
  const { docs } = await newsroom.payload.find({ collection: 'payload-jobs', overrideAccess: true, where: { 'input.doc.value': { equals: article } } })
  return docs
}

async function publicationsOf(article: string): Promise<number> {
  const { body } = await editor.get<Page<ArticleEvent>>('/api/article-events', { where: { article: { equals: article } } })
  return body.docs.filter(({ kind }) => kind === 'publication').length
}

describe('two workers on one database', () => {
  it('never run the same job twice', async () => {
    const { default: config } = await import('../../../payload.config')
    const other = await getPayload({ config, key: 'the other worker' })
    try {
      const ids = await Promise.all(Array.from({ length: 12 }, async (_, index) => (await draftArticle(editor, complete(`Both want ${index}`))).id))
      for (const id of ids) await scheduleDue(id)
      const ran: string[] = []
      for (let turn = 0; turn < 12; turn += 1) {
        const both = await Promise.all([newsroom.payload, other].map((worker) => worker.jobs.run({ allQueues: true, limit: 3 })))
        ran.push(...both.flatMap(({ jobStatus }) => Object.keys(jobStatus ?? {})))
      }
      expect(ran).toHaveLength(12)
      expect(new Set(ran).size).toBe(12)
      for (const id of ids) expect(await publicationsOf(id)).toBe(1)
    } finally {
      await other.destroy()
    }
  })

  it('take over a job from one that died with it', async () => {
    const { id } = await draftArticle(editor, complete('Left behind'))
    await scheduleDue(id)
    const [job] = await jobs(id)
    const left = (updatedAt: string) =>
      newsroom.payload.db.updateOne({ collection: 'payload-jobs', id: String(job?.id), data: { ...job, processing: true, updatedAt }, req: {} })
    await left(new Date().toISOString())
    await run()
    expect(await seen(id)).toBe(404)
    await left(hoursFromNow(-1))
    await run()
    expect(await seen(id)).toBe(200)
  })

  it('leave alone what one had done that died before it could say so', async () => {
    const { id } = await draftArticle(editor, complete('Done, and not told'))
    await scheduleDue(id)
    const [job] = await jobs(id)
    const handler = newsroom.payload.config.jobs.tasks?.find(({ slug }) => slug === 'schedulePublish')?.handler
    if (!job || typeof handler !== 'function') throw new Error('Nothing is scheduled.')
    const input: object = JSON.parse(JSON.stringify(job.input))
    await Reflect.apply(handler, undefined, [{ input, job, req: await createLocalReq({}, newsroom.payload) }])
    expect(await seen(id)).toBe(200)
    const [left] = await jobs(id)
    await newsroom.payload.db.updateOne({ collection: 'payload-jobs', id: job.id, data: { ...left, processing: true, updatedAt: hoursFromNow(-1) }, req: {} })
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })
    await run()
    expect(await seen(id)).toBe(404)
  })
})
