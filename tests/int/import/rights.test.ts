import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../../src/articles/plainText'
import { aProgram } from '../../helpers/apiClients'
import type { Refusal } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import { item, killsOnDesk, openImportNewsroom, send } from '../../helpers/importNewsroom'
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

async function wordsOf(uri: string, draft: boolean): Promise<string[]> {
  return paragraphsOf((await newsroom.payload.findByID({ collection: 'articles', id: await idOf(uri), draft })).body)
}

describe('a key with the scope ingest', () => {
  it('changes nothing that readers see, and withdraws nothing (security A3)', async () => {
    const uri = 'urn:agency:a3'
    expect((await send(editor, item(uri), '&publish=true')).article?.status).toBe('published')
    const id = await idOf(uri)
    expect((await send(ingest, item(uri, { body_text: 'Other words.' }))).outcome).toBe('conflict')
    expect(await wordsOf(uri, false)).toEqual(['First words.'])
    expect(await wordsOf(uri, true)).toEqual(['First words.'])
    const { body, status } = await ingest.sendBody<ImportAnswer>('/api/import', JSON.stringify({ uri, pubstatus: 'canceled' }))
    expect([status, body.reports[0]?.outcome, body.summary.counts.notWithdrawn]).toEqual([422, 'notWithdrawn', 1])
    expect((await reader(newsroom.url).get(`/api/articles/${id}`)).status).toBe(200)
    expect(await killsOnDesk(editor)).toEqual([id])
    expect((await send(editor, JSON.stringify({ uri, pubstatus: 'canceled', edNote: 'It is wrong.' }))).outcome).toBe('withdrawn')
    const gone = await reader(newsroom.url).get<{ errors: { message: string }[] }>(`/api/articles/${id}`)
    expect([gone.status, gone.body.errors[0]?.message]).toEqual([410, 'It is wrong.'])
    expect(await killsOnDesk(editor)).toEqual([])
  })

  it('makes no author, section or tag (security A3)', async () => {
    const report = await send(ingest, item('urn:agency:names', { infoSources: [{ name: 'Nobody Known', role: 'reporter' }], subjects: [{ name: 'Nowhere', rel: 'section' }, { name: 'Nothing' }] }))
    expect([report.outcome, report.made]).toEqual(['created', []])
    expect(report.notes.join()).toContain('Nobody Known')
    for (const [collection, name] of [['authors', 'Nobody Known'], ['sections', 'Nowhere'], ['tags', 'Nothing']] as const) {
      expect((await newsroom.payload.count({ collection, where: { name: { equals: name } } })).totalDocs).toBe(0)
    }
  })

  it('updates its own draft', async () => {
    const uri = 'urn:agency:draft'
    expect((await send(ingest, item(uri))).outcome).toBe('created')
    expect((await send(ingest, item(uri, { body_text: 'Better words.' }))).outcome).toBe('updated')
    expect(await wordsOf(uri, true)).toEqual(['Better words.'])
  })

  it('never takes the article of another client for its own', async () => {
    const uri = 'urn:agency:shared'
    await send(ingest, item(uri))
    const other = await aProgram(newsroom, ['ingest'])
    expect((await send(other, item(uri, { body_text: 'Of somebody else.' }))).outcome).toBe('created')
    expect((await newsroom.payload.count({ collection: 'articles', where: { 'source.guid': { equals: uri } } })).totalDocs).toBe(2)
  })

  it('saves no draft over what an editor has changed (security A17)', async () => {
    const { body, status } = await ingest.sendBody<Refusal>('/api/import?onConflict=draft', item('urn:agency:a17'))
    expect(status).toBe(403)
    expect(body.errors[0]?.message).toBe('Editors decide on conflicts: leave out onConflict=draft.')
  })

  it.each(['&dryRun=true', ''])('is told nothing of an article that it may not read, with "%s" (security A5)', async (query) => {
    const uri = `urn:agency:a5${query}`
    await send(editor, item(uri), '&publish=true')
    const id = await idOf(uri)
    await newsroom.payload.update({ collection: 'articles', id, data: { headline: 'Secret headline' }, draft: true })
    const shown = await send(ingest, item(uri, { body_text: 'Mine.' }), query)
    expect(JSON.stringify(shown)).not.toContain('Secret')
    await newsroom.payload.update({ collection: 'articles', id, data: { pubStatus: 'withheld', _status: 'published' } })
    const hidden = await send(ingest, item(uri, { body_text: 'Mine.' }), query)
    expect(hidden.article).toBeUndefined()
    expect(JSON.stringify(hidden)).not.toMatch(new RegExp(`Secret|${id}`))
  })
})

