import { describe, expect, it } from 'vitest'
import { howToTakeUp, howToTypeAgain, rewrittenByServer } from '../../../src/admin/saving/takeUp'

describe('what the server has, and the page has not (editor F1)', () => {
  const before = { headline: 'One', standfirst: 'Two', stage: 'draft', saves: 1, revision: 1 }

  it('is shown where nobody is typing, and told but for what only the server writes', () => {
    const after = { ...before, headline: 'Theirs', stage: 'in-review', wordCount: 7, saves: 2, revision: 2 }
    const { conflicts, shown, told } = howToTakeUp({ before, after, now: before, mine: ['standfirst'], unseen: [] })
    expect([shown.sort(), conflicts, told.sort()]).toEqual([['headline', 'revision', 'stage', 'wordCount'], [], ['headline', 'stage']])
  })

  it('is to be chosen where somebody is typing something else', () => {
    const after = { ...before, headline: 'Theirs', standfirst: 'Alike' }
    const now = { ...before, headline: 'Mine', standfirst: 'Alike' }
    const { conflicts, shown } = howToTakeUp({ before, after, now, mine: ['headline', 'standfirst'], unseen: [] })
    expect([shown, conflicts]).toEqual([[], ['headline']])
  })

  it('counts until the page has shown it', () => {
    expect(howToTakeUp({ before, after: before, now: before, mine: [], unseen: ['body'] }).shown).toEqual(['body'])
  })
})

describe('what was typed into a form that another one took the place of (editor F1)', () => {
  const known = { headline: 'One', standfirst: 'Two' }
  const typed = { headline: 'Typed' }

  it('goes into the next form, unless it is there', () => {
    expect(howToTypeAgain({ typed, typedUpon: known, known, now: known, stored: known })).toEqual({ inForm: [], toPut: ['headline'], conflicts: [] })
    expect(howToTypeAgain({ typed, typedUpon: known, known, now: { ...known, ...typed }, stored: known })).toEqual({ inForm: ['headline'], toPut: [], conflicts: [] })
  })

  it('is to be chosen where somebody else changed the field meanwhile', () => {
    const theirs = { ...known, headline: 'Theirs' }
    expect(howToTypeAgain({ typed, typedUpon: known, known, now: theirs, stored: theirs }).conflicts).toEqual(['headline'])
    expect(howToTypeAgain({ typed, typedUpon: known, known, now: { ...known, ...typed }, stored: theirs }).conflicts).toEqual(['headline'])
    expect(howToTypeAgain({ typed, typedUpon: known, known, now: { ...known, ...typed }, stored: { ...known, ...typed } }).conflicts).toEqual([])
  })
})

it('what the server rewrote is taken up where nobody has typed since, and only what a field holds as one value', () => {
  const sent = { slug: 'A Slug', headline: 'One', standfirst: 'Two', bylines: [{ role: 'reporter' }] }
  const saved = { slug: 'a-slug', headline: 'one', standfirst: 'Two', bylines: [] }
  expect(rewrittenByServer(sent, saved, ['headline'])).toEqual(['slug'])
})
