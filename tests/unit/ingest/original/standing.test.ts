import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standings } from '../../../../src/ingest/original/standing'

const line = (text: string, to = 'body') => ({ number: 1, text, to: [to], words: text.trim() })
const inBody = (text: string, ...body: string[]) => standings([line(text)], { body })[0]

describe('a line of the original', () => {
  it('is in the article as it is, whatever its blanks, and when paragraphs were joined', () => {
    expect(inBody('  Ministers  met. ', 'Ministers met. They agreed.')).toBe('as-is')
  })

  it('is edited when most of its words are in one paragraph', () => {
    expect(inBody('Ministers met in Oslo on Monday.', 'The ministers met in Oslo on Tuesday.')).toBe('edited')
  })

  it('is edited also where no blanks stand between words', () => {
    expect(inBody('部长们周一在奥斯陆会面。', '部长们周二在奥斯陆会面。')).toBe('edited')
  })

  it('is not in the article when its words are spread over other paragraphs, or nowhere', () => {
    expect(inBody('Ministers met in Oslo.', 'Fish is dear.', 'Oslo is cold.')).toBe('not')
  })

  it('is looked for in the field it became, and nowhere else', () => {
    expect(standings([line('A treaty', 'headline')], { headline: ['Another thing'], body: ['A treaty'] })).toEqual(['not'])
  })

  it('is not in the article when the import left it out', () => {
    expect(standings([{ number: 1, text: 'draft note', to: [], why: 'it has no place' }], {})).toEqual(['not'])
  })

  it('that became a date or a name was used', () => {
    expect(standings([{ number: 1, text: 'EDITED BY| HUXIANA', to: ['bylines'] }], {})).toEqual(['used'])
  })

  it('without a word is no loss', () => {
    expect(standings([{ number: 1, text: ' - ', to: [], why: 'no headline' }], {})).toEqual(['blank'])
  })

  it('that the body holds is never marked', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        expect(standings(texts.map((text) => line(text)), { body: texts }).filter((standing) => standing !== 'blank')).toEqual(
          texts.filter((text) => /[\p{L}\p{N}]/u.test(text)).map(() => 'as-is'),
        )
      }),
    )
  })
})
