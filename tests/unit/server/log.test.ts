import { expect, it } from 'vitest'
import { atMost } from '../../../src/log'

const MINUTE = 60_000

it('so many lines are written in a minute, and the next says how many were not', () => {
  const left = atMost(2)
  expect([left(0), left(1), left(2), left(3)]).toEqual([0, 0, undefined, undefined])
  expect([left(MINUTE), left(MINUTE + 1), left(MINUTE + 2)]).toEqual([2, 0, undefined])
  expect(left(3 * MINUTE)).toBe(1)
})
