import { describe, expect, it } from 'vitest'
import { changedFields, conflictMessage, remembers, savesSince, withSave } from '../../../src/articles/revisions'
import type { Save } from '../../../src/articles/revisions'

function aSave(revision: number, more: Partial<Save> = {}): Save {
  return { revision, at: '2026-05-01T12:00:00.000Z', by: 'eve', who: 'Eve', fields: ['headline'], isAutosave: false, ...more }
}

describe('the saves of an article', () => {
  it('are remembered in order, and the oldest forgotten', () => {
    let saves: Save[] = []
    for (let revision = 1; revision <= 60; revision += 1) saves = withSave(saves, aSave(revision))
    expect([saves.length, saves[0]?.revision, saves.at(-1)?.revision]).toEqual([50, 11, 60])
    expect([remembers(saves, 10), remembers(saves, 9), remembers([], 0)]).toEqual([true, false, false])
  })

  it('are one when somebody types on', () => {
    const typing = withSave([aSave(1), aSave(2, { isAutosave: true })], aSave(3, { isAutosave: true, fields: ['body'] }))
    expect(typing).toEqual([aSave(1), aSave(3, { isAutosave: true, fields: ['headline', 'body'], first: 2, changedAt: { headline: 2, body: 3 } })])
    expect(withSave(typing, aSave(4, { isAutosave: true, by: 'eli' }))).toHaveLength(3)
  })
})

describe('a save on top of an older revision', () => {
  const saves = [aSave(1), aSave(2, { by: 'eli', who: 'Eli' }), aSave(3, { isAutosave: true }), aSave(4)]

  it('would undo what came after it', () => {
    expect(savesSince(saves, 1, 'ann').map(({ revision }) => revision)).toEqual([2, 3, 4])
    expect(savesSince(saves, 4, 'ann')).toEqual([])
  })

  it('would not undo what the same person has autosaved', () => {
    expect(savesSince(saves, 2, 'eve').map(({ revision }) => revision)).toEqual([4])
    expect(savesSince([aSave(5, { by: null, isAutosave: true })], 4, null)).toHaveLength(1)
  })

  it('is told who changed what, and when', () => {
    expect(conflictMessage(savesSince(saves, 3, 'eli'))).toBe('This article was saved since you opened it: Eve changed headline. Reload it and make your changes again, so that none is lost.')
  })
})

describe('the fields that a save changes', () => {
  it('are those that differ, in the order of the alphabet', () => {
    const before = { headline: 'A', standfirst: null, tags: ['x'], body: { root: { children: [] } }, revision: 1 }
    const after = { tags: ['x', 'y'], headline: 'B', standfirst: '', body: { root: {} }, revision: 2 }
    expect(changedFields(before, after, new Set(['revision']))).toEqual(['headline', 'tags'])
  })
})
