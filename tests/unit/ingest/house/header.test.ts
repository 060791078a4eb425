import { describe, expect, it } from 'vitest'
import { copyOf, notesOn } from './parse'

const CREDITS = ['EDITED BY| HUXIANA', 'Politic section - CJ journalist', 'Pyongyang - - October,18,2023'] as const

describe('the headline', () => {
  it('is the first line', () => {
    expect(copyOf('Lavrov lands in Pyongyang', 'Published: 2023-10-18', 'Body.').headline).toBe('Lavrov lands in Pyongyang')
  })

  it.each(['-', '--', '—', ' – ', '－', '- -', '―', '−'])('is none when its slot holds %j', (dash) => {
    expect(copyOf(dash, 'Published: 2023-10-18', 'Body.')).toEqual({ published: '2023-10-18', bylines: [], body: ['Body.'] })
  })

  it('is none when the first line is the Published line', () => {
    expect(copyOf('Published: 2023-10-18', 'Lead.', ...CREDITS, 'Body.')).toMatchObject({
      published: '2023-10-18',
      standfirst: 'Lead.',
      body: ['Body.'],
    })
    expect(copyOf('Published: 2023-10-18', 'Body.')).not.toHaveProperty('headline')
  })

  it('is none when the first line is the EDITED BY line', () => {
    expect(copyOf(...CREDITS, 'Body.')).toMatchObject({ section: 'Politic', body: ['Body.'] })
    expect(copyOf(...CREDITS, 'Body.')).not.toHaveProperty('headline')
  })

  it('may begin with the word "Published" and a colon', () => {
    expect(copyOf('Published: the letters of a spy', 'Published: 2023-10-18', 'Body.')).toMatchObject({
      headline: 'Published: the letters of a spy',
      published: '2023-10-18',
    })
  })

  it('may look like another line, which is noted', () => {
    const lines = ['Morning briefing - Europe - 18 October 2023', 'Body.']
    expect(copyOf(...lines).headline).toBe(lines[0])
    expect(notesOn(...lines)[0]).toBe(
      'Line 1 is the headline but reads like the dateline; if there is none, put a dash above it.',
    )
  })

  it('is the first line that is not blank', () => {
    expect(copyOf('', '  ', 'Headline', '', 'Body.')).toMatchObject({ headline: 'Headline', body: ['Body.'] })
  })
})

describe('the standfirst', () => {
  it('is what stands between the Published line and the credits', () => {
    expect(copyOf('-', 'Published: 2023-10-18', 'Lead.', ...CREDITS, 'Body.').standfirst).toBe('Lead.')
  })

  it('may have several paragraphs', () => {
    expect(copyOf('-', 'Published: 2023-10-18', 'One.', '', 'Two.', ...CREDITS, 'Body.').standfirst).toBe('One.\nTwo.')
  })

  it('is there without a Published line', () => {
    expect(copyOf('Headline', 'Lead.', ...CREDITS, 'Body.')).toMatchObject({ headline: 'Headline', standfirst: 'Lead.' })
  })

  it.each([[], ['-']])('is none when nothing or a dash stands there', (...slot) => {
    expect(copyOf('-', 'Published: 2023-10-18', ...slot, ...CREDITS, 'Body.')).not.toHaveProperty('standfirst')
  })

  it('is none without credits: every paragraph is body', () => {
    expect(copyOf('Headline', 'Published: 2023-10-18', 'One.', 'Two.')).toEqual({
      headline: 'Headline',
      published: '2023-10-18',
      bylines: [],
      body: ['One.', 'Two.'],
    })
  })

  it('is none when the first credit comes after more than ten paragraphs', () => {
    const paragraphs = Array.from({ length: 11 }, (_, index) => `Paragraph ${String(index)}.`)
    const lines = ['Headline', ...paragraphs, 'Edited by: Ann Lee']
    expect(copyOf(...lines)).toMatchObject({ headline: 'Headline', bylines: [], body: lines.slice(1) })
    expect(copyOf(...lines)).not.toHaveProperty('standfirst')
  })
})

describe('a missing line', () => {
  it('is named in the notes', () => {
    expect(notesOn('Headline', 'Body.')).toEqual([
      'There are no credits, and so no standfirst: every paragraph is body.',
      'There is no Published line.',
    ])
  })
})
