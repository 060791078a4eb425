import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSection, draftArticle, hoursFromNow, publishArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page, Refusal, Written } from '../../helpers/articles'
import { signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { houseCopy } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { StoryReport } from '../../../src/ingest/save/types'
import { parseWireDate } from '../../../src/ingest/read'
import { houseItem } from '../../../src/ingest/read/house'

let newsroom: TestNewsroom
let editor: Client
let section: string

/** Ten past nine in the morning of a summer day in New York, written without a zone. */
const LOCAL = '2025-07-04T09:10:00'
const MOMENT = '2025-07-04T13:10:00.000Z'

beforeAll(async () => {
  process.env.NEWSROOM_TIMEZONE = 'America/New_York'
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  section = (await createSection(editor, 'World')).id
})
afterAll(async () => {
  delete process.env.NEWSROOM_TIMEZONE
  await newsroom.close()
})

describe('a date without an offset is in the newsroom’s time zone', () => {
  it('in documents and conditions (reports B11)', async () => {
    const { id, publishedAt } = await publishArticle(editor, { headline: 'Independence Day', section, publishedAt: LOCAL, embargoUntil: '2025-07-04', dateline: { date: '2025-07-03' } })
    expect(publishedAt).toBe(MOMENT)
    const { body } = await editor.get<ArticleAnswer>(`/api/articles/${id}`)
    expect([body.embargoUntil, body.dateline?.date]).toEqual(['2025-07-04T04:00:00.000Z', '2025-07-03T00:00:00.000Z'])
    const wheres: Where[] = [{ publishedAt: { equals: LOCAL } }, { publishedAt: { in: [LOCAL] } }, { publishedAt: { greater_than: '2025-07-04T09:09', less_than: '2025-07-04 09:11' } }, { 'dateline.date': { equals: '2025-07-03' } }]
    for (const where of wheres) {
      for (const draft of [false, true]) expect([where, (await editor.get<Page<ArticleAnswer>>('/api/articles', { where, draft })).body.totalDocs]).toEqual([where, 1])
    }
  })

  it('in share links (reports B11)', async () => {
    const { id } = await draftArticle(editor, { headline: 'Shared' })
    const tomorrow = hoursFromNow(24).slice(0, 19)
    const { body, status } = await editor.send<Written<{ expiresAt: string }>>('POST', '/api/share-links', { article: id, expiresAt: tomorrow })
    expect(status).toBe(201)
    expect([4, 5]).toContain((Date.parse(body.doc.expiresAt) - Date.parse(`${tomorrow}Z`)) / 3_600_000)
  })

  it('in copy that comes in (reports B11)', () => {
    expect(parseWireDate('2025-07-04 09:10')).toMatchObject({ ok: true, iso: MOMENT, note: expect.stringContaining('America/New_York') })
    expect(parseWireDate('Fri, 4 Jul 2025 09:10:00')).toMatchObject({ ok: true, iso: MOMENT })
    expect(parseWireDate('4 July 2025')).toMatchObject({ ok: true, iso: '2025-07-04T04:00:00.000Z' })
    expect(houseItem({ headline: 'X', body: ['Y'], bylines: [], published: '2025-07-04' }).publishedAt).toBe('2025-07-04T04:00:00.000Z')
  })

  const RSS = 'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
  const post = (dates: string) => `<rss ${RSS}><channel><title>B</title><link>https://b.example</link><item><title>WordPress</title><wp:post_id>${dates.length}</wp:post_id><wp:status>publish</wp:status>${dates}<content:encoded>Words.</content:encoded></item></channel></rss>`

  it.each([
    ['ninjs', JSON.stringify({ uri: 'urn:zone:1', headline: 'ninjs', body_text: 'Words.', contentCreated: LOCAL }), MOMENT],
    ['JSON Lines', `${JSON.stringify({ uri: 'urn:zone:2', headline: 'Line', body_text: 'Words.', firstcreated: LOCAL })}\n`, MOMENT],
    ['RSS', '<rss version="2.0"><channel><title>C</title><item><title>RSS</title><guid>urn:zone:3</guid><pubDate>Fri, 04 Jul 2025 09:10:00</pubDate><description>Words.</description></item></channel></rss>', MOMENT],
    ['Atom', `<feed xmlns="http://www.w3.org/2005/Atom"><title>D</title><id>urn:d</id><entry><id>urn:zone:4</id><title>Atom</title><updated>${LOCAL}</updated><content>Words.</content></entry></feed>`, MOMENT],
    ['WordPress, local', post('<wp:post_date>2025-07-04 09:10:00</wp:post_date>'), MOMENT],
    ['WordPress, which says GMT', post('<wp:post_date>2025-07-04 06:10:00</wp:post_date><wp:post_date_gmt>2025-07-04 13:10:00</wp:post_date_gmt><wp:post_modified_gmt>2025-07-04 13:10:00</wp:post_modified_gmt>'), MOMENT],
    ['YAML', `---\ntitle: YAML\ndate: ${LOCAL}\n---\nWords.\n`, MOMENT],
    ['TOML', `+++\ntitle = "TOML"\ndate = ${LOCAL}\n+++\nWords.\n`, MOMENT],
    ['house copy', houseCopy({ headline: 'House', published: '4 July 2025' }), '2025-07-04T04:00:00.000Z'],
  ])('in a file that is imported: %s', async (name, content, moment) => {
    const { body } = await editor.sendBody<{ reports: StoryReport[] }>(`/api/import?name=${encodeURIComponent(name)}`, content)
    const id = String(body.reports[0]?.article?.id)
    expect((await newsroom.payload.findByID({ collection: 'articles', id, draft: true })).publishedAt).toBe(moment)
  })

  it('and pages show it so (reports B11)', async () => {
    const { slug } = await publishArticle(editor, { headline: 'On the page', section, publishedAt: LOCAL })
    const page = await (await fetch(`${newsroom.url}/articles/${String(slug)}`)).text()
    expect(page).toMatch(/<time datetime="2025-07-04T13:10:00.000Z">[^<]*0?9:10[^<]*<\/time>/i)
    expect(newsroom.payload.config.admin.timezones.defaultTimezone).toBe('America/New_York')
  })
})

it.each(['2026-02-30', '2026-02-30T09:00:00Z', '2025-02-29 10:00', '2026-13-01', '2026-04-31', '2026-01-01T24:00:00', '2026-1-1', '1777887000'])('a date that the calendar does not have is refused wherever it comes in: %s (reports B10)', async (date) => {
  const wheres: Where[] = [{ publishedAt: { equals: date } }, { publishedAt: { in: [date] } }, { createdAt: { greater_than: date } }, { 'dateline.date': { not_equals: date } }]
  for (const where of wheres) {
    expect([where, (await editor.get('/api/articles', { where })).status]).toEqual([where, 400])
  }
  expect((await editor.get('/api/articles/versions', { where: { 'version.publishedAt': { equals: date } } })).status).toBe(400)
  for (const data of [{ publishedAt: date }, { embargoUntil: date }, { dateline: { date } }]) {
    const { body, status } = await editor.send<Refusal>('POST', '/api/articles', { headline: 'No day', ...data }, { draft: true })
    expect([status, body.errors[0]?.message]).toEqual([400, expect.stringContaining('calendar')])
  }
  const { errors } = await editor.graphql(`{ Articles(where: { publishedAt: { equals: "${date}" } }) { totalDocs } }`)
  expect(errors).not.toBeUndefined()
  const { id } = await draftArticle(editor, { headline: 'Shared' })
  expect((await editor.send('POST', '/api/share-links', { article: id, expiresAt: date })).status).toBe(400)
})
