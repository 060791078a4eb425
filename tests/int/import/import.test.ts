import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { paragraphsOf } from '../../../src/articles/plainText'
import { plainToLexical } from '../../../src/ingest/lexical'
import { readStories } from '../../../src/ingest/save/readStories'
import type { Source } from '../../../src/ingest/save/readStories'
import { articleIdOf, countAll, houseCopy, importFiles } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
})
afterAll(() => newsroom.close())

async function articleOf(id: string) {
  return newsroom.payload.findByID({ collection: 'articles', id, draft: true, depth: 1 })
}

describe('house copy', () => {
  it('becomes a published article, its references found whatever their spelling, and every line accounted for', async () => {
    const before = await countAll(newsroom.payload)
    const copy = houseCopy({ headline: 'Becomes an article', section: 'POLITICAL section - cj Journalist', editors: 'Huxiana' })
    const { reports, summary } = await importFiles(newsroom.payload, [{ name: 'a.txt', content: copy }])
    const [report] = reports
    expect(summary.counts.created).toBe(1)
    expect(report?.article?.status).toBe('published')
    expect(report?.account.map(({ at, to }) => `${at} ${to}`)).toEqual([
      'line 1 headline',
      'line 2 publishedAt',
      'line 3 standfirst',
      'line 4 bylines',
      'line 5 section, bylines',
      'line 6 dateline',
      'line 7 body',
      'line 8 body',
    ])
    const article = await articleOf(articleIdOf(reports[0]))
    expect(article).toMatchObject({
      section: { slug: 'politics' },
      bylines: [
        { author: { slug: 'cj-journalist' }, role: 'reporter' },
        { author: { slug: 'huxiana' }, role: 'editor' },
      ],
    })
    const after = await countAll(newsroom.payload)
    expect(after).toMatchObject({ authors: before.authors, sections: before.sections, tags: before.tags })
  })

  it('of the seeded article is known already', async () => {
    const content = await readFile('seed/articles/lavrov-north-korea.txt')
    const { reports } = await importFiles(newsroom.payload, [{ name: 'lavrov.txt', content }])
    expect(reports[0]).toMatchObject({ outcome: 'skipped', article: { slug: 'lavrov-north-korea' } })
  })

  it('that comes in again is skipped, without a new version', async () => {
    const file = { name: 'again.txt', content: houseCopy({ headline: 'Comes in again' }) }
    await importFiles(newsroom.payload, [file])
    const { versions } = await countAll(newsroom.payload)
    const { reports } = await importFiles(newsroom.payload, [file, { ...file, content: file.content.replaceAll('\n', '\r\n') }])
    expect(reports.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped'])
    expect((await countAll(newsroom.payload)).versions).toBe(versions)
  })

  it('that has changed makes a new version of its article, which keeps its slug', async () => {
    const first = await importFiles(newsroom.payload, [{ name: 'c.txt', content: houseCopy({ headline: 'It has changed' }) }])
    const changed = houseCopy({ headline: 'It has changed', body: ['Ministers met again.'] })
    const second = await importFiles(newsroom.payload, [{ name: 'c.txt', content: changed }])
    expect(second.reports[0]).toMatchObject({ outcome: 'updated', article: { id: articleIdOf(first.reports[0]), slug: 'it-has-changed' } })
    const article = await articleOf(articleIdOf(second.reports[0]))
    expect(paragraphsOf(article.body)).toEqual(['Ministers met again.'])
    expect(article._status).toBe('published')
  })

  it('that has changed, as an editor has the article, is a conflict: left alone, or saved as a draft when asked to', async () => {
    const headline = 'Edited by hand'
    const { reports } = await importFiles(newsroom.payload, [{ name: 'd.txt', content: houseCopy({ headline }) }])
    const id = articleIdOf(reports[0])
    await newsroom.payload.update({
      collection: 'articles',
      id,
      data: { body: plainToLexical(['The editor’s words.']), _status: 'published' },
    })
    const file = { name: 'd.txt', content: houseCopy({ headline, body: ['The agency’s new words.'] }) }
    const kept = await importFiles(newsroom.payload, [file])
    expect(kept.reports[0]?.outcome).toBe('conflict')
    expect(paragraphsOf((await articleOf(id)).body)).toEqual(['The editor’s words.'])

    const drafted = await importFiles(newsroom.payload, [file], { onConflict: 'draft' })
    expect(drafted.reports[0]?.outcome).toBe('conflict')
    expect(paragraphsOf((await articleOf(id)).body)).toEqual(['The agency’s new words.'])
    const published = await newsroom.payload.findByID({ collection: 'articles', id })
    expect(paragraphsOf(published.body)).toEqual(['The editor’s words.'])
  })

  it('without a headline is a draft called by its first sentence, even when it is to be published', async () => {
    const { reports } = await importFiles(newsroom.payload, [{ name: 'e.txt', content: houseCopy({ headline: '-', body: ['No headline here.'] }) }])
    expect(reports[0]).toMatchObject({ outcome: 'created', article: { status: 'draft', headline: 'The lead of the story.' } })
    expect(reports[0]?.notes.join(' ')).toContain('There is no headline')
  })

  it('is a draft unless it is to be published', async () => {
    const { reports } = await importFiles(newsroom.payload, [{ name: 'f.txt', content: houseCopy({ headline: 'A draft' }) }], { publish: false })
    expect(reports[0]?.article?.status).toBe('draft')
    const again = await importFiles(newsroom.payload, [{ name: 'f.txt', content: houseCopy({ headline: 'A draft' }) }])
    expect(again.reports[0]).toMatchObject({ outcome: 'updated', article: { status: 'published' } })
  })

  it.each([
    ['UTF-8 with a byte order mark', 'utf-8', Buffer.from('\ufeff' + houseCopy({ headline: 'In UTF-8' }))],
    ['UTF-16', 'utf-16le', Buffer.from('\ufeff' + houseCopy({ headline: 'In UTF-16' }), 'utf16le')],
    ['Windows-1252', 'windows-1252', Buffer.from(houseCopy({ headline: 'Café in Windows' }), 'latin1')],
  ])('in %s is read, and its original kept', async (_, encoding, content) => {
    const { reports } = await importFiles(newsroom.payload, [{ name: 'g.txt', content }])
    const { source } = await articleOf(articleIdOf(reports[0]))
    expect(source?.encoding).toContain(encoding)
    expect(source?.checksum).toBe(createHash('sha256').update(content).digest('hex'))
  })
})

describe('references', () => {
  it('that are not there are made once, also by stories of one batch', async () => {
    const files = ['One', 'Two', 'Three'].map((name) => ({
      name: `${name}.txt`,
      content: houseCopy({ headline: `${name} names somebody new`, section: 'Gardens section - Åsa Ström', editors: 'ASA STROM' }),
    }))
    const { reports } = await importFiles(newsroom.payload, files)
    expect(reports.map(({ made }) => made)).toEqual([['sections: Gardens', 'authors: Åsa Ström'], [], []])
    const { totalDocs } = await newsroom.payload.count({ collection: 'authors', where: { slug: { equals: 'asa-strom' } } })
    expect(totalDocs).toBe(1)
  })

  it('that are not there and may not be made are refused, all named at once, and leave nothing', async () => {
    const before = await countAll(newsroom.payload)
    const content = houseCopy({ headline: 'Names strangers', section: 'Nowhere section - Nobody Known', editors: 'Nobody Else' })
    const { reports } = await importFiles(newsroom.payload, [{ name: 'h.txt', content }], { create: false })
    expect(reports[0]?.outcome).toBe('failed')
    expect(reports[0]?.errors[0]?.message).toMatch(/section "Nowhere".*author "Nobody Known".*author "Nobody Else"/)
    const after = await countAll(newsroom.payload)
    expect({ ...after, imports: 0, 'import-items': 0 }).toEqual({ ...before, imports: 0, 'import-items': 0 })
  })
})

describe('a batch', () => {
  it('goes on past bad files: each gets one error with its place, the others are in', async () => {
    const { reports, summary } = await importFiles(newsroom.payload, [
      { name: 'good-1.txt', content: houseCopy({ headline: 'The first good one' }) },
      { name: 'date.txt', content: houseCopy({ headline: 'A bad date', published: '03/04/2023' }) },
      { name: 'empty.txt', content: '' },
      { name: 'binary.bin', content: Uint8Array.from([0, 1, 2, 3, 255, 254, 0]) },
      { name: 'broken.json', content: '{"uri": "x", ' },
      { name: 'good-2.txt', content: houseCopy({ headline: 'The second good one' }) },
    ])
    expect(reports.map(({ file, outcome }) => `${file} ${outcome}`)).toEqual([
      'good-1.txt created',
      'date.txt failed',
      'empty.txt failed',
      'binary.bin failed',
      'broken.json failed',
      'good-2.txt created',
    ])
    expect(reports[1]?.errors[0]).toMatchObject({ line: 2, message: expect.stringContaining('03/04/2023') })
    expect(summary).toMatchObject({ files: 6, counts: { created: 2, failed: 4 } })
  })

  it('says what to do with what is no story, or none that can be kept', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await readFile('/')
    }
    const refused = async (source: Source) => {
      for await (const parsed of readStories(source)) if ('report' in parsed) return parsed.report
      return undefined
    }
    expect(await refused({ name: 'folder', chunks: broken() })).toMatchObject({ outcome: 'failed', errors: [{ message: expect.stringContaining('EISDIR') }] })
    const { reports } = await importFiles(newsroom.payload, [
      { name: 'a.pdf', content: '%PDF-1.4\n1 0 obj' },
      { name: 'nothing.json', content: '{"uri": "urn:x:nothing", "version": "1"}' },
      { name: 'endless.txt', content: houseCopy({ headline: 'Endless', body: ['x'.repeat(2_100_000)] }) },
      { name: 'manifest.json', content: JSON.stringify({ format: 'ninjs', section: null, since: null, status: 'all', files: [] }) },
      { name: 'long.txt', content: houseCopy({ headline: 'Long', body: ['x'.repeat(100_000)] }) },
    ])
    expect(reports.map(({ errors, notes, outcome }) => [outcome, errors[0]?.message ?? notes.at(-1)])).toEqual([
      ['failed', 'This is a PDF: save the story as plain text (UTF-8) or Markdown.'],
      ['failed', 'There is neither a headline nor a text: give the story one of them.'],
      ['failed', 'The text is longer than 1,000,000 characters; split it into several stories.'],
      ['skipped', 'Left out: it lists the files of an export, and is no story.'],
      ['created', undefined],
    ])
  })

  it('leaves nothing of a story that the database refuses, and loses none of the others', async () => {
    const before = await countAll(newsroom.payload)
    const { reports } = await importFiles(newsroom.payload, [
      { name: 'before.txt', content: houseCopy({ headline: 'Before the refused one' }) },
      { name: 'long.txt', content: houseCopy({ headline: 'x'.repeat(301), section: 'Fresh section - Fresh Face' }) },
      { name: 'after.txt', content: houseCopy({ headline: 'After the refused one' }) },
    ])
    expect(reports.map(({ outcome }) => outcome)).toEqual(['created', 'failed', 'created'])
    const after = await countAll(newsroom.payload)
    expect(after.articles).toBe((before.articles ?? 0) + 2)
    expect(after).toMatchObject({ authors: before.authors, sections: before.sections })
  })
})

