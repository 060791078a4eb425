import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xmlText } from '../../../src/formats/escape'
import { toAtom, toJsonFeed, toRss } from '../../../src/formats/feeds'
import type { FeedDescription } from '../../../src/formats/feeds'
import { toNinjs } from '../../../src/formats/ninjs'
import { feedUrl } from '../../../src/formats/urls'
import { anyArticle, anyPublicArticle } from './arbitraries'
import { anyText } from './arbitraryValues'
import { clientArticle, options, PARAGRAPHS, STANDFIRST } from './clientArticle'
import { all, readXml, texts, xmlFaults } from './xmlTree'

const feed: FeedDescription = {
  title: 'The Example & friends',
  url: 'https://news.example/',
  feedUrl: feedUrl('rss', options),
  description: 'All <news>',
  language: 'en',
}

const PRIVATE_STATES = [
  { _status: 'draft' },
  { _status: null },
  { pubStatus: 'withheld' },
  { pubStatus: 'canceled' },
  { embargoUntil: '2023-10-19T12:00:00.001Z' },
  { publishedAt: '2023-10-20T00:00:00.000Z' },
  { publishedAt: null },
  { deletedAt: '2023-10-19T00:00:00.000Z' },
] as const

describe('RSS', () => {
  const source = toRss([clientArticle()], feed, options)
  const tree = readXml(source)

  it('tells of itself', () => {
    expect(texts('title', tree)[0]).toBe('The Example & friends')
    expect(texts('description', tree)[0]).toBe('All <news>')
    expect(texts('lastBuildDate', tree)).toEqual(['Thu, 19 Oct 2023 10:30:00 GMT'])
    expect(all('atom:link', tree)[0]?.attribs).toEqual({
      href: 'https://news.example/feeds/rss.xml',
      rel: 'self',
      type: 'application/rss+xml',
    })
  })

  it('has the article with its whole text, its author and its subjects', () => {
    expect(texts('title', tree)[1]).toBe(clientArticle().headline)
    expect(texts('link', tree)).toContain('https://news.example/articles/lavrov-north-korea')
    expect(texts('pubDate', tree)).toEqual(['Wed, 18 Oct 2023 12:00:00 GMT'])
    expect(texts('description', tree)[1]).toBe(STANDFIRST)
    expect(texts('dc:creator', tree)).toEqual(['CJ journalist'])
    expect(texts('category', tree)).toEqual([
      'Politics',
      'North Korea',
      'Sergei Lavrov',
      'White House',
      'Arms transfers',
      'Vostochny summit',
    ])
    expect(texts('content:encoded', tree)[0]?.match(/<p>/g)).toHaveLength(PARAGRAPHS.length + 2)
  })

  it('has the picture, as an enclosure and with its credit', () => {
    expect(all('enclosure', tree)[0]?.attribs).toEqual({
      url: 'https://news.example/api/media/file/two%20men.jpg',
      length: '240000',
      type: 'image/jpeg',
    })
    expect(all('media:content', tree)[0]?.attribs).toMatchObject({ medium: 'image', width: '1600', height: '900' })
    expect(texts('media:credit', tree)).toEqual(['KCNA'])
  })

  it('says what was put right', () => {
    expect(texts('content:encoded', tree)[0]).toContain(
      '<p><em>Correction (2023-10-19): The visit is of two days.</em></p>',
    )
  })
})

describe('Atom', () => {
  const tree = readXml(toAtom([clientArticle()], { ...feed, feedUrl: feedUrl('atom', options) }, options))

  it('has what RFC 4287 requires of a feed and of an entry', () => {
    expect(texts('id', tree)).toEqual(['https://news.example/feeds/atom.xml', toNinjs(clientArticle(), options).uri])
    expect(texts('updated', tree)).toEqual(['2023-10-19T10:30:00.000Z', '2023-10-19T10:30:00.000Z'])
    expect(texts('published', tree)).toEqual(['2023-10-18T12:00:00.000Z'])
    expect(texts('name', tree)).toEqual(['The Example', 'CJ journalist'])
  })

  it('gives categories a term, a scheme and a label', () => {
    expect(all('category', tree)[0]?.attribs).toEqual({
      term: 'politics',
      scheme: 'https://news.example/sections/',
      label: 'Politics',
    })
  })
})

describe('JSON Feed', () => {
  it('is version 1.1, with the article and its authors', () => {
    const json = toJsonFeed([clientArticle()], feed, options)
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Example & friends',
      language: 'en',
    })
    expect(json.items[0]).toMatchObject({
      id: toNinjs(clientArticle(), options).uri,
      url: 'https://news.example/articles/lavrov-north-korea',
      summary: STANDFIRST,
      authors: [{ name: 'CJ journalist', url: 'https://news.example/authors/cj-journalist' }],
      image: 'https://news.example/api/media/file/two%20men.jpg',
    })
  })
})

