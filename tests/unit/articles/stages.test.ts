import { describe, expect, it } from 'vitest'
import type { ROLES } from '../../../src/articles/roles';
import { hasRole } from '../../../src/articles/roles'
import { MOVES, nextSteps, stageFault, STAGES, takesBack } from '../../../src/articles/stages'
import type { Mover } from '../../../src/articles/stages'
import { readOnlyReason } from '../../../src/articles/writing'

const as = (role: (typeof ROLES)[number]) => (wanted: Mover) => wanted !== 'writer' && hasRole({ roles: [role] }, wanted)
/** The same for its writer. */
const writing = (role: (typeof ROLES)[number]) => (wanted: Mover) => wanted === 'writer' || as(role)(wanted)

describe('every pair of stages', () => {
  const pairs = STAGES.flatMap((from) => STAGES.filter((to) => to !== from).map((to) => ({ from, to })))

  it.each(pairs)('$from to $to is for editors, if it is a way at all; for journalists only to submit', ({ from, to }) => {
    const isWay = MOVES.some((move) => move.from === from && move.to === to)
    const fault = (role: (typeof ROLES)[number]) => stageFault({ from, to, holds: as(role), note: 'Because.' })
    expect(fault('editor') === undefined).toBe(isWay)
    expect(fault('admin') === undefined).toBe(isWay)
    expect(fault('journalist') === undefined).toBe(from === 'draft' && to === 'submitted')
  })

  it.each(pairs)('$from to $to needs a note when it is a step back', ({ from, to }) => {
    const fault = stageFault({ from, to, holds: as('editor'), note: ' ' })
    const isForward = STAGES.indexOf(to) > STAGES.indexOf(from)
    const isWay = MOVES.some((move) => move.from === from && move.to === to)
    expect(fault === undefined).toBe(isForward && isWay)
  })
})

describe('an article', () => {
  it('may stay where it is', () => {
    expect(stageFault({ from: 'ready', to: 'ready', holds: as('journalist'), note: null })).toBeUndefined()
  })

  it('begins anywhere for an editor, and as a draft or submitted for a journalist', () => {
    const begin = (role: (typeof ROLES)[number]) => STAGES.filter((to) => stageFault({ from: undefined, to, holds: as(role), note: null }) === undefined)
    expect(begin('editor')).toEqual([...STAGES])
    expect(begin('journalist')).toEqual(['draft', 'submitted'])
  })
})

describe('the next steps of an article', () => {
  const stepsOf = (role: (typeof ROLES)[number], stage: (typeof STAGES)[number], isShown = false) => nextSteps({ isShown, stage }, as(role)).map(({ to }) => to)

  it.each(STAGES)('from %s are steps that the rules allow', (stage) => {
    for (const { needsNote, to } of nextSteps({ isShown: true, stage }, as('editor'))) {
      expect(stageFault({ from: stage, to: to === 'published' ? 'ready' : to, holds: as('editor'), note: needsNote ? 'Because.' : null })).toBeUndefined()
    }
  })

  it('begin with the usual one: onwards, then out, then back', () => {
    expect(stepsOf('editor', 'submitted')).toEqual(['in-review', 'ready', 'published', 'draft'])
    expect(stepsOf('editor', 'ready')).toEqual(['published', 'in-review', 'draft'])
    expect(stepsOf('journalist', 'draft')).toEqual(['submitted'])
  })

  it('take a submitted story back for its writer, without a note, and nobody else for a journalist (editor F2)', () => {
    const steps = (stage: (typeof STAGES)[number], holds = writing('journalist')) => nextSteps({ isShown: false, stage }, holds)
    expect(steps('submitted')).toEqual([{ to: 'draft', needsNote: false }])
    expect(STAGES.filter((stage) => stage !== 'submitted').flatMap((stage) => steps(stage))).toEqual([{ to: 'submitted', needsNote: false }])
    expect(steps('submitted', as('journalist'))).toEqual([])
    expect(steps('submitted', writing('editor')).filter(({ to }) => to === 'draft')).toEqual([{ to: 'draft', needsNote: false }])
    expect(stageFault({ from: 'submitted', to: 'draft', holds: writing('journalist'), note: null })).toBeUndefined()
    expect(stageFault({ from: 'in-review', to: 'draft', holds: writing('journalist'), note: 'Please.' })).toBe('Only an editor takes an article from in-review to draft.')
  })

  it('take a story back without a change to its text', () => {
    expect(takesBack({ stage: 'draft', _status: 'draft', note: null, revision: 3 })).toBe(true)
    for (const data of [{ stage: 'draft', headline: 'Changed' }, { stage: 'submitted' }, {}, null, 'draft']) expect(takesBack(data)).toBe(false)
  })

  it('do not lead out what is out already', () => {
    expect(stepsOf('editor', 'ready', true)).toEqual(['in-review', 'draft'])
    expect(stepsOf('journalist', 'ready', true)).toEqual([])
  })
})

describe('a journalist', () => {
  const mine = { isOwn: true, isPublished: false, isScheduled: false, stage: 'draft' } as const

  it('writes in a draft of their own, and is told why not otherwise (editor F2)', () => {
    expect(readOnlyReason(mine)).toBeUndefined()
    expect(readOnlyReason({ ...mine, isOwn: false })).toBe('others')
    expect(readOnlyReason({ ...mine, isScheduled: true })).toBe('scheduled')
    expect(readOnlyReason({ ...mine, isPublished: true, stage: 'ready' })).toBe('published')
    expect((['submitted', 'in-review', 'ready'] as const).map((stage) => readOnlyReason({ ...mine, stage }))).toEqual(['submitted', 'in-review', 'ready'])
  })
})
