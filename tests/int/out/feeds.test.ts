import { request } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { siteOptions } from '../../../src/formats/syndication/site'
import { findSitemapPage, SEARCH_FILES } from '../../../src/formats/syndication/sitemaps'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { aBody, createTag, hoursFromNow, publishArticle, republish } from '../../helpers/articles'
import { all, readXml, texts, xmlFaults } from '../../unit/formats/xmlTree'
import { CANARY, fillNewsroom } from './newsdesk'
import type { Newsdesk } from './newsdesk'

let newsroom: TestNewsroom
let desk: Newsdesk

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  desk = await fillNewsroom(newsroom)
  await createTag(desk.editor, 'Nothing yet')
})
afterAll(() => newsroom.close())

async function ask(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${newsroom.url}${path}`, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** What is answered to who asks the server by another name, which `fetch` does not send. */
async function askAs(host: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { Host: host, 'X-Forwarded-Host': host, Forwarded: `host=${host}` }
    request(`${newsroom.url}${path}`, { headers }, (response) => void textOf(response).then(resolve, reject)).on('error', reject).end()
  })
}

/** The texts of the elements of a name inside each element of another. */
function inEach(outer: string, name: string, source: string): string[] {
  expect(xmlFaults(source)).toEqual([])
  return all(outer, readXml(source)).flatMap((element) => texts(name, element))
}

const FOLDERS = ['/feeds', '/feeds/sections/world', '/feeds/tags/peace', '/feeds/authors/ann-ames']
const FILES = ['rss.xml', 'atom.xml', 'feed.json']
const FEEDS = FOLDERS.flatMap((folder) => FILES.map((file) => `${folder}/${file}`))

describe('a feed', () => {
  it.each(FOLDERS)('of %s is RSS with the one public article', async (folder) => {
    const { headers, text } = await ask(`${folder}/rss.xml`)
    expect(headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8')
    expect(inEach('item', 'title', text)).toEqual(['The open story <now> & then'])
    expect(inEach('item', 'content:encoded', text)[0]).toContain('The last words.')
  })

  it.each(FOLDERS)('of %s is Atom with the one public article', async (folder) => {
    const { headers, text } = await ask(`${folder}/atom.xml`)
    expect(headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
    expect(inEach('entry', 'title', text)).toEqual(['The open story <now> & then'])
    expect(inEach('entry', 'name', text)).toEqual(['Ann Ames'])
  })

  it.each(FOLDERS)('of %s is JSON with the one public article', async (folder) => {
    const { headers, text } = await ask(`${folder}/feed.json`)
    expect(headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8')
    expect(JSON.parse(text)).toMatchObject({ items: [{ authors: [{ name: 'Ann Ames' }], tags: ['World', 'Peace'], title: 'The open story <now> & then' }] })
  })

  it.each(FEEDS)('never shows what readers may not see: %s', async (path) => {
    const { status, text } = await ask(path)
    expect(status).toBe(200)
    expect(text).not.toContain(CANARY)
    expect(text).not.toContain('A story taken back')
  })

  it.each(FEEDS)('is not sent again to who has it: %s (code F9)', async (path) => {
    const { headers, text } = await ask(path)
    const etag = headers.get('ETag') ?? ''
    const now = new Date().toUTCString()
    expect(await ask(path, { 'If-None-Match': `"another", W/${etag}` })).toMatchObject({ status: 304, text: '' })
    expect(await ask(path, { 'If-None-Match': '"another"', 'If-Modified-Since': now })).toMatchObject({ status: 200, text })
    expect(await ask(path, { 'If-Modified-Since': new Date(Date.parse(hoursFromNow(1))).toUTCString() })).toMatchObject({ status: 200, text })
  })

  it.each([...FEEDS, '/sitemap.xml', '/news-sitemap.xml', '/robots.txt'])('has the addresses of the settings, by whatever name the server is asked: %s', async (path) => {
    const { siteUrl } = siteOptions()
    const answers = await Promise.all(['evil.example', 'localhost:1'].map((host) => askAs(host, path)))
    expect(new Set([...answers, (await ask(path)).text]).size).toBe(1)
    expect(answers[0]).toContain(siteUrl)
    expect(answers.join()).not.toContain('evil.example')
  })

  it('without articles is a feed all the same, and the same every time', async () => {
    for (const file of FILES) {
      const { headers, status } = await ask(`/feeds/tags/nothing-yet/${file}`)
      expect(status).toBe(200)
      expect(await ask(`/feeds/tags/nothing-yet/${file}`, { 'If-None-Match': headers.get('ETag') ?? '' })).toMatchObject({ status: 304 })
    }
  })

  it.each([
    '/feeds/index.html',
    '/feeds/sections/world',
    '/feeds/sections/none/rss.xml',
    '/feeds/tags/none/atom.xml',
    '/feeds/authors/none/feed.json',
    '/feeds/users/ann-ames/rss.xml',
    '/feeds/toString/world/rss.xml',
    '/feeds/tags/%00/rss.xml',
    '/feeds/tags/peace/rss.xml/more',
  ])('is not found at %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it('is not found at the slug of nobody, however long', async () => {
    expect((await ask(`/feeds/tags/${'a'.repeat(3000)}/rss.xml`)).status).toBe(404)
  })
})

describe('for search engines', () => {
  it.each(['/sitemap.xml', '/sitemaps/1.xml', '/news-sitemap.xml'])('%s lists the public article alone', async (path) => {
    const { headers, status, text } = await ask(path)
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
    expect(inEach('url', 'loc', text)).toEqual([expect.stringMatching(new RegExp(`/articles/${desk.open.slug}$`))])
    expect(text).not.toContain(CANARY)
    expect(await ask(path, { 'If-None-Match': headers.get('ETag') ?? '' })).toMatchObject({ status: 304 })
  })

  it('the news sitemap has the name of the newsroom and the headline', async () => {
    const { text } = await ask('/news-sitemap.xml')
    expect(texts('news:name', readXml(text))).toEqual(['Dateline'])
    expect(texts('news:title', readXml(text))).toEqual(['The open story <now> & then'])
  })

  it.each(['2.xml', '0.xml', '1', 'x.xml', '1.5.xml', '-1.xml', '999999999999.xml', '..%2F1.xml'])('there is no page %s of the sitemap', async (file) => {
    expect((await ask(`/sitemaps/${file}`)).status).toBe(404)
  })

  it('more addresses than one file holds are listed in pages', async () => {
    const counted = vi.spyOn(newsroom.payload, 'count').mockResolvedValue({ totalDocs: 2_001 })
    const { body } = await SEARCH_FILES['sitemap.xml'](newsroom.payload, siteOptions())
    expect(await findSitemapPage('2.xml', newsroom.payload, siteOptions())).toBeDefined()
    expect(await findSitemapPage('3.xml', newsroom.payload, siteOptions())).toBeUndefined()
    counted.mockRestore()
    expect(inEach('sitemap', 'loc', body)).toEqual([expect.stringMatching(/\/sitemaps\/1\.xml$/), expect.stringMatching(/\/sitemaps\/2\.xml$/)])
  })

  it('robots.txt names both sitemaps and keeps robots out of the API', async () => {
    const { text } = await ask('/robots.txt')
    expect(text).toMatch(/^Disallow: \/api\/$/m)
    expect(text).toMatch(/^Sitemap: http\S+\/sitemap\.xml$/m)
    expect(text).toMatch(/^Sitemap: http\S+\/news-sitemap\.xml$/m)
  })
})

describe('when many articles are published', () => {
  beforeAll(async () => {
    const { section } = await newsroom.payload.findByID({ collection: 'articles', depth: 0, id: desk.open.id })
    for (let n = 1; n <= 20; n += 1) {
      await publishArticle(desk.editor, { body: aBody('More.'), headline: `Older ${n}`, publishedAt: hoursFromNow(-24 - n), section })
    }
  })

  it('a feed has the newest twenty, newest first', async () => {
    const titles = inEach('item', 'title', (await ask('/feeds/rss.xml')).text)
    expect(titles).toHaveLength(20)
    expect(titles.slice(0, 2)).toEqual(['The open story <now> & then', 'Older 1'])
    expect(titles.at(-1)).toBe('Older 19')
  })

  it('a feed has as many as it is asked for', async () => {
    expect(inEach('item', 'title', (await ask('/feeds/rss.xml?limit=2')).text)).toEqual(['The open story <now> & then', 'Older 1'])
    expect(inEach('item', 'title', (await ask('/feeds/sections/world/rss.xml?limit=100')).text)).toHaveLength(21)
  })

  it.each(['0', '101', '-1', '1.5', 'all'])('a feed of %s articles is refused', async (limit) => {
    const { status, text } = await ask(`/feeds/rss.xml?limit=${limit}`)
    expect(status).toBe(400)
    expect(JSON.parse(text)).toEqual({ errors: [{ message: expect.stringContaining('limit must be a whole number from 1 to 100') }] })
  })

  it('and the newest is withdrawn, who has the feed is sent it anew (code F9)', async () => {
    const { headers } = await ask('/feeds/rss.xml')
    await republish(desk.editor, desk.open.id, { pubStatus: 'canceled', related: [] })
    for (const [name, held] of [['If-None-Match', 'ETag'], ['If-Modified-Since', 'Last-Modified']] as const) {
      const { status, text } = await ask('/feeds/rss.xml', { [name]: headers.get(held) ?? '' })
      expect(status).toBe(200)
      expect(text).not.toContain('The open story')
    }
  })
})
