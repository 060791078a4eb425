import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin, movedTo, stepsOf, treeOf } from '../../../src/articles/sectionTree'
import type { Placed } from '../../../src/articles/sectionTree'

const section = (id: string, order: number, parent: string | null = null): Placed => ({ id, order, parent })

/** News with Politics and Economy in it, then Sport. */
const sections = [section('sport', 20), section('economy', 15, 'news'), section('news', 10), section('politics', 12, 'news')]

/** The tree as it is drawn: an id for each section, a dot for each it stands in. */
const drawn = (all: readonly Placed[]) => treeOf(all).map(({ depth, id }) => `${'.'.repeat(depth)}${id}`)
const after = (all: readonly Placed[], id: string, parent: string | null, before: string | null): Placed[] => {
  const move = movedTo(all, id, { parent, before })
  const changes = 'changes' in move ? move.changes : []
  return all.map((each) => changes.find((change) => change.id === each.id) ?? each)
}

describe('sections', () => {
  it('are read as a tree, in their order', () => {
    expect(drawn(sections)).toEqual(['news', '.politics', '.economy', 'sport'])
  })

  it('whose parent is gone, or that stand in each other, are still there', () => {
    expect(drawn([section('a', 1, 'gone'), section('b', 2, 'c'), section('c', 3, 'b')])).toEqual(['a', 'b', '.c'])
  })
})

describe('a section', () => {
  it('is put before another one', () => {
    expect(drawn(after(sections, 'economy', 'news', 'politics'))).toEqual(['news', '.economy', '.politics', 'sport'])
  })

  it('is put into another one, with what stands in it', () => {
    expect(drawn(after(sections, 'news', 'sport', null))).toEqual(['sport', '.news', '..politics', '..economy'])
  })

  it('is taken out, to the end of the top', () => {
    expect(drawn(after(sections, 'politics', null, null))).toEqual(['news', '.economy', 'sport', 'politics'])
  })

  it.each([
    ['itself', 'news', 'news', null],
    ['one that stands in it', 'news', 'politics', null],
    ['one that is gone', 'news', 'gone', null],
    ['a place before one that is elsewhere', 'sport', null, 'politics'],
  ])('is not put into %s', (_, id, parent, before) => {
    expect(movedTo(sections, id, { parent, before })).toHaveProperty('fault')
  })

  it('goes only where there is a way', () => {
    expect(stepsOf(sections, 'news')).toEqual({ down: { parent: null, before: null } })
    expect(stepsOf(sections, 'economy')).toEqual({
      up: { parent: 'news', before: 'politics' },
      in: { parent: 'politics', before: null },
      out: { parent: null, before: 'sport' },
    })
  })

  it('never stands in itself, whatever steps are taken, and every section stays', () => {
    const ids = sections.map(({ id }) => id)
    const steps = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom('up', 'down', 'in', 'out' as const)), { maxLength: 30 })
    fc.assert(
      fc.property(steps, (taken) => {
        let all = sections
        for (const [id, step] of taken) {
          const place = stepsOf(all, id)[step]
          if (place) all = after(all, id, place.parent, place.before)
        }
        return treeOf(all).length === ids.length && all.every(({ id, parent }) => !isWithin(all, parent, id)) && new Set(all.map(({ order }) => order)).size === ids.length
      }),
    )
  })
})
