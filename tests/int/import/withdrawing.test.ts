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

describe('a headline that kills a published story (ingest I11)', () => {
  const rss = (id: string, title: string) => `<rss version="2.0"><channel><title>Wire</title><link>https://${id}.example/</link><item><guid>urn:back:${id}</guid><title>${title}</title><author>CJ journalist</author><category domain="section">Politics</category><description>First words.</description></item></channel></rss>`
  const markdown = (id: string, title: string) => `---\nguid: urn:back:${id}\ntitle: ${JSON.stringify(title)}\nauthor: CJ journalist\nsection: Politics\n---\nFirst words.\n`
  const house = (id: string, notice: string) => `${notice === '' ? '' : `${notice}\n`}Story ${id}\nPublished: 18 October 2023\nThe lead.\nEDITED BY| HUXIANA\nPolitics section - CJ journalist\nFirst words.\n`

  const BARE = ['MANDATORY KILL', 'KILL NOTICE', 'STORY WITHDRAWN', 'STORY KILL', 'RETRACTION: x', 'Story withdrawn by agency'].map((headline): [string, (id: string) => string] => [`ninjs with the headline ${headline} alone`, (id) => JSON.stringify({ uri: `urn:back:${id}`, headline })])
  const WHOLE = ['WITHDRAWN: Story x', 'RETRACTED: Story', 'KILLED: Story', 'KILL STORY', 'URGENT: KILL STORY x', 'EDS: MANDATORY STORY KILL', '撤稿: 某报道', 'KILL: Story x', '(KILL) Story', '[KILL] Story']
  const CASES: [string, (id: string) => string][] = [
    ...BARE,
    ['ninjs with its version', (id) => JSON.stringify({ uri: `urn:back:${id}`, headline: 'MANDATORY KILL', versionCreated: '2024-02-01T00:00:00Z', body_text: 'Kill it.', pubStatus: 'usable' })],
    ...WHOLE.map((headline): [string, (id: string) => string] => [`a whole story with the headline ${headline}`, (id) => ninjs(id, { headline, versionCreated: '2024-02-01T00:00:00Z' })]),
  ]

  it.each(CASES)('withdraws it: %s', async (_, kill) => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report, status } = await sendStory(publisher, 'name=copy&publish=true', kill(id))
    expect([status, report.outcome, report.article?.id, await statusFor(article)]).toEqual([200, 'withdrawn', article, 410])
    expect((await newsroom.payload.findByID({ collection: 'articles', id: article, draft: false })).headline).toBe(`Story ${id}`)
  })

  it.each([['RSS', rss], ['Markdown', markdown]] as const)('withdraws it in %s', async (_, copy) => {
    const id = nextId()
    const article = await published(copy(id, `Story ${id}`), id)
    const { report } = await sendStory(publisher, `name=${id}&publish=true`, copy(id, `WITHDRAWN: Story ${id}`))
    expect([report.outcome, await statusFor(article)]).toEqual(['withdrawn', 410])
  })

  it('withdraws house copy by a line above its headline, in a file of the same name', async () => {
    const id = nextId()
    const article = await published(house(id, ''), `${id}.txt`)
    const { report } = await sendStory(publisher, `name=${id}.txt&publish=true`, house(id, 'MANDATORY KILL'))
    expect([report.outcome, await statusFor(article)]).toEqual(['withdrawn', 410])
  })

  it.each(['ADVISORY: kill story', 'Withdrawn: Story', 'KILLED: TWO OFFICERS', 'HOLD - Story'])('leaves it, and tells the desk, where it may mean something else: %s', async (headline) => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report, status } = await sendStory(publisher, 'name=copy&publish=true', ninjs(id, { headline, versionCreated: '2024-02-01T00:00:00Z' }))
    expect([status, report.outcome, await statusFor(article)]).toEqual([422, 'notWithdrawn', 200])
    expect(await killsOnDesk(editor)).toContain(article)
    expect((await newsroom.payload.findByID({ collection: 'articles', id: article, draft: false })).headline).toBe(`Story ${id}`)
  })

  it.each(['Killed: the story of a bill', 'Retraction of troops begins', 'Withdrawal from Gaza'])('goes out where it is what the story is about: %s', async (headline) => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report } = await sendStory(publisher, 'name=copy&publish=true', ninjs(id, { headline, versionCreated: '2024-02-01T00:00:00Z' }))
    expect([report.outcome, await statusFor(article)]).toEqual(['updated', 200])
    expect((await newsroom.payload.findByID({ collection: 'articles', id: article, draft: false })).headline).toBe(headline)
  })
})
