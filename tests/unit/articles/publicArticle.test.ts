import { describe, expect, it } from 'vitest'
import { isPublicArticle } from '../../../src/articles/publicArticle'

const now = new Date('2026-05-01T12:00:00.000Z')
const before = '2026-05-01T11:59:59.999Z'
const after = '2026-05-01T12:00:00.001Z'
const published = { _status: 'published', pubStatus: 'usable', publishedAt: before }

describe('an article is public', () => {
  it.each([
    ['when it is published, dated and usable', {}],
    ['at the very moment of its date', { publishedAt: now.toISOString() }],
    ['when its embargo has ended', { embargoUntil: before }],
    ['at the very moment its embargo ends', { embargoUntil: now }],
    ['when its dates are dates and not texts', { publishedAt: new Date(before), embargoUntil: new Date(before) }],
    ['when the trash and the embargo are empty', { deletedAt: null, embargoUntil: null }],
  ])('%s', (_, article) => {
    expect(isPublicArticle({ ...published, ...article }, now)).toBe(true)
  })
})

describe('an article is not public', () => {
  it.each([
    ['while it is a draft', { _status: 'draft' }],
    ['without a status', { _status: undefined }],
    ['before its date', { publishedAt: after }],
    ['without a date', { publishedAt: null }],
    ['with a date that is none', { publishedAt: 'soon' }],
    ['under embargo', { embargoUntil: after }],
    ['with an embargo that cannot be read', { embargoUntil: 'later' }],
    ['when it is withheld', { pubStatus: 'withheld' }],
    ['when it is canceled', { pubStatus: 'canceled' }],
    ['without a publication status', { pubStatus: null }],
    ['in the trash', { deletedAt: before }],
  ])('%s', (_, article) => {
    expect(isPublicArticle({ ...published, ...article }, now)).toBe(false)
  })
})
