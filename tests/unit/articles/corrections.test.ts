import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleCorrections } from '../../../src/articles/corrections'

const correction = fc.record({
  kind: fc.constantFrom('correction', 'clarification', 'update'),
  text: fc.string(),
  correctedAt: fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2040-01-01') }).map((date) => date.toISOString()),
})
const corrections = fc.array(correction, { maxLength: 5 })

describe('corrections', () => {
  it('may always be added at the end, and those that were seen stay as they were', () => {
    fc.assert(
      fc.property(corrections, corrections, (seen, added) => {
        const settled = settleCorrections(seen, [...seen, ...added])
        expect(settled).toEqual({ rows: [...seen, ...added] })
      }),
    )
  })

  it('may never be taken away', () => {
    fc.assert(
      fc.property(fc.array(correction, { minLength: 1, maxLength: 5 }), fc.nat(), (seen, n) => {
        expect(settleCorrections(seen, seen.toSpliced(n % seen.length, 1))).toHaveProperty('fault')
      }),
    )
  })

  it('may never be rewritten', () => {
    fc.assert(
      fc.property(fc.array(correction, { minLength: 1, maxLength: 5 }), fc.nat(), fc.string({ minLength: 1 }), (seen, n, more) => {
        const rewritten = seen.map((row, index) => (index === n % seen.length ? { ...row, text: row.text + more } : row))
        expect(settleCorrections(seen, rewritten)).toHaveProperty('fault')
      }),
    )
  })

  it('keep their date when a client leaves it out', () => {
    const seen = [{ kind: 'update', text: 'More.', correctedAt: '2024-01-01T00:00:00.000Z' }]
    expect(settleCorrections(seen, [{ kind: 'update', text: 'More.' }])).toEqual({ rows: seen })
  })
})
