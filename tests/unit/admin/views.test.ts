import { describe, expect, it } from 'vitest'
import { activeView, articleViews } from '../../../src/admin/lists/views'

const views = articleViews('somebody', new Date('2026-01-02T03:04:05Z'))
const queryOf = (name: string) => views.find((view) => view.name === name)?.query ?? {}

describe('the view of an address', () => {
  it.each(views.map(({ name }) => name))('is the one whose filters it has: %s', (name) => {
    expect(activeView(views, queryOf(name))).toBe(name)
  })

  it('is the same however its list is searched, sorted and turned over', () => {
    expect(activeView(views, { ...queryOf('myDrafts'), search: 'peace', sort: '-updatedAt', page: '2' })).toBe('myDrafts')
  })

  it('is the embargoed one whenever it was opened', () => {
    expect(activeView(articleViews('somebody', new Date(0)), queryOf('embargoed'))).toBe('embargoed')
  })

  it.each([
    ['other filters', { 'where[or][0][and][0][section][equals]': 'x' }],
    ['a filter more', { ...queryOf('needsEditor'), 'where[or][0][and][2][section][equals]': 'x' }],
    ['somebody else’s drafts', { ...queryOf('myDrafts'), 'where[or][0][and][0][createdBy][equals]': 'another' }],
  ])('is none with %s', (_, params) => {
    expect(activeView(views, params)).toBeUndefined()
  })
})
