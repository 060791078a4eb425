import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNumberedSlugOf, MAX_SLUG_LENGTH, numberedSlug, slugify } from '../../../src/fields/slugify'

const text = fc.string({ unit: 'grapheme', maxLength: 300 })

describe('a slug', () => {
  it.each([
    ['Peace talks', 'peace-talks'],
    ['  Peace --- talks!  ', 'peace-talks'],
    ['Crème brûlée', 'creme-brulee'],
    ['Ærø, Đà Nẵng, Þór', 'aero-da-nang-thor'],
    ['Kyiv’s day', 'kyivs-day'],
    ['rock ’n’ roll', 'rock-n-roll'],
    ['50 % off', '50-off'],
    ['Ἀθῆναι', 'αθηναι'],
    ['Їжак і йогурт', 'їжак-і-йогурт'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार'],
    ['한국어', '한국어'],
    ['ニュース', 'ニュース'],
    ['ﬁnance №5', 'finance-no5'],
    ['👩‍👩‍👧 family', 'family'],
    ['…', ''],
    ['', ''],
  ])('of “%s” is “%s”', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  it('is cut at a word when the text is long', () => {
    const slug = slugify('word '.repeat(100))
    expect(slug).toMatch(/^word(-word)*$/)
    expect(slug.length).toBeLessThanOrEqual(MAX_SLUG_LENGTH)
  })

  it('is cut inside a word when there is no other place', () => {
    expect(slugify('x'.repeat(500))).toBe('x'.repeat(MAX_SLUG_LENGTH))
  })

  it('holds letters, digits, their marks and single hyphens only, whatever the text', () => {
    fc.assert(
      fc.property(text, (title) => {
        expect(slugify(title)).toMatch(/^$|^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(-[\p{L}\p{N}\p{M}]+)*$/u)
      }),
    )
  })

  it('of a slug is that slug', () => {
    fc.assert(
      fc.property(text, (title) => {
        expect(slugify(slugify(title))).toBe(slugify(title))
      }),
    )
  })

  it('is never longer than an address bears', () => {
    fc.assert(
      fc.property(text, (title) => {
        expect(Array.from(slugify(title)).length).toBeLessThanOrEqual(MAX_SLUG_LENGTH)
      }),
    )
  })

  it('survives an address', () => {
    fc.assert(
      fc.property(text, (title) => {
        expect(decodeURIComponent(encodeURIComponent(slugify(title)))).toBe(slugify(title))
      }),
    )
  })
})

describe('a numbered slug', () => {
  it('has no number when it is the first', () => {
    expect([numberedSlug('peace', 1), numberedSlug('peace', 2), numberedSlug('peace', 13)]).toEqual(['peace', 'peace-2', 'peace-13'])
  })

  it('is told from another slug that begins alike', () => {
    expect(['peace', 'peace-2', 'peace-13'].every((slug) => isNumberedSlugOf(slug, 'peace'))).toBe(true)
    expect(['peace-talks', 'peace-02', 'peace-2-3', 'peacetime', 'pea'].some((slug) => isNumberedSlugOf(slug, 'peace'))).toBe(false)
  })

  it('is always recognised', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 10_000 }), (base, n) => {
        expect(isNumberedSlugOf(numberedSlug(base, n), base)).toBe(true)
      }),
    )
  })
})

it('of an emoji leaves nothing behind (ingest S3)', () => {
  expect(['Sun ☀️ and rain', '❤️', 'Go ⚽︎ go', '☂\u{e0100}x'].map(slugify)).toEqual(['sun-and-rain', '', 'go-go', 'x'])
})
