import { describe, expect, it } from 'vitest'
import { parseHouseCopy } from '../../../../src/ingest/house'
import { copyOf, notesOn, readable } from './parse'

const HEADER = ['Headline', 'Published: 18 October 2023', 'Lead.', 'EDITED BY| HUXIANA', 'Politic section - CJ journalist'] as const

describe('a dateline (ingest I4)', () => {
  it.each([
    'Pyongyang - - Wednesday, October 18, 2023',
    'Pyongyang - - Wed., Oct. 18, 2023',
    'Pyongyang - - October 18, 2023, 14:30 GMT',
    'Pyongyang - - 14:30, October 18, 2023',
    'Pyongyang - - 2023-10-18T14:30:00-05:00',
    'Pyongyang - - 2023-10-18 14:30',
    'Pyongyang - - 18 October 2023 2 p.m.',
    'Pyongyang - - 18. Oktober 2023, 14.30 Uhr',
    'Pyongyang - - Mittwoch, 18. Oktober 2023',
    'Pyongyang - - miércoles 18 de octubre de 2023',
    'Pyongyang - - 18 octobre 2023, 14h30',
    'Pyongyang - - 18 октября 2023 г.',
    'Pyongyang - - среда, 18 ОКТЯБРЯ 2023 года',
    'Pyongyang - - 2023年10月18日',
    'Pyongyang - - 2023年10月18日 星期三',
    'Pyongyang — — ２０２３年１０月１８日（星期三）',
    'Pyongyang - - 2023년 10월 18일',
    'Pyongyang - - 2023년 10월 18일(수) 오후 2시 30분',
    'Pyongyang - - 18 أكتوبر 2023',
    'Pyongyang - - الأربعاء، ١٨ أكتوبر ٢٠٢٣',
    'Pyongyang - - 18 تشرين الأول 2023',
    'Pyongyang ⁃ ⁃ 18 October 2023',
    'Pyongyang ━ ━ 18 October 2023',
    'Pyongyang 〜 〜 18 October 2023',
    'Pyongyang ⸺ 18 October 2023',
    'Pyongyang -\u200b - 18 October 2023',
  ])('is read from %j', (line) => {
    const copy = copyOf(...HEADER, line, 'Body.')
    expect(copy).toMatchObject({ dateline: { place: 'Pyongyang', date: '2023-10-18', text: line }, body: ['Body.'] })
    expect(copy).not.toHaveProperty('holdBack')
  })

  it.each([
    ['Pyongyang - - Monday, October 18, 2023', '2023-10-18 is a Wednesday, not a "Monday"; correct one of them.'],
    ['Pyongyang - - 18 October', '"18 October" is not a whole date; write "18 October 2023" or "2023-10-18".'],
    ['Pyongyang - - 10月18日', '"10月18日" is not a whole date; write "18 October 2023" or "2023-10-18".'],
    ['Pyongyang - - 18 ตุลาคม 2566', undefined],
    ['Pyongyang - - 18 October 2566', '2566 looks like a year of the Thai calendar; write 2023 if it is one.'],
  ])('is not taken for a paragraph: %j', (line, message) => {
    const result = parseHouseCopy([...HEADER, line, 'Body.'].join('\n'))
    if (message === undefined) expect(result).toMatchObject({ ok: true, copy: { holdBack: expect.stringContaining('looks like a dateline') } })
    else expect(result).toMatchObject({ ok: false, errors: [{ line: 6, message }] })
  })

  it.each([
    'Pyongyang - - 18 Brumaire 2023',
    'Pyongyang - KCNA - yesterday, 18 October',
    'Pyongyang -- Oct 18 (Reuters) -- updates 2',
    'Pyongyang ~ KCNA - 14:30',
    'Пхеньян - ТАСС - 18 числа',
    '平壤 - 新华社 - 十月十八日',
  ])('that is not understood is noted and holds the story back: %j', (line) => {
    const lines = [...HEADER, line, 'Body.']
    expect(copyOf(...lines)).toMatchObject({ body: [line, 'Body.'], holdBack: `line 6, "${line}", looks like a dateline and could not be read as one.` })
    expect(notesOn(...lines)).toContain('Line 6 looks like a dateline and could not be read as one: it is kept as text.')
  })

  it.each(['Moscow is calm.', 'The minister - who is 52 - said on Wednesday that talks would go on for as long as it takes, whatever others may say.', 'He said: "We go on."'])(
    'is not seen in the paragraph %j',
    (line) => {
      expect(copyOf(...HEADER, line)).not.toHaveProperty('holdBack')
    },
  )

  it('holds the story back where it stands in the lead, or a second time', () => {
    expect(copyOf('Headline', 'Published: 18 October 2023', 'Pyongyang - - 18 Brumaire 2023', ...HEADER.slice(2), 'Body.')).toHaveProperty('holdBack')
    expect(copyOf(...HEADER, 'Kyiv - - 18 October 2023', 'Lviv - - 18 October 2023', 'Body.')).toHaveProperty('holdBack')
  })
})

