import { describe, expect, it } from 'vitest'
import { parseHouseCopy } from '../../../../src/ingest/house'
import { copyOf, notesOn, readable } from './parse'

const HEADER = ['-', 'Published: 18 October 2023', 'Lead.', 'EDITED BY| HUXIANA'] as const

describe('a body paragraph', () => {
  it.each([
    'Moscow - the capital - said 2023',
    'Moscow - the capital - 2023',
    'Prime minister - Spain - 1999-2004',
    'Arsenal - Chelsea - 3-2',
    'Nadal - Djokovic - 6-4 7-5 6-2',
    'Edited by hand, the manuscript survived.',
    'Edited by-laws come into force in May.',
    'The eastern section - the longest - opened in 2023.',
    'The north-south section: a road, a rail line and a canal were planned.',
    'It met section-wide approval.',
    'Politics section',
    'Published in 2023, the report says little.',
    'Publishedly: 18 October 2023',
    'MORE --',
    'He left the country on 18 October 2023',
    'It happened - as the minister had told the whole of parliament a year before - on 18 October 2023',
    '-',
  ])('may be %j', (line) => {
    expect(copyOf(...HEADER, line, 'Last.').body).toEqual([line, 'Last.'])
  })

  it('keeps the blanks around and inside it', () => {
    const body = ['  Indented.', 'Trailing. \t', 'Two  blanks.', '\u00a0Hard blank.\u00a0']
    expect(copyOf(...HEADER, 'First.', ...body).body).toEqual(['First.', ...body])
  })

  it('ends at CRLF, LF and a lone CR, and at nothing else', () => {
    const text = [...HEADER, 'One.'].join('\n') + '\r\nTwo.\rThree.\nFour\u2028still\u0085four\u000bstill\u000cfour.\r\n'
    expect(readable(parseHouseCopy(text)).copy.body).toEqual(['One.', 'Two.', 'Three.', 'Four\u2028still\u0085four\u000bstill\u000cfour.'])
  })

  it('is not made of a blank line, which is left out by name', () => {
    const { copy, lines } = readable(parseHouseCopy([...HEADER, 'One.', ' \t', '', 'Two.'].join('\n')))
    expect(copy.body).toEqual(['One.', 'Two.'])
    expect(lines.slice(5, 7)).toEqual([
      { line: 6, text: ' \t', to: 'left-out', why: 'blank' },
      { line: 7, text: '', to: 'left-out', why: 'blank' },
    ])
  })

  it('may be ten megabytes long', () => {
    const long = 'a - b '.repeat(1_700_000)
    expect(copyOf(...HEADER, long).body).toEqual([long])
  })
})

describe('below the line that ended the credits', () => {
  it('a credit line is body', () => {
    const late = ['First.', 'Politic section - CJ journalist', 'Pyongyang - - October,18,2023']
    expect(copyOf(...HEADER, ...late)).toMatchObject({ bylines: [{ name: 'HUXIANA' }], body: late })
  })

  it('a credit line that came too late is noted', () => {
    expect(notesOn(...HEADER, 'First.', 'Pyongyang - - October,18,2023')).toEqual([
      'Line 6 reads like the dateline but stands in the body: it is kept as body.',
    ])
  })

  it('an EDITED BY line is noted however far down', () => {
    const paragraphs = Array.from({ length: 30 }, (_, index) => `Paragraph ${String(index)}.`)
    expect(notesOn(...HEADER, ...paragraphs, 'Edited by: Ann Lee')).toEqual([
      'Line 35 reads like the "EDITED BY" line but stands in the body: it is kept as body.',
    ])
  })

  it('a second dateline is body, and noted', () => {
    const lines = [...HEADER, 'Kyiv - - 18 October 2023', 'Lviv - - 18 October 2023', 'Body.']
    expect(copyOf(...lines)).toMatchObject({ dateline: { place: 'Kyiv' }, body: ['Lviv - - 18 October 2023', 'Body.'] })
    expect(notesOn(...lines)).toEqual([
      'Line 6, "Lviv - - 18 October 2023", is a second dateline: it is kept as body.',
    ])
  })
})
