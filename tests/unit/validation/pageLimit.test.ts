import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_PAGE_LIMIT, pageLimitFault } from '../../../src/validation/pageLimit'

describe('a page size', () => {
  it('may be left out', () => {
    expect([undefined, null].map(pageLimitFault)).toEqual([undefined, undefined])
  })

  it('is a whole number from 1 to 100, as a number or a numeral', () => {
    const size = fc.integer({ min: 1, max: MAX_PAGE_LIMIT })
    fc.assert(
      fc.property(size, (n) => {
        expect([pageLimitFault(n), pageLimitFault(String(n))]).toEqual([undefined, undefined])
      }),
    )
  })

  it.each([0, -1, 101, 1.5, NaN, Infinity, '0', '101', '-1', '1.5', '1e2', '0x10', ' 5', 'abc', true, [], [5], {}])('is not %j', (limit) => {
    expect(pageLimitFault(limit)).toContain('whole number from 1 to 100')
  })
})
