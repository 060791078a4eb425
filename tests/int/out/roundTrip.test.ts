import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { exportArticles } from '../../../src/export/exportArticles'
import type { ExportFormat } from '../../../src/export/formats'
import { siteOptions } from '../../../src/formats/syndication/site'
import { paragraphsOf } from '../../../src/articles/plainText'
import { countAll, houseCopy, importFiles } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let folder: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-round-trip-'))
})
afterAll(async () => {
  await newsroom.close()
  await rm(folder, { force: true, recursive: true })
})

/** Every file of an export of all there is, the manifest included. */
async function exported(name: string, format: ExportFormat): Promise<{ name: string; content: string }[]> {
  const into = path.join(folder, name)
  const query = { format, section: null, since: null, status: 'all' } as const
  const run = exportArticles(newsroom.payload, { folder: into, query, resume: false, site: siteOptions() })
  while (!(await run.next()).done);
  const names = (await readdir(into)).sort()
  return Promise.all(names.map(async (file) => ({ name: file, content: await readFile(path.join(into, file), 'utf8') })))
}

async function emptyNewsroom(): Promise<void> {
  for (const collection of ['articles', 'tags', 'sections', 'authors'] as const) {
    await newsroom.payload.delete({ collection, where: { id: { exists: true } }, trash: true })
  }
}

/** What two newsrooms do not have alike: ids, addresses of what is named, and when something was saved there. */
const OWN = /"(?:uri|version|versionCreated|firstCreated)": ?"[^"]*",?\s*|^(?:uri|updatedAt): .*\n/gm

function comparable(files: readonly { name: string; content: string }[]): Record<string, string> {
  const articles = files.filter(({ name }) => name !== 'manifest.json')
  return Object.fromEntries(articles.map(({ content, name }) => [name, content.replace(OWN, '')]))
}

describe('a newsroom that was taken out', () => {
  it.each(['ninjs', 'markdown', 'jsonl'] as const)('as %s and brought into an empty one is the same newsroom', async (format) => {
    await emptyNewsroom()
    await seedNewsroom(newsroom.payload)
    await importFiles(newsroom.payload, [
      { name: '1.txt', content: houseCopy({ headline: 'A story with “quotes” & more', section: 'Fresh section - Ann Lee and Bo Cy' }) },
      { name: '2.txt', content: houseCopy({ headline: '-', body: ['It has no headline yet.'] }) },
      {
        name: '3.md',
        content:
          '---\ntitle: A third\ndate: 2024-04-05\nauthors: [Ann Lee]\nsection: Politics\ntags: [Fish]\ncorrections:\n  - {kind: correction, text: Four, correctedAt: 2024-04-06T08:00:00Z}\n---\n\n## Words\n\nSome **bold** [ones](https://a.example/).\n\n- one\n- two\n',
      },
    ])
    const before = await exported(`${format}-before`, format)
    const manifest: { losses?: string[] } = JSON.parse(before.find(({ name }) => name === 'manifest.json')?.content ?? '{}')
    // (ingest I10)
    expect(manifest.losses?.join()).toMatch(/first published[^]*aliases[^]*job titles[^]*empty paragraphs/)
    await emptyNewsroom()
    const { summary } = await importFiles(newsroom.payload, before)
    expect(summary.counts).toMatchObject({ created: 4, skipped: 1, failed: 0 })
    expect(comparable(await exported(`${format}-after`, format))).toEqual(comparable(before))
  })

  it.each(['ninjs', 'markdown', 'jsonl'] as const)('as %s keeps the text of what was withdrawn, as a draft, and gives an undated draft no date', async (format) => {
    await emptyNewsroom()
    await seedNewsroom(newsroom.payload)
    const { docs } = await newsroom.payload.find({ collection: 'articles', depth: 0 })
    const id = docs[0]?.id ?? ''
    const words = paragraphsOf(docs[0]?.body)
    await newsroom.payload.update({ collection: 'articles', id, data: { pubStatus: 'canceled', _status: 'published' } })
    await newsroom.payload.create({ collection: 'articles', data: { headline: 'Undated', slug: '2024-04-05-undated' }, draft: true })
    const files = await exported(`${format}-withdrawn`, format)
    await emptyNewsroom()
    for (const outcome of ['created', 'skipped']) {
      const { reports } = await importFiles(newsroom.payload, files)
      expect(reports.filter(({ article }) => article).map((report) => report.outcome)).toEqual([outcome, outcome])
    }
    const found = await newsroom.payload.find({ collection: 'articles', depth: 0, draft: true })
    const story = found.docs.find(({ headline }) => headline === docs[0]?.headline)
    const undated = found.docs.find(({ headline }) => headline === 'Undated')
    expect(story).toMatchObject({ _status: 'draft', pubStatus: 'canceled', slug: docs[0]?.slug, standfirst: docs[0]?.standfirst })
    expect(paragraphsOf(story?.body)).toEqual(words)
    expect([undated?.headline, undated?.publishedAt ?? null]).toEqual(['Undated', null])
  })

  it('gets what it withdrew also after a notice of the withdrawal, which alone makes no article', async () => {
    const files = await exported('jsonl-noticed', 'jsonl')
    await emptyNewsroom()
    const notices = files.map(({ content, name }) => ({ name, content: content.replaceAll('"representationType":"full"', '"representationType":"partial"') }))
    await importFiles(newsroom.payload, notices)
    const { articles = 0 } = await countAll(newsroom.payload)
    await importFiles(newsroom.payload, files)
    expect((await countAll(newsroom.payload)).articles).toBe(articles + 1)
  })
})
