import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordCount } from '../../../src/articles/wordCount'
import { pieces } from '../../../src/text/pieces'

const text = fc.string({ unit: fc.constantFrom('a', 'я', '新', ' ', '.', '😀', '\u0301'), maxLength: 2_000 })

it('keeps every character, in pieces that are short enough and cut through none', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 500 }), (whole, length) => {
      const all = [...pieces(whole, length)]
      expect(all.join('')).toBe(whole)
      for (const piece of all) expect([piece.length > 0 && piece.length <= length, /\p{Surrogate}/u.test(piece)]).toEqual([true, false])
    }),
  )
})

it('counts the words of a long text of short words as those of its parts', () => {
  for (const part of ['Слова стоят здесь. ', 'كلمات هنا. ', 'Words (and marks) stand “here”. ']) expect(wordCount(part.repeat(2_000))).toBe(2_000 * wordCount(part))
})
