import fc from 'fast-check'
import { parseDocument, DomUtils } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { jsonLdScript, toJsonLd } from '../../../src/formats/jsonLd'
import { plainText } from '../../../src/articles/plainText'
import { anyPublicArticle } from './arbitraries'
import { author, clientArticle, DATELINE, options, STANDFIRST } from './clientArticle'

describe('JSON-LD of the client’s article', () => {
  const data = toJsonLd(clientArticle(), options)

  it('is a NewsArticle with what Google reads', () => {
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Lavrov arrives in North Korea as Moscow and Pyongyang draw closer',
      description: STANDFIRST,
      datePublished: '2023-10-18T12:00:00.000Z',
      dateModified: '2023-10-19T10:30:00.000Z',
      mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://news.example/articles/lavrov-north-korea' },
      publisher: { '@type': 'NewsMediaOrganization', name: 'The Example' },
    })
  })

  it('has the text, a line for each paragraph', () => {
    expect(data).toHaveProperty('articleBody', plainText(clientArticle().body))
    expect(String('articleBody' in data && data.articleBody).split('\n').length).toBeGreaterThan(1)
    expect(toJsonLd({ ...clientArticle(), body: { root: { type: 'root', children: [], direction: null, format: '', indent: 0, version: 1 } } }, options)).not.toHaveProperty('articleBody')
  })

  it('tells author and editor apart', () => {
    expect(data).toMatchObject({
      author: [{ '@type': 'Person', name: 'CJ journalist', url: 'https://news.example/authors/cj-journalist' }],
      editor: [{ '@type': 'Person', name: 'HUXIANA', jobTitle: 'Editor' }],
    })
  })

  it('has section, dateline, language, length, keywords and what it is about', () => {
    expect(data).toMatchObject({ articleSection: 'Politics', dateline: DATELINE, inLanguage: 'en', wordCount: 512 })
    expect(data).toHaveProperty('keywords', [
      'North Korea',
      'Sergei Lavrov',
      'White House',
      'Arms transfers',
      'Vostochny summit',
    ])
    expect(data).toHaveProperty('about.1', {
      '@type': 'Person',
      name: 'Sergei Lavrov',
      url: 'https://news.example/tags/sergei-lavrov',
      sameAs: ['https://www.wikidata.org/wiki/Q58217'],
    })
  })

  it('credits the picture', () => {
    expect(data).toHaveProperty('image.0.url', 'https://news.example/api/media/file/two%20men.jpg')
    expect(data).toHaveProperty('image.0.creditText', 'KCNA')
  })

  it('says what was put right', () => {
    expect(data).toHaveProperty('correction', [
      {
        '@type': 'CorrectionComment',
        name: 'Correction',
        text: 'The visit is of two days.',
        datePublished: '2023-10-19T08:00:00.000Z',
      },
    ])
  })

  it('makes a dateline of place and day when none is printed', () => {
    const dateline = { place: 'Pyongyang', date: '2023-10-18T12:00:00.000Z', text: null }
    expect(toJsonLd(clientArticle({ dateline }), options)).toHaveProperty('dateline', 'Pyongyang, 2023-10-18')
  })
})

describe('the author', () => {
  const bylines = (...roles: ('editor' | 'photographer' | 'reporter' | 'translator')[]) =>
    roles.map((role) => ({ author: author({ id: role, name: role }), role }))

  it('is the photographer when nobody reported', () => {
    const data = toJsonLd(clientArticle({ bylines: bylines('photographer', 'editor') }), options)
    expect(data).toHaveProperty('author.0.name', 'photographer')
    expect(data).not.toHaveProperty('contributor')
  })

  it('leaves photographer and translator their own credit beside a reporter', () => {
    const data = toJsonLd(clientArticle({ bylines: bylines('translator', 'photographer', 'reporter') }), options)
    expect(data).toHaveProperty('author.length', 1)
    expect(data).toHaveProperty('contributor.0.name', 'photographer')
    expect(data).toHaveProperty('translator.0.name', 'translator')
  })

  it('is the newsroom when nobody signed', () => {
    expect(toJsonLd(clientArticle({ bylines: bylines('editor') }), options)).toHaveProperty(
      'author.0.name',
      'The Example',
    )
  })
})

describe('JSON-LD of any public article', () => {
  it('has the fields Google asks for, and no script can end in it', () => {
    fc.assert(
      fc.property(anyPublicArticle, (article) => {
        const data = toJsonLd(article, options)
        const script = jsonLdScript(data)
        const page = parseDocument(`<script type="application/ld+json">${script}</script><p>after</p>`)
        expect(data).toMatchObject({
          headline: article.headline,
          datePublished: article.publishedAt,
          dateModified: article.updatedAt,
        })
        expect(data).toHaveProperty('author.0.name')
        expect(data).toHaveProperty('author.0.url')
        expect(script).not.toContain('<')
        expect(DomUtils.getElementsByTagName('p', page)).toHaveLength(1)
        expect(JSON.parse(script)).toEqual(data)
      }),
    )
  })
})

it('has the logo of the newsroom, and its picture where the article has none (ingest S3)', () => {
  const site = { ...options, newsroom: { ...options.newsroom, logoUrl: 'https://news.example/logo.png', imageUrl: 'https://news.example/share.jpg' } }
  const bare = { ...clientArticle(), heroImage: null, body: { root: { type: 'root', children: [], direction: null, format: '' as const, indent: 0, version: 1 } } }
  expect(toJsonLd({ ...bare }, site)).toMatchObject({
    publisher: { logo: { '@type': 'ImageObject', url: 'https://news.example/logo.png' } },
    image: [{ '@type': 'ImageObject', url: 'https://news.example/share.jpg' }],
  })
  expect(toJsonLd({ ...bare }, options)).not.toHaveProperty('image')
})
