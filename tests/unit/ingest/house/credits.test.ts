import { describe, expect, it } from 'vitest'
import { copyOf } from './parse'

const HEADER = ['Headline', 'Published: 18 October 2023', 'Lead.']
const withCredits = (...credits: string[]) => copyOf(...HEADER, ...credits, 'Body.')

describe('the Published line', () => {
  it.each([
    'Published: 18 October 2023',
    'PUBLISHED:18 October 2023',
    'published | Oct. 18, 2023',
    '  Published ： October,18,2023  ',
    'Published｜2023-10-18',
    'Published - 18 October 2023',
    'Published 18 October 2023',
    'Ｐｕｂｌｉｓｈｅｄ：２０２３－１０－１８',
  ])('is read from %j', (line) => {
    expect(copyOf('Headline', line, 'Body.')).toMatchObject({ published: '2023-10-18', body: ['Body.'] })
  })

  it('may stand among the credits', () => {
    expect(copyOf('Headline', 'Lead.', 'EDITED BY| HUXIANA', 'Published: 2023-10-18', 'Body.')).toMatchObject({
      published: '2023-10-18',
      standfirst: 'Lead.',
      body: ['Body.'],
    })
  })
})

describe('the EDITED BY line', () => {
  it.each([
    'EDITED BY| HUXIANA',
    'Edited by: HUXIANA',
    'edited  by |HUXIANA',
    'EDITED BY｜HUXIANA',
    'Edited by： HUXIANA',
    '\tEDITED\u00a0BY : HUXIANA ',
    'EDITEDBY|HUXIANA',
    'Edited by – HUXIANA',
  ])('is read from %j', (line) => {
    expect(withCredits(line).bylines).toEqual([{ name: 'HUXIANA', role: 'editor' }])
  })

  it('may name nobody', () => {
    expect(withCredits('EDITED BY|')).toMatchObject({ bylines: [], body: ['Body.'] })
  })

  it('may stand twice, and the names add up', () => {
    expect(withCredits('EDITED BY| HUXIANA', 'EDITED BY| Ann Lee and HUXIANA').bylines).toEqual([
      { name: 'HUXIANA', role: 'editor' },
      { name: 'Ann Lee', role: 'editor' },
    ])
  })
})

describe('the section line', () => {
  it.each([
    'Politic section - CJ journalist',
    'Politic SECTION – CJ journalist',
    'Politic  section— CJ  journalist',
    'Politic section: CJ journalist',
    'Politic section | CJ journalist',
    'Politic section-CJ journalist',
    'Politic　section　－　CJ journalist',
  ])('is read from %j', (line) => {
    expect(withCredits(line)).toMatchObject({
      section: 'Politic',
      bylines: [{ name: 'CJ journalist', role: 'reporter' }],
      body: ['Body.'],
    })
  })

  it('may have a section of several words and several names', () => {
    expect(withCredits('Middle East section - Ann Lee, Jean-Luc Roy & Bo Diaz')).toMatchObject({
      section: 'Middle East',
      bylines: [{ name: 'Ann Lee' }, { name: 'Jean-Luc Roy' }, { name: 'Bo Diaz' }],
    })
  })

  it('may name nobody', () => {
    expect(withCredits('Politic section -')).toMatchObject({ section: 'Politic', bylines: [] })
  })
})

describe('the dateline', () => {
  it.each([
    ['Pyongyang - - October,18,2023', 'Pyongyang', undefined],
    ['Pyongyang -- October 18, 2023', 'Pyongyang', undefined],
    ['Pyongyang – – 2023-10-18', 'Pyongyang', undefined],
    ['Pyongyang--2023-10-18', 'Pyongyang', undefined],
    ['Pyongyang — KCNA — Oct. 18, 2023', 'Pyongyang', 'KCNA'],
    ['Pyongyang - North Korea - 2023-10-18', 'Pyongyang', 'North Korea'],
    ['Pyongyang -- KCNA -- 2023-10-18', 'Pyongyang', 'KCNA'],
    ['Port-au-Prince --  -- 2023-10-18', 'Port-au-Prince', undefined],
    ['Port-au-Prince--2023-10-18', 'Port-au-Prince', undefined],
    ['Pyongyang-KCNA-October 18, 2023', 'Pyongyang', 'KCNA'],
    ['Pyongyang | KCNA | 18 October 2023', 'Pyongyang', 'KCNA'],
    ['Pyongyang － KCNA － 18 October 2023', 'Pyongyang', 'KCNA'],
    ['Port-au-Prince - Haiti - 18 October 2023', 'Port-au-Prince', 'Haiti'],
    ['Port-au-Prince - - 2023-10-18', 'Port-au-Prince', undefined],
    ['Port-au-Prince - 18 October 2023', 'Port-au-Prince', undefined],
    ['SAN DIEGO, Calif. - AP - Oct. 18, 2023', 'SAN DIEGO, Calif.', 'AP'],
    ['Kyiv - Ukraine - Reuters - 18 October 2023', 'Kyiv', 'Ukraine - Reuters'],
  ])('is read from %j', (line, place, countryOrAgency) => {
    expect(withCredits(line).dateline).toEqual({
      place,
      ...(countryOrAgency && { countryOrAgency }),
      date: '2023-10-18',
      text: line,
    })
  })

  it('may lack its date', () => {
    expect(withCredits('EDITED BY| HUXIANA', 'Kyiv - Reuters -').dateline).toEqual({
      place: 'Kyiv',
      countryOrAgency: 'Reuters',
      text: 'Kyiv - Reuters -',
    })
  })
})

describe('the credits together', () => {
  const credits = ['EDITED BY| HUXIANA', 'Politic section - CJ journalist', 'Pyongyang - - October,18,2023'] as const
  const [editors, section, dateline] = credits

  it.each([
    [editors, section, dateline],
    [editors, dateline, section],
    [section, editors, dateline],
    [section, dateline, editors],
    [dateline, editors, section],
    [dateline, section, editors],
  ])('say the same in the order %j, %j, %j', (...order) => {
    expect(withCredits(...order)).toEqual(withCredits(...credits))
  })

  it('may have blank lines between them', () => {
    expect(withCredits(editors, '', section, '  ', dateline, '')).toEqual(withCredits(...credits))
  })
})
