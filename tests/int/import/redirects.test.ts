import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoryReport } from '../../../src/ingest/save/types'
import { aProgram } from '../../helpers/apiClients'
import { openImportNewsroom } from '../../helpers/importNewsroom'
import type { ImportNewsroom } from '../../helpers/importNewsroom'
import type { ImportAnswer } from '../../helpers/imports'

let newsroom: ImportNewsroom['newsroom']
let editor: ImportNewsroom['editor']

beforeAll(async () => {
  ;({ newsroom, editor } = await openImportNewsroom())
})
afterAll(() => newsroom.close())

type Post = { id: number; link: string; slug: string; old?: string[]; status?: string }

const NS = 'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'

function wxr(site: string, ...posts: Post[]): string {
  const items = posts.map(({ id, link, old = [], slug, status = 'publish' }) => `<item><title>${slug}</title><link>${link}</link><dc:creator>Ann Lee</dc:creator><category domain="category" nicename="politics">Politics</category>
    <wp:post_id>${id}</wp:post_id><wp:post_name>${slug}</wp:post_name><wp:status>${status}</wp:status><wp:post_date_gmt>2019-04-05 06:00:00</wp:post_date_gmt><content:encoded>Words of ${slug}.</content:encoded>
    ${old.map((each) => `<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>${each}</wp:meta_value></wp:postmeta>`).join('')}</item>`)
  return `<rss ${NS}><channel><title>B</title><link>${site}</link><wp:base_site_url>${new URL(site).origin}</wp:base_site_url><wp:base_blog_url>${site}</wp:base_blog_url>${items.join('')}</channel></rss>`
}

async function send(copy: string, client = editor, query = ''): Promise<StoryReport[]> {
  return (await client.sendBody<ImportAnswer>(`/api/import?publish=true${query}`, copy)).body.reports
}

/** Where a reader who asks for a path is led. */
async function ledTo(path: string): Promise<string> {
  const { headers, status } = await fetch(`${newsroom.url}${path}`, { redirect: 'manual' })
  return headers.get('Location') ?? String(status)
}

describe('the addresses that a story had at its source', () => {
  it('lead to its article: a WordPress permalink and the slugs before it', async () => {
    const posts = [
      { id: 1, link: 'https://w.example/blog/2019/04/rain/', slug: 'rain', old: ['regen', '%d0%b4%d0%be%d0%b6%d0%b4%d1%8c'] },
      { id: 2, link: 'https://w.example/blog/?p=2', slug: 'sun' },
      { id: 3, link: 'https://elsewhere.example/blog/wind/', slug: 'wind' },
      { id: 4, link: 'https://w.example/blogs/snow/', slug: 'snow' },
      { id: 5, link: 'https://w.example/blog/2019/04/hail/', slug: 'hail', status: 'private' },
      { id: 6, link: 'https://w.example/blog/archives/6', slug: 'fog', old: ['nebel', '../mist'] },
    ]
    const copy = wxr('https://w.example/blog', ...posts)
    expect((await send(copy, editor, '&dryRun=true'))[0]?.made).toContain('redirects: /blog/2019/04/rain')
    expect(await ledTo('/blog/2019/04/rain')).toBe('404')
    const reports = await send(copy)
    expect(reports.map(({ made }) => made.filter((name) => name.startsWith('redirects')))).toEqual([
      ['redirects: /blog/2019/04/rain', 'redirects: /blog/2019/04/regen', 'redirects: /blog/2019/04/дождь'], [], [], [], [], ['redirects: /blog/archives/6'],
    ])
    for (const path of ['rain', 'regen', encodeURIComponent('дождь')]) expect(await ledTo(`/blog/2019/04/${path}`)).toBe('/articles/rain')
    for (const path of ['/blog/2019/04/hail', '/blog/wind', '/wind', '/blogs/snow', '/blog/archives/nebel']) expect(await ledTo(path)).toBe('404')
    expect((await send(copy)).map(({ outcome }) => outcome)).toEqual(posts.map(() => 'skipped'))
  })

  it('lead to its article: those of front matter', async () => {
    const copy = (more: string) => `---\ntitle: Tide ${more.length}\ndate: 2024-04-05\nauthor: Ann Lee\nsection: Politics\n${more}\n---\nWords.\n`
    await send(copy('aliases: [/old/tide/, tide-of-old, "https://elsewhere.example/tide", "//elsewhere.example/t"]\nredirect_from: /2024/tide.html'))
    for (const path of ['/old/tide', '/2024/tide.html']) expect(await ledTo(path)).toMatch(/^\/articles\/tide-/)
    expect((await newsroom.payload.count({ collection: 'redirects', where: { from: { like: 'elsewhere' } } })).totalDocs).toBe(0)
    const [draft] = await send(copy('aliases: /secret/plan\ndraft: true'))
    expect([draft?.article?.status, draft?.made]).toEqual(['draft', []])
  })

  it('stay with what stands there, and the story comes in all the same', async () => {
    const { doc } = (await editor.send<{ doc: { id: string } }>('POST', '/api/redirects', { from: '/taken', to: { type: 'custom', url: 'https://x.example/' } })).body
    await editor.send('POST', '/api/redirects', { from: '/was', to: { type: 'custom', url: '/led-to' } })
    const copy = wxr(
      'https://v.example',
      { id: 1, link: 'https://v.example/taken/', slug: 'storm' },
      { id: 2, link: 'https://v.example/led-to/', slug: 'calm' },
      { id: 3, link: 'https://v.example/articles/lavrov-north-korea/', slug: 'breeze' },
      { id: 4, link: 'https://v.example/articles/gale/', slug: 'gale' },
      { id: 5, link: 'https://v.example/', slug: 'home' },
      { id: 6, link: 'https://v.example/sections/politics/', slug: 'squall' },
      { id: 7, link: 'https://v.example/api/articles/', slug: 'drizzle' },
    )
    const reports = await send(copy)
    expect(reports.map(({ made, outcome }) => [outcome, made])).toEqual(reports.map(() => ['created', []]))
    expect(reports.map(({ notes }) => notes.filter((note) => note.includes('earlier address')))).toEqual([
      [expect.stringContaining('Another redirect leads away')], [expect.stringContaining('leads here')], [expect.stringContaining('There is an article')], [], [],
      [expect.stringContaining('There is a page')], [expect.stringContaining('The server itself')],
    ])
    expect(await ledTo('/taken')).toBe('https://x.example/')
    expect((await editor.get(`/api/redirects/${doc.id}`)).body).toMatchObject({ from: '/taken' })
  })

  it('are left alone by a program, which may not redirect', async () => {
    const program = await aProgram(newsroom, ['ingest-publish'])
    const [report] = await send(wxr('https://p.example', { id: 1, link: 'https://p.example/about/', slug: 'dew' }), program)
    expect([report?.outcome, report?.made]).toEqual(['created', []])
    expect(report?.notes.join()).toContain('may not redirect')
    expect(await ledTo('/about')).toBe('404')
  })
})
