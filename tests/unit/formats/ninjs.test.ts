import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toNinjs } from '../../../src/formats/ninjs'
import { anyArticle } from './arbitraries'
import { CANARY, clientArticle, DATELINE, options, PARAGRAPHS, STANDFIRST } from './clientArticle'
import { ninjsFaults, withoutSchema } from './ninjsSchema'

describe.skipIf(withoutSchema)(
  `ninjs against IPTC's schema${withoutSchema ? ` (skipped: ${withoutSchema})` : ''}`,
  () => {
    it('knows a bad item from a good one', () => {
      expect(ninjsFaults({ uri: 'tag:news.example,2025:articles/1' })).toEqual([])
      expect(ninjsFaults({ uri: 'no uri', headline: 'x' })).not.toEqual([])
    })

    it('takes the client’s article, published and withdrawn', () => {
      expect(ninjsFaults(toNinjs(clientArticle(), options))).toEqual([])
      expect(ninjsFaults(toNinjs(clientArticle({ pubStatus: 'canceled' }), options))).toEqual([])
    })

    it('takes any article, and what JSON makes of it', () => {
      fc.assert(
        fc.property(anyArticle, (article) => {
          const item = toNinjs(article, options)
          expect(ninjsFaults(item)).toEqual([])
          expect(ninjsFaults(JSON.parse(JSON.stringify(item)))).toEqual([])
        }),
      )
    })
  },
)

describe('ninjs of the client’s article', () => {
  const item = toNinjs(clientArticle(), options)

  it('has its text word for word, as text and as HTML', () => {
    expect(item.bodies?.map(({ contentType }) => contentType)).toEqual(['text/plain', 'text/html'])
    expect(item.bodies?.[0]?.value).toBe(PARAGRAPHS.join('\n'))
    expect(item.bodies?.[0]?.wordCount).toBe(512)
    expect(item.bodies?.[1]?.value.match(/<p>/g)).toHaveLength(PARAGRAPHS.length)
  })

  it('has headline, lead, dateline and credits', () => {
    expect(item.headlines).toContainEqual({ role: 'main', contentType: 'text/plain', value: clientArticle().headline })
    expect(item.descriptions).toContainEqual({ role: 'standfirst', contentType: 'text/plain', value: STANDFIRST })
    expect(item.descriptions).toContainEqual({ role: 'dateline', contentType: 'text/plain', value: DATELINE })
    expect(item.located).toBe('Pyongyang')
    expect(item.by).toBe('CJ journalist')
    expect(item.infoSources?.map(({ name, role }) => [name, role])).toEqual([
      ['CJ journalist', 'reporter'],
      ['HUXIANA', 'editor'],
    ])
  })

  it('sorts tags by kind and names subjects by their Media Topics', () => {
    expect(item.places?.map(({ name }) => name)).toEqual(['North Korea'])
    expect(item.people?.[0]).toMatchObject({ name: 'Sergei Lavrov', uri: 'https://www.wikidata.org/wiki/Q58217' })
    expect(item.organisations?.[0]?.uri).toBe('https://news.example/tags/white-house')
    expect(item.events?.map(({ name }) => name)).toEqual(['Vostochny summit'])
    expect(item.subjects).toEqual([
      {
        name: 'Politics',
        rel: 'section',
        uri: 'http://cv.iptc.org/newscodes/mediatopic/11000000',
        literal: 'politics',
      },
      {
        name: 'Arms transfers',
        rel: 'about',
        uri: 'http://cv.iptc.org/newscodes/mediatopic/20000565',
        literal: 'arms-transfers',
      },
    ])
  })

  it('has the hero picture with its renditions', () => {
    expect(item.associations?.[0]).toMatchObject({ rel: 'hero', by: 'KCNA', usageTerms: 'One year', type: 'picture' })
    expect(item.associations?.[0]?.renditions?.[0]).toEqual({
      name: 'original',
      href: 'https://news.example/api/media/file/two%20men.jpg',
      contentType: 'image/jpeg',
      width: 1600,
      height: 900,
      sizeInBytes: 240_000,
      poi: { x: 800, y: 225 },
    })
  })

  it('tells corrections to the desk that receives it', () => {
    expect(item.edNote).toBe('CORRECTION 2023-10-19T08:00:00.000Z: The visit is of two days.')
  })

  it('keeps its id when slug and date change', () => {
    const moved = toNinjs(clientArticle({ slug: 'other', publishedAt: '2024-01-01T00:00:00.000Z' }), options)
    expect(moved.uri).toBe(item.uri)
    expect(moved.uri).toBe('tag:news.example,2025:articles/6530f1a2b3c4d5e6f7a8b9c0')
  })

  it('names the embargo', () => {
    const { embargoedUntil } = toNinjs(clientArticle({ embargoUntil: '2023-10-20T06:00:00.000Z' }), options)
    expect(embargoedUntil).toBe('2023-10-20T06:00:00.000Z')
  })
})

describe('ninjs of a withdrawn article', () => {
  const notice = toNinjs(clientArticle({ pubStatus: 'canceled' }), options)

  it('says which article is canceled', () => {
    expect(notice).toMatchObject({
      pubStatus: 'canceled',
      representationType: 'partial',
      slugline: 'lavrov-north-korea',
    })
  })

  it('says nothing of what it said', () => {
    expect(notice).not.toHaveProperty('bodies')
    expect(notice).not.toHaveProperty('associations')
    expect(JSON.stringify(notice)).not.toContain(STANDFIRST)
  })
})

describe('ninjs of a draft', () => {
  it.each([
    ['usable', 'withheld'],
    ['withheld', 'withheld'],
    ['canceled', 'canceled'],
  ] as const)('that is %s says %s: it may not go out', (pubStatus, said) => {
    expect(toNinjs(clientArticle({ _status: 'draft', pubStatus }), options).pubStatus).toBe(said)
  })
})

describe('related articles', () => {
  const related = clientArticle({ id: 'other', slug: 'other', headline: 'Another story', source: { text: CANARY } })
  const named = (changes: Parameters<typeof clientArticle>[0]) =>
    toNinjs(clientArticle({ related: [{ ...related, ...changes }, 'id-only'] }), options).associations?.filter(
      ({ rel }) => rel === 'related',
    )

  it('are named when public', () => {
    expect(named({})?.map(({ name }) => name)).toEqual(['Another story'])
  })

  it.each([
    { _status: 'draft' as const },
    { embargoUntil: '2030-01-01T00:00:00.000Z' },
    { pubStatus: 'withheld' as const },
  ])('are not named when %o', (changes) => {
    expect(named(changes)).toEqual([])
  })
})
