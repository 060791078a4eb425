import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportArticles } from '../../../src/export/exportArticles'
import type { ExportFormat } from '../../../src/export/formats'
import { articleUri } from '../../../src/formats/urls'
import { siteOptions } from '../../../src/formats/syndication/site'
import type { StoryReport } from '../../../src/ingest/save/types'
import { aProgram } from '../../helpers/apiClients'
import { publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { Client } from '../../helpers/client'
import { countAll, outcomes } from '../../helpers/imports'
import type { ImportAnswer, TestFile } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { fillNewsroom } from '../out/newsdesk'
import type { Newsdesk } from '../out/newsdesk'

let newsroom: TestNewsroom
let desk: Newsdesk
let folder: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = await fillNewsroom(newsroom)
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-own-'))
})
afterAll(async () => {
  await newsroom.close()
  await rm(folder, { force: true, recursive: true })
})

/** Sends files to the import as an editor does, and says what became of their stories. */
async function send(files: readonly TestFile[], client: Client = desk.editor, query = '?publish=true'): Promise<StoryReport[]> {
  const form = new FormData()
  for (const { content, name } of files) form.append('file', new Blob([content.toString()]), name)
  return (await client.sendBody<ImportAnswer>(`/api/import${query}`, form)).body.reports
}

const distinctOutcomes = (reports: readonly StoryReport[]) => [...new Set(outcomes(reports))]

async function exported(format: ExportFormat): Promise<TestFile[]> {
  const into = await mkdtemp(path.join(folder, format))
  const query = { format, section: null, since: null, status: 'all' } as const
  const run = exportArticles(newsroom.payload, { folder: into, query, resume: false, site: siteOptions() })
  while (!(await run.next()).done);
  const names = (await readdir(into)).filter((name) => name !== 'manifest.json')
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(path.join(into, name), 'utf8') })))
}

/** What readers are given at an address. */
async function given(address: string): Promise<TestFile> {
  const response = await fetch(`${newsroom.url}${address}`)
  return { name: path.basename(address), content: await response.text() }
}

