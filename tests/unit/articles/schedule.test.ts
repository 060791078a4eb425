import { describe, expect, it } from 'vitest'
import { isScheduleType, readMoment, scheduleFault } from '../../../src/articles/schedule'

const now = new Date('2026-05-01T12:00:00Z')

describe('a moment to publish at', () => {
  it.each(['2026-05-01T12:00:01Z', '2026-05-01T14:30:00+02:00', new Date('2027-01-01')])('may be %s', (moment) => {
    expect(readMoment(moment, now)).toEqual({ at: new Date(moment) })
  })

  it.each(['2026-05-01T12:00:00Z', new Date('2020-01-01')])('may not be %s, which has passed', (moment) => {
    expect(readMoment(moment, now)).toEqual({ fault: expect.stringContaining('has passed') })
  })

  it.each([undefined, null, 'soon', '', 5, {}, new Date(NaN)])('is not read from %s', (moment) => {
    expect(readMoment(moment, now)).toEqual({ fault: expect.stringContaining('Say when') })
  })
})

describe('what is scheduled', () => {
  it('is to publish or to unpublish', () => {
    expect(['publish', 'unpublish', 'print', undefined].map(isScheduleType)).toEqual([true, true, false, false])
  })

  it('is an article that is neither in the trash nor, to be published, withdrawn', () => {
    expect(scheduleFault('publish', { pubStatus: 'usable', deletedAt: null })).toBeUndefined()
    expect(scheduleFault('publish', { pubStatus: 'canceled' })).toMatch(/withdrawn/)
    expect(scheduleFault('unpublish', { pubStatus: 'canceled' })).toBeUndefined()
    expect(scheduleFault('unpublish', { deletedAt: '2026-01-01T00:00:00Z' })).toMatch(/trash/)
  })
})
