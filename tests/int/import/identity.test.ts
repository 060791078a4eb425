import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { paragraphsOf } from '../../../src/articles/plainText'
import { originalBytes } from '../../../src/ingest/save/original'
import type { StoryReport } from '../../../src/ingest/save/types'
import { articleIdOf, countAll, houseCopy, importFiles, outcomes } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
})
afterAll(() => newsroom.close())

const articleOf = (id: string) => newsroom.payload.findByID({ collection: 'articles', id, draft: true, depth: 0 })

describe('a story without an id of its own', () => {
  it('is found again after an editor has given its article another headline and slug', async () => {
    const file = (body: string) => ({ name: 'a.txt', content: houseCopy({ headline: 'Called otherwise later', body: [body] }) })
    const first = await importFiles(newsroom.payload, [file('One.')], { publish: false })
    const id = articleIdOf(first.reports[0])
    await newsroom.payload.update({ collection: 'articles', id, data: { headline: 'By another name', slug: 'by-another-name' }, draft: true })
    const second = await importFiles(newsroom.payload, [file('Two.')], { publish: false })
    expect(second.reports[0]).toMatchObject({ outcome: 'conflict', article: { id } })
  })

  it('is another article than one of the same name and day that comes with it, however often they come', async () => {
    const [one, two] = ['Rain at dawn.', 'Sun at noon.'].map((body) => ({ name: body, content: houseCopy({ headline: 'Weather', body: [body] }) }))
    const files = [one, two].flatMap((file) => file ?? [])
    const first = await importFiles(newsroom.payload, files)
    expect(first.reports.map(({ article }) => article?.slug)).toEqual(['weather', 'weather-2'])
    expect(outcomes((await importFiles(newsroom.payload, files)).reports)).toEqual(['skipped', 'skipped'])
    const changed = { name: 'Sun at noon.', content: houseCopy({ headline: 'Weather', body: ['Snow at noon.'] }) }
    const third = await importFiles(newsroom.payload, [...files.slice(0, 1), changed])
    expect(third.reports).toMatchObject([{ outcome: 'skipped' }, { outcome: 'updated', article: { slug: 'weather-2' } }])
  })

  it('of another day is another article, and is itself again when it has changed', async () => {
    const file = (day: number, body: string) => ({ name: `${day}`, content: houseCopy({ headline: 'Daily report', published: `${day} May 2024`, body: [body] }) })
    await importFiles(newsroom.payload, [file(1, 'A'), file(2, 'B')])
    const { reports } = await importFiles(newsroom.payload, [file(2, 'B, changed')])
    expect(reports[0]).toMatchObject({ outcome: 'updated', article: { slug: 'daily-report-2' } })
  })

  it('that has no date is published now, and is not taken for edited afterwards', async () => {
    const file = (body: string) => ({ name: 'n.json', content: JSON.stringify({ uri: 'urn:undated', headline: 'Undated', byline: 'Ann', subjects: [], body_text: body }) })
    const first = await importFiles(newsroom.payload, [file('One.')], { publish: false })
    const id = articleIdOf(first.reports[0])
    await newsroom.payload.update({ collection: 'articles', id, data: { publishedAt: '2024-01-01T00:00:00.000Z' }, draft: true })
    const second = await importFiles(newsroom.payload, [file('Two.')], { publish: false })
    expect(second.reports[0]).toMatchObject({ outcome: 'updated', article: { id } })
    expect((await articleOf(id)).publishedAt).toBe('2024-01-01T00:00:00.000Z')
  })

  it('that is in the trash stays there', async () => {
    const file = { name: 't.txt', content: houseCopy({ headline: 'Thrown away' }) }
    const { reports } = await importFiles(newsroom.payload, [file])
    await newsroom.payload.update({ collection: 'articles', id: articleIdOf(reports[0]), data: { deletedAt: new Date().toISOString() } })
    const again = await importFiles(newsroom.payload, [file])
    expect(outcomes(again.reports)).toEqual(['skipped'])
    expect(again.reports[0]?.notes).toContain('Its article is in the trash, and stays there.')
  })
})

