import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import type { ImportSummary, StoryReport } from '../../../src/wire/save/types'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { houseCopy } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

type Report = { reports: StoryReport[]; summary: ImportSummary }

let newsroom: TestNewsroom
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
  await signIn(newsroom, 'admin')
  editor = await signIn(newsroom, 'editor')
})
afterAll(() => newsroom.close())

describe('POST /api/import', () => {
  it('takes copy as the body, and answers the report', async () => {
    const { body, status } = await editor.sendBody<Report>('/api/import?publish=true&name=desk.txt', houseCopy({ headline: 'Sent by HTTP' }))
    expect(status).toBe(200)
    expect(body.reports[0]).toMatchObject({ file: 'desk.txt', outcome: 'created', article: { slug: 'sent-by-http', status: 'published' } })
    const { body: found } = await reader(newsroom.url).get<{ totalDocs: number }>('/api/articles', { where: { slug: { equals: 'sent-by-http' } } })
    expect(found.totalDocs).toBe(1)
  })

  it('takes files as a form, and says by its status when one failed', async () => {
    const form = new FormData()
    form.append('files', new File([houseCopy({ headline: 'A good file' })], 'good.txt'))
    form.append('files', new File([houseCopy({ headline: 'A bad file', published: '31 February 2023' })], 'bad.txt'))
    const { body, status } = await editor.sendBody<Report>('/api/import', form)
    expect(status).toBe(422)
    expect(body.reports.map(({ file, outcome }) => `${file} ${outcome}`)).toEqual(['good.txt created', 'bad.txt failed'])
    expect(body.summary.counts).toMatchObject({ created: 1, failed: 1 })
  })

  it('writes nothing in a dry run', async () => {
    const { body } = await editor.sendBody<Report>('/api/import?dryRun=true', houseCopy({ headline: 'Only a rehearsal' }))
    expect(body.reports[0]?.outcome).toBe('created')
    const { totalDocs } = await newsroom.payload.count({ collection: 'articles', where: { slug: { equals: 'only-a-rehearsal' } } })
    expect(totalDocs).toBe(0)
  })

  it('refuses a stranger', async () => {
    expect((await reader(newsroom.url).sendBody('/api/import', houseCopy())).status).toBe(401)
  })

  it.each([
    ['an empty request', '/api/import', ''],
    ['a form without a file', '/api/import', new FormData()],
    ['an option that does not exist', '/api/import?onConflict=overwrite', houseCopy()],
    ['an option that is neither true nor false', '/api/import?publish=maybe', houseCopy()],
  ])('refuses %s with a reason', async (_, path, content) => {
    const { body, status } = await editor.sendBody<{ errors: { message: string }[] }>(path, content)
    expect(status).toBe(400)
    expect(body.errors[0]?.message).toMatch(/\w+ .*[.:]/)
  })

  it('refuses a form that is none', async () => {
    const { status } = await editor.sendBody('/api/import', 'no form', { 'Content-Type': 'multipart/form-data; boundary=x' })
    expect(status).toBe(400)
  })
})

describe('records of imports', () => {
  it('are read by people who are signed in, and by nobody else', async () => {
    for (const collection of ['imports', 'import-items']) {
      expect((await editor.get<{ totalDocs: number }>(`/api/${collection}`)).body.totalDocs).toBeGreaterThan(0)
      expect((await reader(newsroom.url).get(`/api/${collection}`)).status).toBe(403)
    }
  })

  it('cannot be written or deleted through the API', async () => {
    const { body } = await editor.get<{ docs: { id: string }[] }>('/api/imports', { limit: 1 })
    const id = body.docs[0]?.id ?? ''
    expect((await editor.send('PATCH', `/api/imports/${id}`, { status: 'running' })).status).toBe(403)
    expect((await editor.send('DELETE', `/api/imports/${id}`)).status).toBe(403)
    expect((await editor.send('POST', '/api/import-items', { file: 'x', outcome: 'created', run: id })).status).toBe(403)
  })
})
