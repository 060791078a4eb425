import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteOptions } from '../../../src/formats/syndication/site'
import { aProgram } from '../../helpers/apiClients'
import { reader } from '../../helpers/client'
import { item, killsOnDesk, openImportNewsroom, send, sendStory } from '../../helpers/importNewsroom'
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

async function idOf(uri: string): Promise<string> {
  const { docs } = await newsroom.payload.find({ collection: 'articles', depth: 0, draft: true, where: { 'source.guid': { equals: uri } } })
  return String(docs[0]?.id)
}

describe('a kill that comes before its story', () => {
  const kill = (uri: string) => JSON.stringify({ uri, pubStatus: 'canceled', version: '2' })

  it.each([
    ['editor', 'editor', 'skipped'],
    ['editor', 'publisher', 'skipped'],
    ['publisher', 'publisher', 'skipped'],
    ['ingest', 'editor', 'draft'],
    ['ingest', 'publisher', 'published'],
  ] as const)('is remembered as far as its sender may withdraw: the kill of %s, the story of %s', async (one, two, becomes) => {
    const clients = { editor, ingest, publisher }
    const uri = `urn:early:${one}:${two}`
    expect((await send(clients[one], kill(uri))).outcome).toBe('skipped')
    for (const more of [{ version: '1' }, { version: '3', body_text: 'Newer words.' }]) {
      const { article, outcome } = await send(clients[two], item(uri, more), '&publish=true')
      expect(article?.status ?? outcome).toBe(becomes)
    }
  })

  it('is remembered by an id within a provider that it leaves out', async () => {
    await send(editor, kill('4711'))
    const report = await send(editor, item('4711', { provider: 'Agency Early' }), '&publish=true')
    expect([report.article?.status, report.notes.join()]).toEqual(['draft', expect.stringContaining('a withdrawal of it came before')])
  })

  it('is remembered when the article that it withdrew is gone', async () => {
    await send(editor, item('urn:early:gone'), '&publish=true')
    await send(editor, kill('urn:early:gone'))
    await newsroom.payload.delete({ collection: 'articles', id: await idOf('urn:early:gone') })
    expect((await send(editor, item('urn:early:gone', { version: '3' }), '&publish=true')).outcome).toBe('skipped')
  })
})

describe('a kill of a story that another client sent', () => {
  it.each(['ingest', 'ingest-publish'] as const)('is on the desk, and leaves the article alone, from a key with the scope %s (ingest I11)', async (scope) => {
    const uri = `urn:others:${scope}`
    await send(publisher, item(uri), '&publish=true')
    const id = await idOf(uri)
    const other = await aProgram(newsroom, [scope])
    const { body, status } = await other.sendBody<ImportAnswer>('/api/import', JSON.stringify({ uri, pubStatus: 'canceled' }))
    expect([status, body.reports[0]?.outcome]).toEqual([422, 'notWithdrawn'])
    expect(body.reports[0]?.errors[0]?.message).toContain('An editor has been told.')
    expect((await reader(newsroom.url).get(`/api/articles/${id}`)).status).toBe(200)
    expect(await killsOnDesk(editor)).toContain(id)
    await send(editor, JSON.stringify({ uri, pubStatus: 'canceled' }))
    expect(await killsOnDesk(editor)).not.toContain(id)
    expect((await send(other, JSON.stringify({ uri, pubStatus: 'canceled' }))).outcome).toBe('skipped')
  })

  it('tells nothing of an article that the key may not read (ingest I11)', async () => {
    await send(publisher, item('urn:others:secret', { headline: 'Secret headline' }))
    const id = await idOf('urn:others:secret')
    const report = await send(await aProgram(newsroom, ['ingest']), JSON.stringify({ uri: 'urn:others:secret', pubStatus: 'canceled' }))
    expect([report.outcome, report.article, report.notes]).toEqual(['notWithdrawn', undefined, []])
    expect(JSON.stringify(report)).not.toMatch(new RegExp(`Secret|${id}`))
    expect(await killsOnDesk(editor)).toContain(id)
  })

  it('waits while the article is in the trash (ingest I11)', async () => {
    const uri = 'urn:others:trash'
    await send(publisher, item(uri), '&publish=true')
    const id = await idOf(uri)
    await editor.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() })
    const report = await send(await aProgram(newsroom, ['ingest-publish']), JSON.stringify({ uri, pubStatus: 'canceled' }))
    expect([report.outcome, report.article]).toEqual(['notWithdrawn', undefined])
    expect((await editor.send('PATCH', `/api/articles/${id}?trash=true`, { deletedAt: null, _status: 'published' })).status).toBe(200)
    expect((await reader(newsroom.url).get(`/api/articles/${id}`)).status).toBe(200)
    expect(await killsOnDesk(editor)).toContain(id)
  })

  it.each(['the draft first', 'the kill first'])('waits while only a draft says that it is withdrawn: %s (ingest I11)', async (order) => {
    const uri = `urn:others:${order.replaceAll(' ', '-')}`
    await send(publisher, item(uri), '&publish=true')
    const id = await idOf(uri)
    const steps = [() => editor.send('PATCH', `/api/articles/${id}?draft=true`, { pubStatus: 'canceled' }), () => send(ingest, JSON.stringify({ uri, pubStatus: 'canceled' }))]
    for (const step of order === 'the draft first' ? steps : steps.reverse()) await step()
    expect((await reader(newsroom.url).get(`/api/articles/${id}`)).status).toBe(200)
    expect(await killsOnDesk(editor)).toContain(id)
    expect((await editor.send('PATCH', `/api/articles/${id}`, { pubStatus: 'canceled', _status: 'published' })).status).toBe(200)
    expect(await killsOnDesk(editor)).not.toContain(id)
  })

  it('withdraws the client’s own copy, and names the other one (ingest I11)', async () => {
    const uri = 'urn:others:both'
    await send(publisher, item(uri), '&publish=true')
    const theirs = await idOf(uri)
    const other = await aProgram(newsroom, ['ingest-publish'])
    const mine = (await send(other, item(uri, { body_text: 'Mine.' }), '&publish=true')).article?.id
    const report = await send(other, JSON.stringify({ uri, pubStatus: 'canceled' }))
    expect([report.outcome, report.article?.id]).toEqual(['notWithdrawn', theirs])
    expect((await reader(newsroom.url).get(`/api/articles/${String(mine)}`)).status).toBe(410)
    expect((await reader(newsroom.url).get(`/api/articles/${theirs}`)).status).toBe(200)
  })
})