describe('what this newsroom gave out itself', () => {
  const wholes = [
    ...(['ninjs', 'markdown', 'jsonl'] as const).map((format) => [`an export as ${format}`, () => exported(format)] as const),
    ...['/feeds/rss.xml', '/feeds/atom.xml', '/feeds/tags/peace/rss.xml'].map((address) => [address, async () => [await given(address)]] as const),
    ['ninjs of an article', async () => [await given(`/api/articles/${desk.open.slug}/ninjs`)]] as const,
    ['ninjs of a withdrawn article', async () => [await given(`/api/articles/${desk.withdrawn.slug}/ninjs`)]] as const,
  ] as const

  it.each(wholes)('is no new article when it comes in again: %s', async (_, files) => {
    const before = await countAll(newsroom.payload)
    const reports = await send(await files())
    expect(distinctOutcomes(reports)).toEqual(['skipped'])
    expect(await countAll(newsroom.payload)).toMatchObject({ articles: before.articles, versions: before.versions, tags: before.tags })
  })

  it.each([
    ['ninjs', async () => [await given(`/api/articles/${desk.open.slug}/ninjs`)], 'The first words.'],
    ['Markdown', async () => (await exported('markdown')).filter(({ name }) => name.startsWith(desk.open.slug)), 'The first words.'],
    ['Atom', async () => [await given('/feeds/atom.xml')], 'The first words.'],
  ] as const)('is a conflict with the article when it was changed outside, and skipped when the article is newer: %s', async (_, files, words) => {
    const before = await countAll(newsroom.payload)
    const [file] = await files()
    const changed = { name: file?.name ?? '', content: (file?.content ?? '').toString().replaceAll(words, 'Other words.') }
    const [conflict] = await send([changed])
    expect([conflict?.outcome, conflict?.article?.id]).toEqual(['conflict', desk.open.id])
    await republish(desk.editor, desk.open.id, { standfirst: `Newer ${words} ${crypto.randomUUID()}` })
    const [older] = await send([changed])
    expect([older?.outcome, older?.notes.join()]).toEqual(['skipped', expect.stringContaining('An older version')])
    expect((await countAll(newsroom.payload)).articles).toBe(before.articles)
  })

  it.each([
    ['with its id', (feed: string) => feed],
    ['in other letters', (feed: string) => feed.replaceAll('>tag:', '>TAG:')],
    ['with its address as the id', (feed: string) => feed.replace(/<guid[^>]*>[^<]*<\/guid>/g, '').replace(/<link>([^<]*\/articles\/[^<]*)<\/link>/g, '<link>https://planet.example/1</link><guid>$1?utm_source=planet</guid>')],
    ['with its address alone', (feed: string) => feed.replace(/<guid[^>]*>[^<]*<\/guid>/g, '')],
    ['with its address and another id', (feed: string) => feed.replace(/<guid[^>]*>[^<]*<\/guid>/g, '<guid isPermaLink="false">planet-1</guid>')],
  ])('is not brought in from a feed of another site that took it over, whatever became of it: %s', async (_, changed) => {
    const { body: sections } = await desk.editor.get<{ docs: { id: string }[] }>('/api/sections')
    const section = sections.docs[0]?.id
    const headline = `Taken over ${crypto.randomUUID()}`
    const taken = await publishArticle(desk.editor, { headline, section })
    const { content, name } = await given('/feeds/rss.xml')
    const site = siteOptions().siteUrl
    const foreign = changed(content.toString().replace(`<link>${site}</link>`, '<link>https://planet.example/</link>').replaceAll('<p>', '<p>Of the planet. '))
    expect(foreign).toContain(headline)
    const before = await countAll(newsroom.payload)
    const states = [() => undefined, () => desk.editor.send('POST', `/api/articles/${taken.id}/unpublish`, {}), () => desk.editor.send('PATCH', `/api/articles/${taken.id}`, { deletedAt: new Date().toISOString() })]
    for (const change of states) {
      await change()
      expect(distinctOutcomes(await send([{ name, content: foreign }]))).toEqual(['skipped'])
    }
    expect((await countAll(newsroom.payload)).articles).toBe(before.articles)
  })

  it.each(['slug', 'id'] as const)('is not brought in by its address with the %s, from another feed or file', async (part) => {
    const section = (await desk.editor.get<{ docs: { id: string }[] }>('/api/sections')).body.docs[0]?.id
    const taken = await publishArticle(desk.editor, { headline: `Taken by its ${part} ${crypto.randomUUID()}`, section })
    const address = `${siteOptions().siteUrl.replace(/\/$/, '')}/articles/${taken[part]}`
    const before = await countAll(newsroom.payload)
    const files = [
      `<rss><channel><title>Planet</title><link>https://planet.example/</link><item><title>A</title><link>${address}</link><description>Words.</description></item></channel></rss>`,
      `<rss><channel><title>Planet</title><link>https://planet.example/</link><item><title>A</title><guid>${address}</guid><description>Words.</description></item></channel></rss>`,
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><link href="https://planet.example/"/><entry><id>urn:planet:${part}</id><title>A</title><link href="${address}"/><content>Words.</content></entry></feed>`,
      `---\ntitle: A\ncanonical: ${address}\n---\nWords.\n`,
    ]
    for (const content of files) expect(distinctOutcomes(await send([{ name: 'copy', content }])), content).toEqual(['skipped'])
    expect((await countAll(newsroom.payload)).articles).toBe(before.articles)
  })

  it('refuses its own JSON Feed, which is not read', async () => {
    const feed = await given('/feeds/feed.json')
    const { body, status } = await desk.editor.sendBody<ImportAnswer>('/api/import?publish=true', feed.content.toString())
    expect([status, body.reports.map(({ outcome, errors }) => [outcome, errors[0]?.message])]).toEqual([422, [['failed', expect.stringContaining('This is a JSON Feed')]]])
  })

  it('comes back with a slug that has the word embargo (ingest I2)', async () => {
    const { body: sections } = await desk.editor.get<{ docs: { id: string }[] }>('/api/sections')
    const article = await publishArticle(desk.editor, { headline: 'Embargo on Russian oil', slug: 'embargo-on-russian-oil', section: sections.docs[0]?.id })
    const file = await given(`/api/articles/${article.id}/ninjs`)
    await newsroom.payload.delete({ collection: 'articles', id: article.id })
    const [report] = await send([file])
    expect([report?.outcome, report?.article?.status, report?.article?.slug]).toEqual(['created', 'published', 'embargo-on-russian-oil'])
  })

  it('stays what its agency knows it by when a file of it was changed outside', async () => {
    const copy = (version: number, words: string) => JSON.stringify({ uri: 'urn:agency:own', version: String(version), headline: 'Of an agency', body_text: words, byline: 'Ann Ames', contentCreated: '2024-04-05T09:00:00Z', subjects: [{ name: 'World', rel: 'section' }] })
    const [first] = await send([{ name: 'a.json', content: copy(1, 'One.') }])
    const own = await given(`/api/articles/${String(first?.article?.id)}/ninjs`)
    const [updated] = await send([{ name: 'own.json', content: own.content.toString().replaceAll('One.', 'Put right.') }])
    expect([updated?.outcome, updated?.article?.id]).toEqual(['updated', first?.article?.id])
    const [next] = await send([{ name: 'a.json', content: copy(2, 'Two.') }])
    expect([next?.outcome, next?.article?.id]).toEqual(['updated', first?.article?.id])
  })

  it('does not withdraw again what was brought back since', async () => {
    const notice = await given(`/api/articles/${desk.withdrawn.slug}/ninjs`)
    const whole = (await exported('markdown')).filter(({ name }) => name.startsWith(desk.withdrawn.slug))
    await republish(desk.editor, desk.withdrawn.id, { pubStatus: 'usable' })
    expect(distinctOutcomes(await send([notice, ...whole]))).toEqual(['skipped'])
    expect((await fetch(`${newsroom.url}/api/articles/${desk.withdrawn.id}`)).status).toBe(200)
  })

  it('withdraws no draft of an editor for a program, whatever id that names', async () => {
    const program = await aProgram(newsroom, ['ingest-publish'])
    const draft = desk.hidden.draft.id
    await saveDraft(desk.editor, draft, { standfirst: 'Still here.' })
    const kill = JSON.stringify({ uri: articleUri(draft, siteOptions()), pubStatus: 'canceled' })
    expect(distinctOutcomes(await send([{ name: 'kill.json', content: kill }], program, ''))).toEqual(['notWithdrawn'])
    expect(await newsroom.payload.findByID({ collection: 'articles', id: draft, draft: true })).toMatchObject({ pubStatus: 'usable' })
  })

  it('is not brought back, doubled or withdrawn by another program than the one that sent it', async () => {
    const [one, other] = [await aProgram(newsroom, ['ingest-publish']), await aProgram(newsroom, ['ingest-publish'])]
    const copy = JSON.stringify({ uri: 'urn:agency:taken-down', headline: 'Taken down', body_text: 'Gone.', byline: 'Ann Ames', contentCreated: '2024-04-05T09:00:00Z', subjects: [{ name: 'World', rel: 'section' }] })
    const [sent] = await send([{ name: 'a.json', content: copy }], one)
    const id = String(sent?.article?.id)
    const out = await Promise.all(['/feeds/rss.xml?limit=100', '/feeds/atom.xml?limit=100', `/api/articles/${id}/ninjs`].map(given))
    for (const file of out) expect(file.content).toContain(id)
    const before = await countAll(newsroom.payload)
    expect(distinctOutcomes(await send(out, other))).toEqual(['skipped'])
    await desk.editor.send('POST', `/api/articles/${id}/unpublish`, {})
    expect(distinctOutcomes(await send(out, other))).toEqual(['skipped'])
    expect((await countAll(newsroom.payload)).articles).toBe(before.articles)
    const nobodys = id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    for (const named of [id, nobodys]) {
      const kill = JSON.stringify({ uri: articleUri(named, siteOptions()), pubStatus: 'canceled' })
      expect(distinctOutcomes(await send([{ name: 'kill.json', content: kill }], other, ''))).toEqual(['notWithdrawn'])
    }
  })
})
