import { describe, expect, it } from 'vitest'
import { parseHouseCopy } from '../../../../src/ingest/house'
import { errorsIn, refused } from './parse'

describe('a copy is refused', () => {
  it('for an ambiguous Published date, pointing at it', () => {
    expect(errorsIn('-', 'Published: 03/04/2023', 'Body.')).toEqual([
      {
        line: 2,
        column: 12,
        message:
          '"03/04/2023" may mean 3 April 2023 or 4 March 2023; write the month in letters, "3 April 2023" or "4 March 2023".',
      },
    ])
  })

  it('for a Published line without a date', () => {
    expect(errorsIn('-', 'Published:', 'Body.')).toEqual([
      {
        line: 2,
        column: 11,
        message: 'The date is missing; write it after "Published:", such as "18 October 2023", or take the line out.',
      },
    ])
  })

  it.each([
    ['Pyongyang - - 2023-13-01', 20, 'There is no month 13; write year, month, day, such as "2023-10-18".'],
    ['Kyiv - KCNA - 31 February 2023', 15, 'February 2023 has 28 days, so there is no day 31; write "18 October 2023" or "2023-10-18".'],
    ['Kyiv - KCNA - 18/10/23', 15, '"18/10/23" is not a date the desk reads; write "18 October 2023" or "2023-10-18".'],
    ['Kyiv - KCNA - October 2023', 15, '"October 2023" is not a whole date; write "18 October 2023" or "2023-10-18".'],
  ])('for the date of the dateline %j, rather than the line made body', (line, column, message) => {
    expect(errorsIn('-', 'Published: 18 October 2023', 'Lead.', line, 'Body.')).toEqual([{ line: 4, column, message }])
  })

  it('with all of its faults at once, and the name of the file', () => {
    const text = '-\nPublished: yesterday\nLead.\nKyiv - - 03/04/2023\nBody.'
    const { errors } = refused(parseHouseCopy(text, { name: 'kyiv.txt' }))
    expect(errors.map(({ name, line }) => ({ name, line }))).toEqual([
      { name: 'kyiv.txt', line: 2 },
      { name: 'kyiv.txt', line: 4 },
    ])
  })

  it('for having no body', () => {
    expect(errorsIn('-', 'Published: 18 October 2023', 'Lead.', 'EDITED BY| HUXIANA')).toEqual([
      { line: 4, column: 19, message: 'The story has no body; write its paragraphs below the credits, one to a line.' },
    ])
  })

  it.each(['', '\n', '  \r\n\t\r\n', '\ufeff'])('for being empty: %j', (text) => {
    expect(refused(parseHouseCopy(text)).errors).toEqual([
      { line: 1, column: 1, message: 'There is nothing in the file; write the story into it.' },
    ])
  })

  it('for a NUL byte, pointing at it', () => {
    expect(errorsIn('Headline', 'Published: 18 October 2023', 'Bo\0dy.')).toEqual([
      { line: 3, column: 3, message: 'A NUL byte: the file is no plain text; save the story as plain text (UTF-8).' },
    ])
  })

  it('for half a character', () => {
    expect(errorsIn('Headline', 'Body \ud83d.')).toEqual([
      { line: 2, column: 6, message: 'Half a character (a lone surrogate); type it again and save the story as UTF-8.' },
    ])
  })

  it('for broken UTF-8', () => {
    const bytes = Buffer.from('Погода\nСнег и дождь').subarray(0, -1)
    expect(refused(parseHouseCopy(bytes)).errors).toEqual([
      { line: 2, column: 12, message: 'Broken UTF-8: a character is cut or lost here; save the story again as UTF-8.' },
    ])
  })

  it('for being mostly control characters', () => {
    expect(errorsIn('\u0001\u0002\u0003\u0004 binary')).toEqual([
      {
        line: 1,
        column: 1,
        message: 'Mostly control characters: the file is no plain text; save the story as plain text (UTF-8).',
      },
    ])
  })

  it('for being a picture', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])
    expect(parseHouseCopy(png).ok).toBe(false)
  })

  it('for more lines than any story, each of the first million in the accounts and the rest in one', () => {
    const { errors, lines } = refused(parseHouseCopy('a\n'.repeat(1_000_003)))
    expect(errors).toEqual([
      { line: 1_000_001, column: 1, message: 'More than 1000000 lines: no story is so long; check that it is the right file.' },
    ])
    expect(lines).toHaveLength(1_000_001)
    expect(lines.at(-1)).toEqual({ line: 1_000_001, text: 'a\na\na\n', to: 'left-out', why: 'too many lines' })
  })

  it('with every line in the accounts all the same', () => {
    const { lines } = refused(parseHouseCopy('Headline\nPublished: soon\n\nBody.'))
    expect(lines.map(({ line, to }) => [line, to])).toEqual([
      [1, 'headline'],
      [2, 'published'],
      [3, 'left-out'],
      [4, 'body'],
    ])
  })
})

describe('a copy is read, with a note,', () => {
  it('despite a stray control character, which is kept', () => {
    const result = parseHouseCopy('Headline\nPublished: 18 October 2023\nNon\u001ebreaking, in a paragraph of common length.')
    expect(result).toMatchObject({ ok: true, copy: { body: ['Non\u001ebreaking, in a paragraph of common length.'] } })
    expect(result).toHaveProperty('notes.0', 'The text holds control characters (1), which no reader sees; they are kept.')
  })

  it('despite characters lost before it came, which are kept as U+FFFD', () => {
    expect(parseHouseCopy('Headline\nCaf\ufffd.')).toMatchObject({ ok: true, copy: { body: ['Caf\ufffd.'] } })
  })
})
