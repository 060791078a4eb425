import { describe, expect, it } from 'vitest'
import {
  articleUri,
  articleUrl,
  authorUrl,
  feedUrl,
  fileUrl,
  homeUrl,
  mediaTopicUri,
  mediaUri,
  newsSitemapUrl,
  sectionUrl,
  sitemapUrl,
  tagUrl,
  uriOf,
} from '../../../src/formats/urls'

const site = { siteUrl: 'https://news.example' }

describe('addresses', () => {
  it('are paths for pages that this server shows itself, under whatever name; ids stay', () => {
    const here = { siteUrl: 'https://example.com/news', serverUrl: 'https://cms.example', isRelative: true }
    expect([articleUrl('a', here), homeUrl(here), feedUrl('rss', here)]).toEqual(['/news/articles/a', '/news/', '/feeds/rss.xml'])
    expect(fileUrl('/api/media/file/a b.jpg', here)).toBe('/api/media/file/a%20b.jpg')
    expect(fileUrl('https://cms.example/a.jpg', here)).toBe('/a.jpg')
    expect(fileUrl('https://cms.example.evil/a.jpg', here)).toBe('https://cms.example.evil/a.jpg')
    expect(articleUri('id', here)).toBe(articleUri('id', { ...here, isRelative: false }))
  })

  it('of pages are under the site, wherever it begins', () => {
    expect(articleUrl('peace', site)).toBe('https://news.example/articles/peace')
    expect(articleUrl('평화', { siteUrl: 'https://example.com/news/' })).toBe(
      'https://example.com/news/articles/%ED%8F%89%ED%99%94',
    )
    expect([sectionUrl('a', site), tagUrl('b', site), authorUrl('c', site)]).toEqual([
      'https://news.example/sections/a',
      'https://news.example/tags/b',
      'https://news.example/authors/c',
    ])
  })

  it('of feeds, sitemaps and files are on the server, which may be another', () => {
    const split = { ...site, serverUrl: 'https://cms.example' }
    expect(feedUrl('rss', split)).toBe('https://cms.example/feeds/rss.xml')
    expect(feedUrl('json', split, { kind: 'sections', slug: 'politics' })).toBe(
      'https://cms.example/feeds/sections/politics/feed.json',
    )
    expect(sitemapUrl(split)).toBe('https://cms.example/sitemap.xml')
    expect(sitemapUrl(split, 2)).toBe('https://cms.example/sitemaps/2.xml')
    expect(newsSitemapUrl(split)).toBe('https://cms.example/news-sitemap.xml')
    expect(fileUrl('/api/media/file/a b.jpg', split)).toBe('https://cms.example/api/media/file/a%20b.jpg')
    expect(fileUrl('https://cdn.example/a.jpg', split)).toBe('https://cdn.example/a.jpg')
    expect(fileUrl('javascript:alert(1)', split)).toBeUndefined()
  })
})

describe('ids', () => {
  it('are tag URIs of the document’s id', () => {
    expect(articleUri('65', site)).toBe('tag:news.example,2025:articles/65')
    expect(mediaUri('65', { siteUrl: 'http://[::1]:3000' })).toBe('tag:1,2025:media/65')
  })

  it('outlive a move to another host when told who mints them', () => {
    const moved = { siteUrl: 'https://other.example', tagAuthority: 'news.example,2025' }
    expect(articleUri('65', moved)).toBe(articleUri('65', site))
  })

  it('of Media Topics are IPTC’s', () => {
    expect(mediaTopicUri('medtop:11000000')).toBe('http://cv.iptc.org/newscodes/mediatopic/11000000')
    expect(mediaTopicUri('politics')).toBeUndefined()
  })
})

describe('a web address as a URI', () => {
  it.each([
    ['https://ko.wikipedia.org/wiki/북한', 'https://ko.wikipedia.org/wiki/%EB%B6%81%ED%95%9C'],
    ['https://a.example/b|c[d]?e=%zz#f#g', 'https://a.example/b%7Cc%5Bd%5D?e=%25zz#f%23g'],
    ['http://[::1]/a', 'http://[::1]/a'],
  ])('writes %s in ASCII', (url, uri) => {
    expect(uriOf(url)).toBe(uri)
  })

  it.each(['mailto:a@b.example', 'javascript:alert(1)', '/relative', ''])('is not made of %o', (url) => {
    expect(uriOf(url)).toBeUndefined()
  })
})