describe('what an editor has approved', () => {
  it.each([
    ['ingest', 'ready'],
    ['ingest', 'scheduled'],
    ['editor', 'ready'],
    ['editor', 'scheduled'],
  ] as const)('is not changed by an import of %s when it is %s (security A4)', async (who, how) => {
    const uri = `urn:agency:a4-${who}-${how}`
    await send(ingest, item(uri))
    const id = await idOf(uri)
    await editor.send('PATCH', `/api/articles/${id}`, { stage: 'ready', section: await sectionId(), bylines: [{ author: await authorId(), role: 'reporter' }] }, { draft: true })
    if (how === 'scheduled') {
      const at = new Date(Date.now() + 3_600_000).toISOString()
      expect((await editor.send('POST', `/api/articles/${id}/schedule`, { type: 'publish', at })).status).toBeLessThan(300)
    }
    for (const query of who === 'editor' ? ['', '&publish=true', '&onConflict=draft'] : ['']) {
      expect((await send(who === 'editor' ? editor : ingest, item(uri, { body_text: 'Swapped.' }), query)).outcome).toBe('conflict')
    }
    expect(await newsroom.payload.findByID({ collection: 'articles', id, draft: true })).toMatchObject({ stage: 'ready', _status: 'draft' })
    expect(await wordsOf(uri, true)).toEqual(['First words.'])
  })
})

describe('a key with the scope ingest-publish', () => {
  it('publishes, updates and withdraws what it sent (security A3)', async () => {
    const uri = 'urn:agency:own'
    expect((await send(publisher, item(uri), '&publish=true')).article?.status).toBe('published')
    expect((await send(publisher, item(uri, { body_text: 'Corrected.' }), '&publish=true')).outcome).toBe('updated')
    expect(await wordsOf(uri, false)).toEqual(['Corrected.'])
    expect((await send(publisher, JSON.stringify({ uri, pubStatus: 'canceled' }))).outcome).toBe('withdrawn')
    expect((await reader(newsroom.url).get(`/api/articles/${await idOf(uri)}`)).status).toBe(410)
  })

  it('has its changes of published copy in the log, by name', async () => {
    const { docs } = await newsroom.payload.find({ collection: 'article-events', depth: 0, where: { and: [{ article: { equals: await idOf('urn:agency:own') } }, { kind: { equals: 'import' } }] } })
    expect(docs.map(({ who }) => who)).toEqual(['Import: A program', 'Import: A program'])
  })

  it('touches nothing that somebody else sent', async () => {
    const uri = 'urn:agency:theirs'
    await send(editor, item(uri), '&publish=true')
    expect((await send(publisher, item(uri, { body_text: 'Other.' }), '&publish=true')).outcome).toBe('conflict')
    expect((await send(publisher, JSON.stringify({ uri, pubStatus: 'canceled' }))).outcome).toBe('notWithdrawn')
    expect(await wordsOf(uri, false)).toEqual(['First words.'])
  })
})

async function sectionId(): Promise<string> {
  return String((await newsroom.payload.find({ collection: 'sections', limit: 1 })).docs[0]?.id)
}

async function authorId(): Promise<string> {
  return String((await newsroom.payload.find({ collection: 'authors', limit: 1 })).docs[0]?.id)
}

describe('the log of a story that an import publishes', () => {
  it('begins with its publication (reports on F4)', async () => {
    await send(publisher, item('urn:log:published'), '&publish=true')
    await send(publisher, item('urn:log:embargo', { embargoed: '2099-01-01T00:00:00Z' }), '&publish=true')
    await send(publisher, item('urn:log:draft'))
    const kinds = async (uri: string) => {
      const { docs } = await newsroom.payload.find({ collection: 'article-events', depth: 0, sort: 'createdAt', where: { article: { equals: await idOf(uri) } } })
      return docs.flatMap(({ kind, to }) => (kind === 'publication' ? [to] : []))
    }
    expect([await kinds('urn:log:published'), await kinds('urn:log:embargo'), await kinds('urn:log:draft')]).toEqual([['published'], ['embargoed'], []])
  })
})
