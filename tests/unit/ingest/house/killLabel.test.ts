import { describe, expect, it } from 'vitest'
import { withoutKillLabel } from '../../../../src/ingest/house'

describe('a headline without the label that kills its story', () => {
  it.each([
    ['KILL: Story', 'Story'], ['(KILL) Story', 'Story'], ['[Withdrawn] «Story»', '«Story»'], ['KILLED - Story: a sequel', 'Story: a sequel'], ['KILL STORY Minister resigns', 'Minister resigns'], ['MANDATORY KILL of this story: Minister', 'Minister'],
    ['URGENT: KILL: Story', 'Story'], ['URGENT: KILL: Story', 'URGENT: Story'], ['Minister resigns (WITHDRAWN)', 'Minister resigns'], ['【撤稿】某报道', '某报道'], ['ZURÜCKGEZOGEN: Meldung', 'Meldung'], ['CANCELED: Story', 'Story'],
  ])('%s', (headline, bare) => {
    expect(withoutKillLabel(headline)).toContain(bare)
  })

  it.each(['Story', 'Killed: the story of a bill', 'Police: a report', 'KILL', 'KILL NOTICE', 'KILL: !'])('is none: %s', (headline) => {
    expect(withoutKillLabel(headline)).toEqual([])
  })

  it('takes no longer for a long headline', () => {
    const start = performance.now()
    for (const part of ['KILL: ', '(', ' - ', 'urgent ', '(kill) ']) withoutKillLabel(part.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
