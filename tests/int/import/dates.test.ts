import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { importFiles } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom
let editor: Client

beforeAll(async () => {
  newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
  editor = await signIn(newsroom, 'editor')
})
afterAll(() => newsroom.close())

const PUBLISHED = '2019-04-05T06:00:00.000Z'
const MODIFIED = '2019-05-06T07:08:09.000Z'

const ns = 'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'
const said = '<dc:creator>Ann Lee</dc:creator><category domain="category" nicename="politics">Politics</category>'

/** One archived story in each format, each with the name of its format as its headline. */
const FILES: readonly (readonly [string, string])[] = [
  ['updateddate', `---\ntitle: updateddate\npubDate: ${PUBLISHED}\nupdatedDate: ${MODIFIED}\nauthor: Ann Lee\nsection: Politics\n---\nWords.\n`],
  ['lastmod', `---\ntitle: lastmod\ndate: ${PUBLISHED}\nlastmod: ${MODIFIED}\nauthor: Ann Lee\nsection: Politics\n---\nWords.\n`],
  ['wxr', `<rss ${ns}><channel><title>B</title><wp:base_site_url>https://b.example</wp:base_site_url><item><title>wxr</title>${said}<wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_date_gmt>2019-04-05 06:00:00</wp:post_date_gmt><wp:post_modified_gmt>2019-05-06 07:08:09</wp:post_modified_gmt><content:encoded>Words.</content:encoded></item></channel></rss>`],
  ['rss', `<rss ${ns.replace(/xmlns:wp=\S+ /, '')}><channel><title>C</title><item><title>rss</title><guid>urn:c:1</guid><dc:creator>Ann Lee</dc:creator><category domain="sections">Politics</category><pubDate>Fri, 05 Apr 2019 06:00:00 GMT</pubDate><atom:updated>${MODIFIED}</atom:updated><description>Words.</description></item></channel></rss>`],
  ['atom', `<feed xmlns="http://www.w3.org/2005/Atom"><title>D</title><id>urn:d</id><entry><id>urn:d:1</id><title>atom</title><author><name>Ann Lee</name></author><category term="Politics" scheme="https://d.example/sections"/><published>${PUBLISHED}</published><updated>${MODIFIED}</updated><content>Words.</content></entry></feed>`],
  ['ninjs', JSON.stringify({ uri: 'urn:e:1', headline: 'ninjs', body_text: 'Words.', byline: 'Ann Lee', contentCreated: PUBLISHED, versioncreated: MODIFIED, subjects: [{ name: 'Politics', rel: 'section' }] })],
]

/** When readers are told that the article was last changed: in JSON-LD, Atom, JSON Feed and the sitemap. */
async function toldOf(slug: string): Promise<(string | undefined)[]> {
  const get = async (path: string) => (await fetch(`${newsroom.url}${path}`)).text()
  const jsonLd: { dateModified?: string } = JSON.parse(await get(`/api/articles/${slug}/jsonld`))
  const entry = (await get('/feeds/atom.xml?limit=100')).split('<entry').find((each) => each.includes(`<title type="text">${slug}</title>`))
  const url = (await get('/sitemap.xml')).split('<url>').find((each) => each.includes(`/articles/${slug}<`))
  const page = await get(`/articles/${slug}`)
  return [
    jsonLd.dateModified,
    /<updated>([^<]*)/.exec(entry ?? '')?.[1],
    /<lastmod>([^<]*)/.exec(url ?? '')?.[1],
    /article:modified_time" content="([^"]*)/.exec(page)?.[1],
  ]
}

describe('an archive that is imported', () => {
  it('is not modified today, in any format (ingest I8)', async () => {
    const { reports } = await importFiles(newsroom.payload, FILES.map(([name, content]) => ({ name, content })))
    expect(reports.map(({ article, notes }) => [article?.status, notes])).toEqual(FILES.map(() => ['published', expect.anything()]))
    for (const [name] of FILES) expect([name, ...(await toldOf(name.toLowerCase()))]).toEqual([name, MODIFIED, MODIFIED, MODIFIED, MODIFIED])
    const { docs } = await newsroom.payload.find({ collection: 'articles', where: { headline: { equals: 'atom' } }, showHiddenFields: true })
    expect(docs[0]?.firstPublishedAt).toBe(PUBLISHED)
  })

  it('is modified when somebody changes what readers see, and not by anything else (ingest I8)', async () => {
    const { docs } = await newsroom.payload.find({ collection: 'articles', where: { headline: { equals: 'lastmod' } } })
    const id = docs[0]?.id ?? ''
    expect((await editor.send('PATCH', `/api/articles/${id}`, { _status: 'published', note: 'Seen.' })).status).toBe(200)
    expect((await toldOf('lastmod'))[0]).toBe(MODIFIED)
    expect((await editor.send('PATCH', `/api/articles/${id}`, { _status: 'published', standfirst: 'New.' })).status).toBe(200)
    const { body } = await reader(newsroom.url).get<{ updatedAt: string }>(`/api/articles/${id}`)
    const at = body.updatedAt
    expect(await toldOf('lastmod')).toEqual([at, at, at, at])
  })

  it('takes no date of change from anybody else (ingest I8)', async () => {
    const { docs } = await newsroom.payload.find({ collection: 'articles', where: { headline: { equals: 'rss' } } })
    await editor.send('PATCH', `/api/articles/${docs[0]?.id ?? ''}`, { _status: 'published', modifiedAt: '2001-01-01T00:00:00.000Z' })
    expect((await toldOf('rss'))[0]).toBe(MODIFIED)
  })

  it('is modified by a newer version of its source when that says so (ingest I8)', async () => {
    const newer = FILES[0]?.[1].replace(MODIFIED, '2020-01-02T03:04:05.000Z').replace('Words.', 'Other words.') ?? ''
    const { reports } = await importFiles(newsroom.payload, [{ name: 'updateddate', content: newer }])
    expect(reports[0]?.outcome).toBe('updated')
    expect((await toldOf('updateddate'))[0]).toBe('2020-01-02T03:04:05.000Z')
  })
})
