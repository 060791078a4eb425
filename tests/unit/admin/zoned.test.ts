import { describe, expect, it } from 'vitest'
import { instantOf, localTime } from '../../../src/admin/schedule/zoned'

describe('a time is scheduled as the newsroom’s clocks show it (editor F25)', () => {
  it.each([
    ['2027-01-31T18:00', 'UTC', '2027-01-31T18:00:00.000Z'],
    ['2027-01-31T18:00', 'America/Los_Angeles', '2027-02-01T02:00:00.000Z'],
    ['2027-07-31T18:00', 'America/Los_Angeles', '2027-08-01T01:00:00.000Z'],
    ['2027-01-01T00:30', 'Asia/Seoul', '2026-12-31T15:30:00.000Z'],
    ['2027-01-31T18:00', 'Asia/Kathmandu', '2027-01-31T12:15:00.000Z'],
    ['2027-01-31T18:00', 'Pacific/Kiritimati', '2027-01-31T04:00:00.000Z'],
    // Clocks go forward: there is no 02:30. They go back: there are two.
    ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z'],
    ['2027-03-28T03:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31T03:00', 'Europe/Berlin', '2027-10-31T02:00:00.000Z'],
  ])('%s in %s', (local, zone, expected) => {
    expect(instantOf(local, zone)?.toISOString()).toBe(expected)
  })

  it.each(['', 'tomorrow', '2027-13-01T00:00', '2027-01-31'])('not where it is no time: %j', (local) => {
    expect(instantOf(local, 'UTC')).toBeUndefined()
  })

  it('and shown so again', () => {
    expect(localTime(new Date('2027-02-01T02:00:00.000Z'), 'America/Los_Angeles')).toBe('2027-01-31T18:00')
  })
})
