import { describe, expect, it } from 'vitest'
import { parseWireDate } from '../../../../src/ingest/read'

describe('a date', () => {
  it.each([
    ['2024-04-05T09:30:00Z', '2024-04-05T09:30:00.000Z'],
    ['2024-04-05T09:30:00.123456+02:00', '2024-04-05T07:30:00.123Z'],
    ['2024-04-05 09:30:00 -0500', '2024-04-05T14:30:00.000Z'],
    ['Fri, 05 Apr 2024 09:30:00 GMT', '2024-04-05T09:30:00.000Z'],
    ['5 Apr 24 09:30 EST', '2024-04-05T14:30:00.000Z'],
    ['Fri, 5 Apr 2024 09:30:00 +0200 (CEST)', '2024-04-05T07:30:00.000Z'],
  ])('%s is read with its zone', (text, iso) => {
    expect(parseWireDate(text)).toEqual({ ok: true, iso })
  })

  it.each([
    ['2024-04-05 09:30:00', '2024-04-05T09:30:00.000Z'],
    ['2024-04-05', '2024-04-05T00:00:00.000Z'],
    ['5 April 2024', '2024-04-05T00:00:00.000Z'],
  ])('%s is in UTC, and says so', (text, iso) => {
    expect(parseWireDate(text)).toMatchObject({ ok: true, iso, note: expect.stringContaining('UTC') })
  })

  it.each(['03/04/2023', '2023-02-30', '2023-04-05T25:00:00Z', 'Fri, 05 Foo 2024 09:30:00 GMT', '05 Apr 2024 09:30:00 IST', 'tomorrow', '', '9'.repeat(100)])('"%s" is refused', (text) => {
    expect(parseWireDate(text)).toMatchObject({ ok: false, message: expect.stringMatching(/write/) })
  })

  it('with the wrong day of the week is read, and says so', () => {
    expect(parseWireDate('Mon, 05 Apr 2024 09:30:00 GMT')).toMatchObject({ ok: true, note: expect.stringContaining('wrong day') })
  })
})
