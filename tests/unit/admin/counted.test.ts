import { describe, expect, it } from 'vitest'
import { counted } from '../../../src/i18n/admin/counted'

describe('what is counted', () => {
  it.each([
    ['en', 1, '1 word'],
    ['en', 0, '0 words'],
    ['en', 1234, '1,234 words'],
    ['es', 1, '1 palabra'],
    ['es', 2, '2 palabras'],
    ['ru', 1, '1 слово'],
    ['ru', 3, '3 слова'],
    ['ru', 5, '5 слов'],
    ['ru', 11, '11 слов'],
    ['ru', 21, '21 слово'],
    ['ar', 1, 'كلمة واحدة'],
    ['ar', 2, 'كلمتان'],
    ['ko', 1, '1단어'],
    ['zh', 1, '1 字'],
  ])('has the form of its number: %s %i', (language, number, expected) => {
    expect(counted('words', number, language)).toBe(expected)
  })

  it.each([
    [3, / كلمات$/],
    [11, / كلمة$/],
    [100, / كلمة$/],
  ])('has the Arabic forms for few and for many: %i', (number, expected) => {
    expect(counted('words', number, 'ar')).toMatch(expected)
  })

  it('is English where the language is not ours', () => {
    expect(counted('minutes', 2, 'de')).toBe('2 min read')
  })
})