describe('a conflict', () => {
  const file = (more: object) => ({ name: 'c.txt', content: houseCopy({ headline: 'Contested', ...more }) })

  it('that is kept makes no author or section of the story that is left alone', async () => {
    const first = await importFiles(newsroom.payload, [file({})])
    await newsroom.payload.update({ collection: 'articles', id: articleIdOf(first.reports[0]), data: { standfirst: 'An editor’s.', _status: 'published' } })
    const before = await countAll(newsroom.payload)
    const { reports } = await importFiles(newsroom.payload, [file({ section: 'Unheard section - Nobody Yet' })])
    expect(outcomes(reports)).toEqual(['conflict'])
    expect(await countAll(newsroom.payload)).toMatchObject({ authors: before.authors, sections: before.sections, versions: before.versions })
  })

  it('whose draft an editor has not decided on is never published by an import', async () => {
    const changed = file({ body: ['The agency’s.'] })
    const options = { publish: true, onConflict: 'draft' } as const
    expect(outcomes((await importFiles(newsroom.payload, [changed], options)).reports)).toEqual(['conflict'])
    const { reports } = await importFiles(newsroom.payload, [changed], options)
    expect(outcomes(reports)).toEqual(['skipped'])
    const published = await newsroom.payload.findByID({ collection: 'articles', id: articleIdOf(reports[0]) })
    expect(published.standfirst).toBe('An editor’s.')
    const later = await importFiles(newsroom.payload, [file({ body: ['The agency’s last.'] })], options)
    expect(outcomes(later.reports)).toEqual(['conflict'])
  })
})

describe('a dry run over several batches', () => {
  it('tells the same as the run, copies and new names included, and writes nothing', async () => {
    const files = Array.from({ length: 230 }, (_, n) => ({
      name: `${n}.txt`,
      content: houseCopy({ headline: `Rehearsed ${n % 220}`, section: 'Stage section - Understudy' }),
    }))
    const before = await countAll(newsroom.payload)
    const dry = await importFiles(newsroom.payload, files, { dryRun: true })
    expect(await countAll(newsroom.payload)).toEqual(before)
    const wet = await importFiles(newsroom.payload, files)
    const told = ({ account, article, errors, file, made, notes, outcome }: StoryReport) => ({ account, errors, file, made, notes, outcome, slug: article?.slug })
    expect(dry.reports.map(told)).toEqual(wet.reports.map(told))
    expect(dry.summary.counts).toEqual(wet.summary.counts)
    expect(wet.summary.counts).toMatchObject({ created: 220, skipped: 10 })
  })
})

describe('the original', () => {
  it.each([
    ['UTF-8 with a mark and CRLF', Buffer.from('\ufeff' + houseCopy({ headline: 'Original one' }).replaceAll('\n', '\r\n'))],
    ['big-endian UTF-16', Buffer.from('\ufeff' + houseCopy({ headline: 'Original two' }), 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(houseCopy({ headline: 'Original thr\xe9\xe9 \x93quoted\x94' }), 'latin1')],
  ])('in %s can be had again byte for byte', async (_, content) => {
    const { reports } = await importFiles(newsroom.payload, [{ name: 'o.txt', content }])
    const { source } = await articleOf(articleIdOf(reports[0]))
    expect(originalBytes({ text: source?.text ?? '', encoding: source?.encoding ?? '' })).toEqual(content)
  })

  it('of each story of a feed is its own element', async () => {
    const items = ['A', 'B'].map((name) => `<item><title>Feed ${name}</title><guid>feed-${name}</guid><description>Words.</description></item>`)
    const content = `<rss version="2.0"><channel><title>Daily</title>${items.join('')}</channel></rss>`
    const { reports } = await importFiles(newsroom.payload, [{ name: 'feed.xml', content }])
    const kept = await Promise.all(reports.map(async (report) => (await articleOf(articleIdOf(report))).source?.text))
    expect(kept).toEqual(items)
    expect(outcomes((await importFiles(newsroom.payload, [{ name: 'feed.xml', content }])).reports)).toEqual(['skipped', 'skipped'])
  })
})

describe('a story that the database refuses', () => {
  it('says which field and why', async () => {
    const { reports } = await importFiles(newsroom.payload, [
      { name: 'fine.txt', content: houseCopy({ headline: 'Fine beside it' }) },
      { name: 'long.txt', content: houseCopy({ headline: 'long '.repeat(80) }) },
    ])
    expect(reports).toMatchObject([{ outcome: 'created' }, { outcome: 'failed', errors: [{ message: expect.stringMatching(/Headline: .*300/) }] }])
  })

  it('may hold what looks like a date and is none', async () => {
    const { reports } = await importFiles(newsroom.payload, [{ name: 'd.txt', content: houseCopy({ headline: 'No such day', body: ['2023-99-99'] }) }])
    expect(outcomes(reports)).toEqual(['created'])
    expect(paragraphsOf((await articleOf(articleIdOf(reports[0]))).body)).toEqual(['2023-99-99'])
  })
})