describe('a kill of the newsroom’s own article, by its address in a feed of another site', () => {
  const feed = (address: string) => `<rss version="2.0"><channel><title>Agency</title><link>https://agency.example</link><item><guid>${address}</guid><title>KILL: It was wrong</title></item></channel></rss>`

  it.each(['editor', 'publisher'] as const)('is on the desk: sent by the %s (ingest I11)', async (who) => {
    const { docs } = await newsroom.payload.find({ collection: 'articles', limit: 1, where: { slug: { equals: 'lavrov-north-korea' } } })
    const article = docs[0]
    const client = { editor, publisher }[who]
    const address = `${siteOptions().siteUrl}/articles/${String(article?.slug)}`
    const { report } = await sendStory(client, 'name=copy.xml', feed(address))
    expect([report.outcome, report.article?.id]).toEqual(['notWithdrawn', who === 'editor' ? article?.id : undefined])
    expect(await killsOnDesk(editor)).toContain(article?.id)
    await editor.send('POST', `/api/articles/${String(article?.id)}/dismiss-withdrawal`, {})
    expect(await killsOnDesk(editor)).not.toContain(article?.id)
  })

  it('tells a key the same of an address that no article has', async () => {
    const told = async (slug: string) => {
      const { report, status } = await sendStory(publisher, 'name=copy.xml', feed(`${siteOptions().siteUrl}/articles/${slug}`))
      return { status, report: { ...report, file: '' } }
    }
    expect(await told('lavrov-north-korea')).toEqual(await told('nothing-is-here'))
  })
})

let count = 0

/** What an article needs beside its headline to be published. */
async function words(): Promise<object> {
  const { docs } = await newsroom.payload.find({ collection: 'articles', depth: 0, limit: 1, where: { slug: { equals: 'lavrov-north-korea' } } })
  const { body, bylines, section } = docs[0] ?? {}
  return { body, bylines: bylines?.map(({ author, role }) => ({ author, role })), section, publishedAt: '2026-01-01T00:00:00.000Z' }
}

describe('a kill that only a headline names', () => {
  it.each<[what: string, file: string, copy: (headline: string) => string]>([
    ['house copy with a day that is not clear', 'k.txt', (headline) => `MANDATORY KILL: ${headline}\n\nPublished: 11/12/2026\n\nIt was wrong.\n`],
    ['house copy without a day', 'k.txt', (headline) => `KILL: ${headline}\nPlease kill.\n`],
    ['Markdown', 'k.md', (headline) => `# KILL: ${headline}\n\nIt was wrong.\n`],
    ['front matter', 'k.md', (headline) => `---\ntitle: ${headline}\nstatus: killed\n---\n\nIt was wrong.\n`],
    ['RSS', 'k.xml', (headline) => `<rss version="2.0"><channel><title>F</title><item><title>KILL: ${headline}</title></item></channel></rss>`],
    ['ninjs', 'k.json', (headline) => JSON.stringify({ type: 'text', headline: `KILL: ${headline}` })],
  ])('tells a key nothing of an article that is under embargo: %s', async (_, file, copy) => {
    const hidden = `Merger of banks ${(count += 1).toString()}`
    const { body } = await editor.send<{ doc: { id: string } }>('POST', '/api/articles', { ...(await words()), headline: hidden, embargoUntil: '2099-01-01T00:00:00.000Z', _status: 'published' })
    const told = async (headline: string) => {
      const { report, status } = await sendStory(ingest, `name=${file}&dryRun=true`, copy(headline))
      return { status, outcome: report.outcome, errors: report.errors }
    }
    expect(body.doc.id).toBeTypeOf('string')
    expect(await told(hidden)).toEqual(await told(`Nothing of the kind ${String(count)}`))
  })
})