describe('a credit (ingest I4)', () => {
  it.each([
    ['TRANSLATED BY| Li Na', 'translator'],
    ['Translated by: Li Na', 'translator'],
    ['PHOTO BY| Li Na', 'photographer'],
    ['Photos by：Li Na', 'photographer'],
    ['WRITTEN BY| Li Na', 'reporter'],
    ['BY| Li Na', 'reporter'],
    ['Additional reporting by: Li Na', 'contributor'],
  ])('of another role is read from %j', (line, role) => {
    const copy = copyOf(...HEADER, line, 'Kyiv - - 18 October 2023', 'Body.')
    expect(copy).toMatchObject({ dateline: { place: 'Kyiv' }, body: ['Body.'] })
    expect(copy.bylines).toContainEqual({ name: 'Li Na', role })
    expect(copy).not.toHaveProperty('holdBack')
  })

  it.each(['FACT CHECKED BY| Li Na', 'X| Li Na', 'SOURCE | KCNA', 'Approved by: Li Na', 'PHOTO BY| taken last week - in Kyiv?', 'KEYWORDS¦ peace, war'])(
    'that is not known ends no credits and holds the story back: %j',
    (line) => {
      const lines = [...HEADER, line, 'Kyiv - - 18 October 2023', 'Body.']
      const isShort = !line.includes('?')
      const { copy, lines: accounts, notes } = readable(parseHouseCopy(lines.join('\n')))
      expect(copy.holdBack).toContain('line 6')
      if (!isShort) return
      expect(copy).toMatchObject({ dateline: { place: 'Kyiv' }, body: ['Body.'] })
      expect(notes).toContain(`Line 6 is a credit that is not known here, and was left out: ${line}`)
      expect(accounts[5]).toMatchObject({ to: 'left-out', why: 'a credit that is not known' })
    },
  )

  it('that is not known is no part of the lead', () => {
    const copy = copyOf('Headline', 'Published: 18 October 2023', 'TOPIC| Ukraine', ...HEADER.slice(2), 'Body.')
    expect(copy).toMatchObject({ standfirst: 'Lead.', section: 'Politic', holdBack: expect.stringContaining('TOPIC') })
  })
})

describe('a line between the headline and the Published line (ingest I4)', () => {
  it.each([[['CORRECTED: changes name in paragraph 3']], [['UPDATE 2', 'Adds quotes']]])('turns no credits into body: %j', (kickers) => {
    const [headline, ...rest] = HEADER
    const copy = copyOf(headline, ...kickers, ...rest, 'Kyiv - - 18 October 2023', 'Body.')
    expect(copy).toMatchObject({
      headline: 'Headline',
      published: '2023-10-18',
      standfirst: [...kickers, 'Lead.'].join('\n'),
      section: 'Politic',
      dateline: { place: 'Kyiv' },
      body: ['Body.'],
      holdBack: `line 2, "${kickers[0] ?? ''}", stands between the headline and the Published line.`,
    })
  })

  it('is the lead where the credits follow at once', () => {
    const copy = copyOf('Headline', 'Lead.', 'Published: 18 October 2023', 'EDITED BY| HUXIANA', 'Body.')
    expect(copy).toMatchObject({ standfirst: 'Lead.', body: ['Body.'] })
    expect(copy).not.toHaveProperty('holdBack')
  })
})

it('"Published" with a character that nobody sees is a Published line (ingest S3)', () => {
  for (const label of ['Published\u200b:', '\ufeffPublished\u00ad:', 'Published\u200e:\u200b']) {
    expect(copyOf('Headline', `${label} 18 October 2023`, 'Body.')).toMatchObject({ published: '2023-10-18', body: ['Body.'] })
  }
})
