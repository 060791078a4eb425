import { describe, expect, it } from 'vitest'
import { movedBylines, movedTags, takenOver } from '../../../src/articles/merge'

describe('what stays', () => {
  it('takes over name, spellings and addresses, each once, and never its own name', () => {
    expect(takenOver({ name: 'United Nations', aliases: ['UN'] }, { name: 'UN', aliases: ['U.N.', 'United Nations'], sameAs: ['https://un.org'] })).toEqual({
      aliases: ['UN', 'U.N.'],
      sameAs: ['https://un.org'],
    })
  })
})

describe('references', () => {
  it('keep their order, each once', () => {
    expect(movedTags(['a', 'from', 'b', 'into'], 'from', 'into')).toEqual(['a', 'into', 'b'])
  })

  it('of bylines keep what others signed, even twice', () => {
    const bylines = [{ author: 'other', role: 'editor' }, { author: 'other', role: 'editor' }, { author: 'into', role: 'editor' }, { author: 'from', role: 'editor' }]
    expect(movedBylines(bylines, 'from', 'into')).toEqual(bylines.slice(0, 3))
  })
})
