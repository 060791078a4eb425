import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import { killsOnDesk, openImportNewsroom, sendStory } from '../../helpers/importNewsroom'
import type { ImportNewsroom } from '../../helpers/importNewsroom'
import type { ImportAnswer } from '../../helpers/imports'

let newsroom: ImportNewsroom['newsroom']
let editor: ImportNewsroom['editor']
let ingest: ImportNewsroom['ingest']
let publisher: ImportNewsroom['publisher']

beforeAll(async () => {
  ;({ newsroom, editor, ingest, publisher } = await openImportNewsroom())
})
afterAll(() => newsroom.close())

const statusFor = async (id: unknown) => (await reader(newsroom.url).get(`/api/articles/${String(id)}`)).status

let count = 0
const nextId = () => `w${(count += 1)}`
const ninjs = (id: string, more: object = {}) =>
  JSON.stringify({ uri: `urn:back:${id}`, headline: `Story ${id}`, body_text: `First words of ${id}.`, versionCreated: '2024-01-01T00:00:00Z', infoSources: [{ name: 'CJ journalist', role: 'reporter' }], subjects: [{ name: 'Politics', rel: 'section' }], ...more })

/** Brings a public story in, and tells its article. */
async function published(copy: string, name = 'copy'): Promise<string> {
  const { report } = await sendStory(publisher, `name=${name}&publish=true`, copy)
  expect(report).toMatchObject({ outcome: 'created', article: { status: 'published' } })
  return String(report.article?.id)
}

describe('an option that a key may not use', () => {
  const kill = (id: string) => JSON.stringify({ uri: `urn:back:${id}`, pubStatus: 'canceled' })

  it('does not stand in the way of a withdrawal: onConflict=draft', async () => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report, status } = await sendStory(publisher, 'name=copy&publish=true&onConflict=draft', kill(id))
    expect([status, report.outcome, await statusFor(article)]).toEqual([200, 'withdrawn', 410])
  })

  it('does not keep a kill that the key may not carry out from the desk: publish=true', async () => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report, status } = await sendStory(ingest, 'name=copy&publish=true', kill(id))
    expect([status, report.outcome, await statusFor(article)]).toEqual([422, 'notWithdrawn', 200])
    expect(await killsOnDesk(editor)).toContain(article)
  })

  it('has the other stories of the request refused', async () => {
    const id = nextId()
    await published(ninjs(id))
    const other = nextId()
    const { body, status } = await publisher.sendBody<ImportAnswer>('/api/import?name=copy&onConflict=draft', `${ninjs(other)}\n${kill(id)}\n`)
    expect([status, body.reports.map(({ outcome }) => outcome), body.reports[0]?.errors[0]?.message]).toEqual([422, ['failed', 'withdrawn'], 'Editors decide on conflicts: leave out onConflict=draft.'])
    expect((await newsroom.payload.count({ collection: 'articles', where: { 'source.guid': { equals: `urn:back:${other}` } } })).totalDocs).toBe(0)
  })
})
