import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingTime, wordCount, WORDS_PER_MINUTE } from '../../../src/articles/wordCount'

describe('the number of words', () => {
  it.each([
    ['', 0],
    ['… — !?', 0],
    ['One two, three.', 3],
    ["Lavrov's two-day visit", 4],
    ['2.5 million', 2],
    ['Пхеньян принял гостя', 3],
    ['وصل لافروف إلى كوريا', 4],
    ['라브로프 평양 도착', 3],
  ])('of “%s” is %i', (text, words) => {
    expect(wordCount(text)).toBe(words)
  })

  it.each(['拉夫罗夫抵达平壤进行正式访问', 'ラブロフ外相が平壌に到着した', 'ลาฟรอฟเดินทางถึงเปียงยาง'])('is found in a script without spaces: %s', (text) => {
    expect(wordCount(text)).toBeGreaterThan(3)
    expect(wordCount(text)).toBeLessThan(text.length)
  })
})

describe('the number of words of a long text', () => {
  it.each([
    ['a b/c ', 3],
    ['<a', 1],
    ['\u00e9<\u4e2d ', 2],
  ])('of “%s” again and again is found, in time that grows with its length', (unit, words) => {
    // The segmenter took more than a minute for 80,000 characters at once.
    expect(wordCount(`${unit}\n`.repeat(30_000))).toBe(words * 30_000)
  })
})

describe('the number of words of any text', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  const piece = fc.oneof(
    fc.constantFrom('don’t', '2.5', '1,000', 'Übergabe', '“quoted”', 'two-day', 'a_b', '平壤', 'ラ', 'e\u0301', '\u0301', "rock'n'roll", 'said:', '(so)'),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const text = fc.array(fc.tuple(piece, fc.constantFrom(' ', '\n', '\u00a0', '\u3000', '', '\u200b'))).map((pairs) => pairs.flat().join(''))

  it('is that of Unicode', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(wordCount(any)).toBe([...segmenter.segment(any)].filter(({ isWordLike }) => isWordLike).length)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the reading time', () => {
  it('is none for no words, and at least a minute for any', () => {
    expect([readingTime(0), readingTime(1)]).toEqual([0, 1])
  })

  it('is rounded up to whole minutes', () => {
    expect([readingTime(WORDS_PER_MINUTE), readingTime(WORDS_PER_MINUTE + 1)]).toEqual([1, 2])
  })
})
