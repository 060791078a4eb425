import { describe, expect, it } from 'vitest'
import { parseHouseDate } from '../../../../src/ingest/house'

describe('a date of the house', () => {
  it.each([
    '18 October 2023',
    'October,18,2023',
    'October 18, 2023',
    'Oct. 18, 2023',
    '2023-10-18',
    '18 OCTOBER 2023',
    '18 oct 2023',
    '18th October 2023',
    '18-Oct-2023',
    '2023 October 18',
    '2023/10/18',
    '2023–10–18',
    '  October ,18 , 2023 ',
    'October，18，2023',
    '１８ Ｏｃｔｏｂｅｒ ２０２３',
    '18\u00a0October\u00a02023',
  ])('is read from %j', (text) => {
    expect(parseHouseDate(text)).toEqual({ ok: true, date: '2023-10-18' })
  })

  it('takes "Sept." for September', () => {
    expect(parseHouseDate('Sept. 1, 2023')).toEqual({ ok: true, date: '2023-09-01' })
  })

  it('has a 29 February in a leap year', () => {
    expect(parseHouseDate('29 February 2024')).toEqual({ ok: true, date: '2024-02-29' })
  })

  it.each([
    ['03/04/2023', '"03/04/2023" may mean 3 April 2023 or 4 March 2023; write the month in letters, "3 April 2023" or "4 March 2023".'],
    ['18/10/2023', '"18/10/2023" does not say which figure is the month; write "18 October 2023".'],
    ['31 February 2023', 'February 2023 has 28 days, so there is no day 31; write "18 October 2023" or "2023-10-18".'],
    ['29 February 1900', 'February 1900 has 28 days, so there is no day 29; write "18 October 2023" or "2023-10-18".'],
    ['2023-13-01', 'There is no month 13; write year, month, day, such as "2023-10-18".'],
    ['2023-10-00', 'October 2023 has 31 days, so there is no day 0; write "18 October 2023" or "2023-10-18".'],
    ['18 October 23', 'The year in "18 October 23" needs four digits; write "18 October 2023" or "2023-10-18".'],
    ['October 2023', '"October 2023" is not a whole date; write "18 October 2023" or "2023-10-18".'],
    ['Monday, 18 October 2023', '2023-10-18 is a Wednesday, not a "Monday"; correct one of them.'],
    ['18 October 2566', '2566 looks like a year of the Thai calendar; write 2023 if it is one.'],
    ['18 October 2023 2024', '"2024" is one part too many for a date; write "18 October 2023" or "2023-10-18".'],
    ['0023-10-18', '0023 is no year of a newspaper; write "18 October 2023" or "2023-10-18".'],
    ['20231018', '"20231018" is not a whole date; write "18 October 2023" or "2023-10-18".'],
    ['18/10/23', '"18/10/23" is not a date the desk reads; write "18 October 2023" or "2023-10-18".'],
    ['', 'The date is missing; write "18 October 2023" or "2023-10-18".'],
  ])('refuses %j and says what to write', (text, reason) => {
    expect(parseHouseDate(text)).toMatchObject({ ok: false, reason })
  })

  it('says where in the text the trouble is', () => {
    expect(parseHouseDate('31 February 2023')).toMatchObject({ offset: 0 })
    expect(parseHouseDate('2023-13-01')).toMatchObject({ offset: 5 })
    expect(parseHouseDate('18 Brumaire 2023')).toMatchObject({ offset: 3 })
  })

  it('refuses a text too long for a date unread', () => {
    expect(parseHouseDate('1 '.repeat(1_000_000))).toMatchObject({ ok: false })
  })
})
