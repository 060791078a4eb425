import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '../../../src/payload-types'
import { aBody, createAuthor, createSection, hoursFromNow, publishArticle, republish } from '../../helpers/articles'
import type { Written } from '../../helpers/articles'
import { tokenOf } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { visit } from '../../helpers/page'
import { upload } from '../../helpers/upload'
import { CANARY, fillNewsroom, HIDDEN } from '../out/newsdesk'
import type { Newsdesk } from '../out/newsdesk'

let newsroom: TestNewsroom
let desk: Newsdesk

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  desk = await fillNewsroom(newsroom)
})
afterAll(() => newsroom.close())

const see = (path: string, headers?: Record<string, string>) => visit(`${newsroom.url}${path}`, headers)

describe('the page of an article', () => {
  it('shows headline, standfirst, text, byline and date', async () => {
    const page = await see(`/articles/${desk.open.slug}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.words('h1')).toEqual(['The open story <now> & then'])
    expect(page.words('p')).toEqual(expect.arrayContaining(['What everybody may read.', 'By Ann Ames', 'The first words.', 'The last words.']))
    expect(page.values('href', 'a', { rel: 'author' })).toEqual(['/authors/ann-ames'])
    expect(page.values('href', 'a', { rel: 'tag' })).toEqual(['/tags/peace'])
    expect(page.values('datetime', 'time')).toHaveLength(1)
  })

  it('tells machines the same: its one address, schema.org, Open Graph, feeds', async () => {
    const page = await see(`/articles/${desk.open.slug}`)
    const address = `http://127.0.0.1:3000/articles/${desk.open.slug}`
    expect(page.values('href', 'link', { rel: 'canonical' })).toEqual([address])
    expect(page.values('content', 'meta', { property: 'og:url' })).toEqual([address])
    expect(page.values('content', 'meta', { property: 'og:title' })).toEqual(['The open story <now> & then'])
    // With its country, and with who wrote it (ingest S3).
    expect(page.values('content', 'meta', { property: 'og:locale' })).toEqual([expect.stringMatching(/^[a-z]{2,3}_[A-Z]{2}$/)])
    expect(page.values('content', 'meta', { property: 'article:author' })).toEqual([expect.stringMatching(/\/authors\/ann-ames$/)])
    expect(page.values('href', 'link', { rel: 'alternate' })).toEqual(['/feeds/atom.xml', '/feeds/feed.json', '/feeds/rss.xml'])
    const [data = ''] = page.words('script', { type: 'application/ld+json' })
    expect(JSON.parse(data)).toMatchObject({ '@type': 'NewsArticle', headline: 'The open story <now> & then', url: address })
  })

  it('runs no script', async () => {
    const page = await see(`/articles/${desk.open.slug}`)
    expect(page.values('type', 'script')).toEqual(['application/ld+json'])
    expect(page.html).not.toContain('_next')
  })

  it('has a video of another site as a link, with a player that a reader opens (editor F28)', async () => {
    const { root } = aBody('Before the video.')
    const embed = { type: 'block', version: 2, format: '', fields: { id: 'b1', blockType: 'embed', blockName: '', url: 'https://youtu.be/dQw4w9WgXcQ', caption: 'The speech' } }
    const section = await createSection(desk.editor, 'Videos')
    const { slug } = await publishArticle(desk.editor, { body: { root: { ...root, children: [...root.children, embed] } }, headline: 'With a video', section: section.id })
    const page = await see(`/articles/${slug}`)
    expect(page.values('href', 'a').filter((href) => href?.startsWith('https://youtu.be/'))).toHaveLength(1)
    expect(page.words('summary')).toEqual(['Play here (loads from YouTube)'])
    expect(page.values('src', 'iframe', { loading: 'lazy' })).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'])
    expect(page.values('type', 'script')).toEqual(['application/ld+json'])
  })

  it('may be kept, and is asked for again (code F9)', async () => {
    const first = await see(`/articles/${desk.open.slug}`)
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=0\b/)
    const again = await see(`/articles/${desk.open.slug}`, { 'If-None-Match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  it.each(HIDDEN)('is not there when it is %s, nor named by the articles it relates to', async (state) => {
    for (const key of [desk.hidden[state].slug, desk.hidden[state].id]) {
      const page = await see(`/articles/${key}`)
      expect(page.status).toBe(404)
      expect(page.html).not.toContain(CANARY)
    }
    expect((await see(`/articles/${desk.open.slug}`)).html).not.toContain(CANARY)
  })

  it('shows the desk no more than readers', async () => {
    const login = { Cookie: `payload-token=${await tokenOf(newsroom, 'admin')}`, 'Sec-Fetch-Site': 'same-origin' }
    expect((await see(`/articles/${desk.hidden.draft.slug}`, login)).status).toBe(404)
    expect((await see(`/articles/${desk.open.slug}`, login)).html).not.toContain(CANARY)
  })

  it('is gone, with the notice, once it is withdrawn', async () => {
    await republish(desk.editor, desk.withdrawn.id, { notice: 'It was <wrong>.' })
    const page = await see(`/articles/${desk.withdrawn.slug}`)
    expect(page.status).toBe(410)
    expect(page.words('h1')).toEqual(['Withdrawn'])
    expect(page.words('p')).toContain('It was <wrong>.')
    expect(page.values('content', 'meta', { name: 'robots' })).toEqual(['noindex, nofollow'])
    expect(page.html).not.toContain(CANARY)
  })

  it('is found by its id, at its address', async () => {
    const page = await see(`/articles/${desk.open.id}`)
    expect(page.status).toBe(301)
    expect(page.headers.get('location')).toBe(`/articles/${desk.open.slug}`)
  })

  it('is found at its new address when its slug changes', async () => {
    const section = await createSection(desk.editor, 'Moves')
    const { id, slug } = await publishArticle(desk.editor, { headline: 'Moved', section: section.id })
    await republish(desk.editor, id, { slug: '새-주소' })
    const page = await see(`/articles/${slug}`)
    expect([page.status, page.headers.get('location')]).toEqual([301, '/articles/%EC%83%88-%EC%A3%BC%EC%86%8C'])
    await republish(desk.editor, id, { pubStatus: 'withheld' })
    expect((await see(`/articles/${slug}`)).status).toBe(404)
  })

  it.each([
    ['/2019/old-story', { type: 'custom', url: '/sections/straße' }, '/sections/stra%C3%9Fe'],
    ['/old-shop', { type: 'custom', url: 'https://shop.example/x?y=1' }, 'https://shop.example/x?y=1'],
  ])('of an older site leads where editors say: %s', async (from, to, location) => {
    await desk.editor.send('POST', '/api/redirects', { from, to })
    const page = await see(from)
    expect([page.status, page.headers.get('location')]).toEqual([301, location])
  })

  it.each(['/articles/nothing', '/articles', '/articles/a/b', '/nothing', '/articles/%00', '/%2e%2e%2fetc', '/sections/none'])(
    'is a page that says so where there is none: %s',
    async (path) => {
      const page = await see(path)
      expect(page.status).toBe(404)
      expect(page.words('h1')).toEqual(['This page does not exist'])
    },
  )
})

describe('what an article carries', () => {
  it('has its picture with words, in sizes, as the first thing to fetch', async () => {
    const bytes = await sharp({ create: { width: 2000, height: 1200, channels: 3, background: 'teal' } }).jpeg().toBuffer()
    const { body } = await upload<Written<Media>>(newsroom, { name: 'sea.jpg', type: 'image/jpeg', bytes, data: { alt: 'The sea', caption: 'At noon', credit: 'Ann' } })
    const section = await createSection(desk.editor, 'Sea')
    const { slug } = await publishArticle(desk.editor, { headline: 'By the sea', section: section.id, heroImage: body.doc.id })
    const page = await see(`/articles/${slug}`)
    expect(page.values('alt', 'img')).toEqual(['The sea'])
    expect(page.values('srcset', 'img')).toEqual([
      expect.stringMatching(/^\/api\/media\/file\/sea[\d-]*-768x461\.jpg 768w, \/api\/media\/file\/sea[\d-]*-1600x960\.jpg 1600w$/),
    ])
    expect(page.words('figcaption')).toEqual(['At noon Ann'])
    expect(page.values('content', 'meta', { property: 'og:image' })).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/api\/media\/file\/sea[\d-]*\.jpg$/),
    ])
  })

  it('has its corrections, and says above when it was corrected', async () => {
    const section = await createSection(desk.editor, 'Errors')
    const article = await publishArticle(desk.editor, { headline: 'The count', section: section.id, publishedAt: hoursFromNow(-2) })
    await republish(desk.editor, article.id, { corrections: [{ kind: 'clarification', text: 'There were <three>.', correctedAt: hoursFromNow(-1) }] })
    const page = await see(`/articles/${article.slug}`)
    expect(page.words('section', { class: 'corrections' })[0]).toMatch(/Corrections\s*Clarification .*There were <three>\./s)
    expect(page.values('href', 'a')).toContain('#corrections')
  })

  it('has its bylines as what they signed, in the order printed', async () => {
    const section = await createSection(desk.editor, 'Credits')
    const names = ['One', 'Two', 'Three']
    const authors = await Promise.all(names.map((name) => createAuthor(desk.editor, { name })))
    const bylines = authors.map(({ id }, index) => ({ author: id, role: index === 2 ? 'editor' : 'reporter' }))
    const { slug } = await publishArticle(desk.editor, { headline: 'Signed', section: section.id, bylines })
    expect((await see(`/articles/${slug}`)).words('p', { class: 'byline' })).toEqual(['By One and Two, edited by Three'])
  })

  it.each([
    ['ar', 'rtl', 'بقلم Ann Ames'],
    ['he', 'rtl', 'By Ann Ames'],
    ['zh-Hans', 'ltr', '记者 Ann Ames'],
    ['ko', 'ltr', '기자 Ann Ames'],
  ])('speaks its own language: %s', async (language, dir, byline) => {
    const { body } = await desk.editor.get<{ docs: { id: string }[] }>('/api/authors', { where: { slug: { equals: 'ann-ames' } } })
    const section = await createSection(desk.editor, `In ${language}`)
    const bylines = [{ author: body.docs[0]?.id, role: 'reporter' }]
    const headline = `לברוב 王毅 ${language}`
    const { slug } = await publishArticle(desk.editor, { headline, section: section.id, language, bylines, body: aBody('…') })
    const page = await see(`/articles/${encodeURIComponent(slug)}`)
    expect([page.values('lang', 'html'), page.values('dir', 'html')]).toEqual([[language], [dir]])
    expect(page.words('p', { class: 'byline' })).toEqual([byline])
    expect(page.values('lang', 'header', { class: 'masthead' })).toEqual(['en'])
  })
})
