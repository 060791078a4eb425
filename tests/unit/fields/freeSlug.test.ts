import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstFreeSlug } from '../../../src/fields/freeSlug'
import { numberedSlug } from '../../../src/fields/slugify'

const among = (taken: readonly string[]) => (candidates: string[]) =>
  Promise.resolve(new Set(candidates.filter((candidate) => taken.includes(candidate))))

describe('the first free slug', () => {
  it('is the slug itself when nobody has it', async () => {
    expect(await firstFreeSlug('peace', among(['peace-2', 'war']))).toBe('peace')
  })

  it('is the smallest number that is free', async () => {
    expect(await firstFreeSlug('peace', among(['peace', 'peace-2', 'peace-4']))).toBe('peace-3')
  })

  it('is found for any set of taken numbers, also beyond the first look', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 60 }), async (numbers) => {
        const taken = numbers.map((n) => numberedSlug('peace', n))
        const everyone = Array.from({ length: 61 }, (_, i) => numberedSlug('peace', i + 1))
        expect(await firstFreeSlug('peace', among(taken))).toBe(everyone.find((slug) => !taken.includes(slug)))
      }),
    )
  })

  it('is found in few looks among a thousand', async () => {
    const taken = Array.from({ length: 1000 }, (_, i) => numberedSlug('peace', i + 1))
    const looks: number[] = []
    const slug = await firstFreeSlug('peace', (candidates) => {
      looks.push(candidates.length)
      return among(taken)(candidates)
    })
    expect(slug).toBe('peace-1001')
    expect(looks.length).toBeLessThanOrEqual(8)
  })
})
