import { describe, expect, it } from 'vitest'
import { plainToLexical } from '../../../../src/ingest/lexical'
import { workingHeadline } from '../../../../src/ingest/save/workingHeadline'

const body = plainToLexical(['Τι έγινε; Όλα καλά. Και μετά.'])

describe('the headline of a story without one', () => {
  it('is its first sentence, as its language ends them', () => {
    expect(workingHeadline({ body, language: 'el' })).toBe('Τι έγινε;')
    expect(workingHeadline({ body, language: 'en' })).toBe('Τι έγινε; Όλα καλά.')
  })

  it('is the same on every machine where the story does not say its language', () => {
    expect(workingHeadline({ body })).toBe('Τι έγινε; Όλα καλά.')
  })
})
