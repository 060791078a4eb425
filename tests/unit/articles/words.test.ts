import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuestion } from '../../../src/articles/search/question'
import { soughtWords, wordsOf } from '../../../src/articles/search/words'

/** Whether a text holds all the words that are looked for, as the databases compare them. */
function isFound(sought: string, text: string): boolean {
  const words = wordsOf(text)
  return soughtWords(sought).every(({ isWhole, word }) => words.some((each) => (isWhole ? each === word : each.startsWith(word))))
}

describe('a word is found', () => {
  it.each([
    ['in whatever case', 'LAVROV', 'Sergei Lavrov arrives'],
    ['by its beginning', 'negotiat', 'The negotiations went on'],
    ['without its accents', 'resume', 'A résumé of the talks'],
    ['with accents that the text has not', 'Zürich', 'ZURICH, 3 May'],
    ['in full-width letters', 'G20', 'Ｇ２０ summit'],
    ['in Russian, ё written as е', 'самолет', 'Самолёт вылетел'],
    ['in Greek', 'αθηνα', 'Στην Αθήνα'],
    ['in Hindi', 'हिन्दी', 'समाचार हिन्दी में'],
    ['in Arabic, with the article', 'الرئيس', 'وصل رئيس الوزراء'],
    ['in Arabic, without the article', 'رئيس', 'للرئيس كلمة'],
    ['in Arabic, without vowel signs and hamza', 'احمد', 'أَحْمَد وصل'],
    ['in Hebrew, without points', 'שלום', 'שָׁלוֹם עולם'],
    ['within a Chinese sentence', '朝鲜', '俄罗斯外长访问朝鲜首都平壤'],
    ['of one Chinese character', '壤', '俄罗斯外长访问朝鲜首都平壤'],
    ['of several Chinese characters', '朝鲜首都', '俄罗斯外长访问朝鲜首都平壤'],
    ['within a Japanese sentence', 'ニュース', '今日のニュースです'],
    ['in Korean, with a particle behind it', '북한', '북한은 발표했다'],
    ['in Korean, at the end of a longer one', '회담', '정상회담이 열렸다'],
    ['within a Thai sentence', 'ข่าว', 'อ่านข่าววันนี้'],
    ['beside others in any order', 'moscow talks', 'Talks in Moscow'],
    ['in the middle of a slug', 'north', 'lavrov-north-korea'],
  ])('%s', (_, sought, text) => {
    expect(isFound(sought, text)).toBe(true)
  })

  it.each([
    ['by its middle', 'avrov', 'Lavrov'],
    ['by a single letter it begins with', 'l', 'Lavrov'],
    ['when another word is missing', 'Lavrov Tokyo', 'Lavrov in Pyongyang'],
    ['in Chinese, by characters that are not beside each other', '朝首', '朝鲜首都'],
  ])('not %s', (_, sought, text) => {
    expect(isFound(sought, text)).toBe(false)
  })
})

describe('the words of any text', () => {
  it('hold letters, digits and marks only, and begin with one of the first two', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => wordsOf(text).every((word) => /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*$/u.test(word))))
  })

  it('find the text they are of', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem(), (text, more) => isFound(text, `${more} ${text}`)))
  })
})

describe('a question', () => {
  it.each([[{ equals: 'peace' }], [{ like: ['peace'] }], [{ like: { $ne: '' } }], [{ like: 'peace', exists: true }], [{}], [null], ['peace']])('is refused as %j', (condition) => {
    expect(readQuestion(condition)).toHaveProperty('fault')
  })

  it('of 10,000 characters is refused', () => {
    expect(readQuestion({ like: 'x'.repeat(10_000) })).toEqual({ fault: 'A search is at most 300 characters long.' })
  })

  it.each(['', '   ', '"*"', "' OR 1=1 --".replace(/\w/g, ''), '()^-:{}'])('without a word, %j, is for nothing', (text) => {
    expect(readQuestion({ like: text })).toEqual({ words: [] })
  })
})
