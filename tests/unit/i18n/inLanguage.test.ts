import { readFile } from 'node:fs/promises'
import { glob } from 'tinyglobby'
import { beforeAll, describe, expect, it } from 'vitest'
import { supportedLanguages } from '../../../src/i18n/admin'
import { inLanguage } from '../../../src/i18n/refusals/inLanguage'
import { SENTENCES } from '../../../src/i18n/refusals/sentences'
import { ar } from '../../../src/i18n/refusals/ar'
import { es } from '../../../src/i18n/refusals/es'
import { ko } from '../../../src/i18n/refusals/ko'
import { ru } from '../../../src/i18n/refusals/ru'
import { zh } from '../../../src/i18n/refusals/zh'
import { conflictMessage } from '../../../src/articles/revisions'

const OTHERS = Object.keys(supportedLanguages).filter((language) => language !== 'en')
const DICTIONARIES: Record<string, Readonly<Record<string, string>>> = { ar, es, ko, ru, zh }
const namesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

let sources: string

beforeAll(async () => {
  const files = await glob(['src/**/*.ts', 'collections/**/*.ts'], { ignore: ['src/i18n/refusals/**'] })
  sources = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n')
})

describe.each(SENTENCES)('“%s”', (english) => {
  it.each(OTHERS)('is said in %s, of the same things', (language) => {
    const { [language]: said = {} } = DICTIONARIES
    expect(said[english]).not.toBe(english)
    expect(namesIn(said[english] ?? '')).toEqual(namesIn(english))
  })

  it('is what a rule says', () => {
    for (const piece of english.split(/\{\w+\}|[.:] /).filter((each) => each.length > 3)) expect(sources.includes(piece), piece).toBe(true)
  })
})

describe('a refusal in another language', () => {
  it('is said whole', () => {
    expect(inLanguage('Add a byline.', 'es')).toBe('Añada una firma.')
  })

  it('names what it is about', () => {
    expect(inLanguage('This picture is used: “Ferry”, “Port” and 2 more. Take it out there first.', 'zh')).toBe('图片正在使用：“Ferry”, “Port” and 2 more。请先从那里移除。')
    expect(inLanguage('This tag stands on 3 articles: merge it into another one, or take it off first.', 'ko')).toBe('이 태그가 기사에 붙어 있습니다(3). 다른 태그와 합치거나 먼저 떼세요.')
  })

  it('tells who changed what', () => {
    const saves = [{ revision: 2, at: '2027-01-31T18:00:00Z', by: 'a', who: 'Maria', fields: ['body', 'headline'], isAutosave: false }]
    expect(inLanguage(conflictMessage([...saves, ...saves]), 'ru')).toContain('(Maria: body, headline; Maria: body, headline)')
  })

  it('is not looked for in what a hostile client made long, which would stop everything else', () => {
    const hostile = ' changed '.repeat(100_000)
    expect(inLanguage(hostile, 'es')).toBe(hostile)
  })

  it('is said in English where it is not known, or the language is not', () => {
    expect(inLanguage('Something else.', 'es')).toBe('Something else.')
    expect(inLanguage('Add a byline.', 'fr')).toBe('Add a byline.')
    expect(inLanguage('Add a byline.', 'toString')).toBe('Add a byline.')
    expect(inLanguage('3 articles', 'toString')).toBe('3 articles')
    expect(inLanguage('constructor', 'es')).toBe('constructor')
  })
})