describe('a dry run', () => {
  it('reports the same and writes nothing', async () => {
    const before = await countAll(newsroom.payload)
    const files = [{ name: 'dry.txt', content: houseCopy({ headline: 'A dry run', section: 'Dry section - Dry Writer' }) }]
    const dry = await importFiles(newsroom.payload, files, { dryRun: true })
    expect(await countAll(newsroom.payload)).toEqual(before)
    const wet = await importFiles(newsroom.payload, files)
    const told = ({ file, made, notes, outcome }: (typeof wet.reports)[number]) => ({ file, made, notes, outcome })
    expect(dry.reports.map(told)).toEqual(wet.reports.map(told))
  })
})

describe('a run', () => {
  it('is kept as a record with each story, what became of it, and a link to its article', async () => {
    const { reports, summary } = await importFiles(newsroom.payload, [
      { name: 'kept.txt', content: houseCopy({ headline: 'Kept on record' }) },
      { name: 'empty.txt', content: '' },
    ])
    const run = await newsroom.payload.findByID({ collection: 'imports', id: String(summary.run) })
    expect(run).toMatchObject({ status: 'done', via: 'command', counts: { files: 2, created: 1, failed: 1 } })
    const { docs } = await newsroom.payload.find({ collection: 'import-items', depth: 0, sort: 'file', where: { run: { equals: run.id } } })
    expect(docs).toMatchObject([
      { file: 'empty.txt', outcome: 'failed', message: 'The file is empty.' },
      { file: 'kept.txt', outcome: 'created', article: articleIdOf(reports[0]) },
    ])
  })
})
