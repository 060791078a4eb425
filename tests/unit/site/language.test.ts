import { describe, expect, it } from 'vitest'
import { directionOf, languageOf } from '../../../src/site/language'
import { capitalised, wordsOf } from '../../../src/i18n/readerPages'

describe('a language', () => {
  it.each([
    ['ar', 'rtl'], ['he-IL', 'rtl'], ['ur', 'rtl'], ['fa', 'rtl'], ['az-Arab', 'rtl'], ['dv', 'rtl'],
    ['en', 'ltr'], ['az', 'ltr'], ['ur-Latn', 'ltr'], ['zh-Hant', 'ltr'], ['ko', 'ltr'],
  ])('%s is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })

  it('is the first that is one', () => {
    expect(languageOf(null, '', 'not a tag', 'fr', 'de')).toBe('fr')
    expect(languageOf('🙂')).toBe('en')
  })

  it('has its words whatever its region, and English ones when it has none', () => {
    expect(wordsOf('es-MX').related).toBe('Relacionados')
    expect(wordsOf('zh-Hant-HK')).toBe(wordsOf('zh'))
    expect(wordsOf('mi')).toBe(wordsOf('en'))
  })

  it('begins with a capital where it has some', () => {
    expect([capitalised('by', 'en'), capitalised('istanbul', 'tr'), capitalised('记者', 'zh'), capitalised('', 'en')]).toEqual(['By', 'İstanbul', '记者', ''])
  })
})
