import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newsLanguage, sitemapPages, toNewsSitemap, toSitemap, toSitemapIndex } from '../../../src/formats/sitemaps'
import { anyArticle } from './arbitraries'
import { clientArticle, options } from './clientArticle'
import { all, readXml, texts, xmlFaults } from './xmlTree'

const draft = clientArticle({ _status: 'draft' })

describe('the sitemap', () => {
  it('has the address of every public article and when it last changed', async () => {
    const tree = readXml(await toSitemap([clientArticle(), draft], options))
    expect(texts('loc', tree)).toEqual(['https://news.example/articles/lavrov-north-korea'])
    expect(texts('lastmod', tree)).toEqual(['2023-10-19T10:30:00.000Z'])
  })

  it('may be empty', async () => {
    expect(all('urlset', readXml(await toSitemap([draft], options)))).toHaveLength(1)
  })

  it('holds fifty thousand addresses, and not one more', async () => {
    const many = Array.from({ length: 50_001 }, () => clientArticle())
    await expect(toSitemap(many, options)).rejects.toThrow(RangeError)
    expect(texts('loc', readXml(await toSitemap(many.slice(1), options)))).toHaveLength(50_000)
  }, 30_000)

  it('has an index of its pages beyond that', async () => {
    expect([0, 1, 50_000, 50_001, 100_001].map((total) => sitemapPages(total))).toEqual([1, 1, 1, 2, 3])
    expect(sitemapPages(2_001, 2_000)).toBe(2)
    const index = await toSitemapIndex([{ page: 1, lastModified: '2023-10-19T10:30:00.000Z' }, { page: 2 }], options)
    expect(xmlFaults(index)).toEqual([])
    expect(texts('loc', readXml(index))).toEqual([
      'https://news.example/sitemaps/1.xml',
      'https://news.example/sitemaps/2.xml',
    ])
    expect(texts('lastmod', readXml(index))).toEqual(['2023-10-19T10:30:00.000Z'])
  })
})

describe('the news sitemap', () => {
  const published = (publishedAt: string, headline = publishedAt) => clientArticle({ publishedAt, headline })

  it('has what Google News asks for', async () => {
    const tree = readXml(await toNewsSitemap([clientArticle({ language: 'pt-BR' })], options))
    expect(texts('news:name', tree)).toEqual(['The Example'])
    expect(texts('news:language', tree)).toEqual(['pt'])
    expect(texts('news:publication_date', tree)).toEqual(['2023-10-18T12:00:00.000Z'])
    expect(texts('news:title', tree)).toEqual([clientArticle().headline])
  })

  it('has the last 48 hours, newest first', async () => {
    const articles = [
      '2023-10-17T12:00:00.000Z',
      '2023-10-19T11:00:00.000Z',
      '2023-10-17T11:59:59.999Z',
      '2023-10-18T00:00:00.000Z',
    ]
    const tree = readXml(await toNewsSitemap([...articles.map((moment) => published(moment)), draft], options))
    expect(texts('news:publication_date', tree)).toEqual([
      '2023-10-19T11:00:00.000Z',
      '2023-10-18T00:00:00.000Z',
      '2023-10-17T12:00:00.000Z',
    ])
  })

  it('has a thousand articles at most, the newest', async () => {
    const moments = Array.from({ length: 1001 }, (_, minute) =>
      new Date(Date.UTC(2023, 9, 18, 0, minute)).toISOString(),
    )
    const tree = readXml(
      await toNewsSitemap(
        moments.map((moment) => published(moment)),
        options,
      ),
    )
    expect(texts('news:publication_date', tree)).toHaveLength(1000)
    expect(texts('news:publication_date', tree)).not.toContain(moments[0])
  })

  it('writes languages as Google News does', () => {
    expect(['en', 'en-GB', 'ko', 'zh', 'zh-Hans-SG', 'zh-Hant', 'zh-HK', 'fil'].map(newsLanguage)).toEqual([
      'en',
      'en',
      'ko',
      'zh-cn',
      'zh-cn',
      'zh-tw',
      'zh-tw',
      'fil',
    ])
  })
})

it('sitemaps are well-formed XML whatever the articles hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyArticle, { maxLength: 3 }), async (articles) => {
      const recent = articles.map((article) => ({ ...article, publishedAt: '2023-10-19T11:00:00.000Z' }))
      expect(xmlFaults(await toSitemap(articles, options))).toEqual([])
      expect(xmlFaults(await toNewsSitemap(recent, options))).toEqual([])
    }),
  )
})