describe('every feed', () => {
  it.each(PRIVATE_STATES)('leaves out an article with %o', (state) => {
    const articles = [clientArticle(state)]
    expect(all('item', readXml(toRss(articles, feed, options)))).toEqual([])
    expect(all('entry', readXml(toAtom(articles, feed, options)))).toEqual([])
    expect(toJsonFeed(articles, feed, options).items).toEqual([])
  })

  it('is the same for the same articles', () => {
    const later = { ...options, now: new Date('2024-01-01T00:00:00.000Z') }
    expect(toRss([clientArticle()], feed, later)).toBe(toRss([clientArticle()], feed, options))
    expect(toAtom([clientArticle()], feed, later)).toBe(toAtom([clientArticle()], feed, options))
  })

  it('has one id for an article, in every format and after a new slug', () => {
    const moved = clientArticle({ slug: 'moved' })
    const { uri } = toNinjs(clientArticle(), options)
    expect(texts('guid', readXml(toRss([moved], feed, options)))).toEqual([uri])
    expect(toJsonFeed([moved], feed, options).items[0]?.id).toBe(uri)
  })

  it('is well-formed XML whatever the articles hold, and gives back headlines', () => {
    fc.assert(
      fc.property(fc.array(anyPublicArticle, { maxLength: 3 }), anyText, (articles, title) => {
        const rss = toRss(articles, { ...feed, title }, options)
        const atom = toAtom(articles, { ...feed, title }, options)
        const headlines = articles.map(({ headline }) => inXml(headline))
        expect(xmlFaults(rss)).toEqual([])
        expect(xmlFaults(atom)).toEqual([])
        expect(all('item', readXml(rss)).map((item) => texts('title', item)[0])).toEqual(headlines)
        expect(all('entry', readXml(atom)).map((entry) => texts('title', entry)[0])).toEqual(headlines)
        expect(toJsonFeed(articles, feed, options).items.map((item) => item.title)).toEqual(
          articles.map(({ headline }) => xmlText(headline ?? '')),
        )
      }),
    )
  })

  it('has only articles that are public', () => {
    fc.assert(
      fc.property(fc.array(anyArticle, { maxLength: 4 }), (articles) => {
        const open = articles.filter(
          ({ _status, embargoUntil, pubStatus, publishedAt }) =>
            _status === 'published' &&
            pubStatus === 'usable' &&
            publishedAt &&
            new Date(publishedAt) <= new Date('2023-10-19T12:00:00.000Z') &&
            (!embargoUntil || new Date(embargoUntil) <= new Date('2023-10-19T12:00:00.000Z')),
        )
        expect(toJsonFeed(articles, feed, options).items).toHaveLength(open.length)
      }),
    )
  })
})

function inXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

describe('a feed (ingest S3)', () => {
  const body = { root: { type: 'root', children: [{ type: 'paragraph', children: [] }, { type: 'paragraph', children: [{ type: 'text', text: `First words. ${'More of it. '.repeat(60)}` }] }] } }
  const bare = { ...clientArticle(), standfirst: null, meta: {}, body } as never

  it('has a description of HTML in RSS, and of words elsewhere', () => {
    const articles = [{ ...clientArticle(), standfirst: 'Stand & <deliver>' }]
    expect(texts('description', readXml(toRss(articles, feed, options)))[1]).toBe('Stand &amp; &lt;deliver&gt;')
    expect(texts('summary', readXml(toAtom(articles, feed, options)))).toEqual(['Stand & <deliver>'])
    expect(toJsonFeed(articles, feed, options).items[0]?.summary).toBe('Stand & <deliver>')
  })

  it('describes an article without a standfirst by its first paragraph', () => {
    const { summary = '' } = toJsonFeed([bare], feed, options).items[0] ?? {}
    expect(summary).toMatch(/^First words\. .*…$/)
    expect(summary.length).toBeLessThanOrEqual(301)
    expect(texts('description', readXml(toRss([bare], feed, options)))[1]).toBe(summary)
    expect(texts('summary', readXml(toAtom([bare], feed, options)))).toEqual([summary])
  })

  it('has no control characters in its titles', () => {
    const articles = [{ ...clientArticle(), headline: 'A\u007f\u0080\u009f\u0007B' }]
    expect(texts('title', readXml(toRss(articles, feed, options)))[1]).toBe('AB')
    expect(toJsonFeed(articles, feed, options).items[0]?.title).toBe('AB')
  })
})
