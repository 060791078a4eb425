import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCopy, looksLikeHouseCopy, parseHouseCopy, parseHouseDate } from '../../../../src/ingest/house'
import { encode, houseCopy, print, spelling } from './houseCopies'
import { readable } from './parse'

/** Lines, credit-like or not, in any order, with any ends: what a desk might send on its worst day. */
const fragment = fc.oneof(
  fc.constantFrom('-', '—', '', '  ', 'Published: 18 October 2023', 'Published: 03/04/2023', 'EDITED BY| HUXIANA', 'EDITED BY|'),
  fc.constantFrom('Politic section - CJ journalist', 'Pyongyang - - October,18,2023', 'Moscow - the capital - said 2023', '\0', '\ud83d'),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)
const untidyText = fc
  .array(fc.tuple(fragment, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 30 })
  .map((lines) => lines.flat().join(''))

function sourceLines(text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

describe('for any text', () => {
  it('every source line has exactly one account, in order and unchanged', () => {
    fc.assert(
      fc.property(untidyText, (text) => {
        const { lines } = parseHouseCopy(text)
        expect(lines.map((account) => account.text)).toEqual(sourceLines(text))
        expect(lines.map((account) => account.line)).toEqual(lines.map((_, index) => index + 1))
      }),
    )
  })

  it('the body is the lines accounted to it, exactly and in order', () => {
    fc.assert(
      fc.property(untidyText, (text) => {
        const result = parseHouseCopy(text)
        fc.pre(result.ok)
        const accounted = result.lines.filter((account) => account.to === 'body').map((account) => account.text)
        expect(readable(result).copy.body).toEqual(accounted)
      }),
    )
  })

  it('only blank lines, dashes and unknown credits are left out of a copy that is read', () => {
    fc.assert(
      fc.property(untidyText, (text) => {
        const result = parseHouseCopy(text)
        fc.pre(result.ok)
        const leftOut = result.lines.filter((account) => account.to === 'left-out' && account.why !== 'a credit that is not known')
        expect(leftOut.filter((account) => /[^\s\p{Pd}]/u.test(account.text))).toEqual([])
      }),
    )
  })

  it('every error points into the source and says something', () => {
    fc.assert(
      fc.property(untidyText, (text) => {
        const result = parseHouseCopy(text)
        fc.pre(!result.ok)
        const lines = sourceLines(text)
        for (const { line, column, message } of result.errors) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(Math.max(lines.length, 1))
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
          expect(message).toMatch(/\w.*\.$/)
        }
      }),
    )
  })
})

describe('for any bytes', () => {
  it('nothing throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { text } = decodeCopy(bytes)
        expect(parseHouseCopy(bytes).lines.map((account) => account.text)).toEqual(sourceLines(`\ufeff${text}`))
        expect(looksLikeHouseCopy(text)).toBeTypeOf('boolean')
        expect(parseHouseDate(text)).toHaveProperty('ok')
      }),
    )
  })
})

describe('for any copy in any spelling', () => {
  it('what is printed is what is read', () => {
    fc.assert(
      fc.property(houseCopy, spelling, (original, spelled) => {
        const { text, copy } = print(original, spelled)
        expect(readable(parseHouseCopy(encode(text, spelled))).copy).toEqual(copy)
        expect(looksLikeHouseCopy(text)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('for any day', () => {
  it('the ISO spelling and the one with the month in letters are the same day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('2442-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10)
        const letters = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
        expect(parseHouseDate(iso)).toEqual({ ok: true, date: iso })
        expect(parseHouseDate(letters)).toEqual({ ok: true, date: iso })
      }),
    )
  })
})
