import { describe, expect, it } from 'vitest'
import { isPublicArticle } from '../../../src/articles/publicArticle'
import type { ScheduleType } from '../../../src/articles/schedule'
import { visibilityOf } from '../../../src/articles/visibility'
import type { Standing, Visibility } from '../../../src/articles/visibility'

const now = new Date('2027-03-01T12:00:00.000Z')
const past = '2027-02-01T12:00:00.000Z'
const sincePast = '2027-02-15T12:00:00.000Z'
const soon = '2027-03-02T12:00:00.000Z'
const later = '2027-03-03T12:00:00.000Z'

const draft: Standing = { _status: 'draft', pubStatus: 'usable' }
const published: Standing = { _status: 'published', pubStatus: 'usable', publishedAt: past, firstPublishedAt: past }
const newerDraft: Standing = { ...published, _status: 'draft' }

type Row = [string, { main: Standing; newest?: Standing; schedules?: { type: ScheduleType; at: string }[] }, Partial<Visibility>]

const rows: Row[] = [
  ['a draft', { main: draft }, { kind: 'draft', from: null, until: null }],
  ['a draft with a date of its own', { main: { ...draft, publishedAt: past } }, { kind: 'draft', from: null }],
  ['a draft that is scheduled', { main: draft, schedules: [{ type: 'publish', at: soon }] }, { kind: 'scheduled', from: soon }],
  ['a scheduled draft under a longer embargo', { main: { ...draft, embargoUntil: later }, schedules: [{ type: 'publish', at: soon }] }, { kind: 'scheduled', from: later }],
  ['a scheduled draft that was withdrawn', { main: { ...draft, pubStatus: 'canceled' }, schedules: [{ type: 'publish', at: soon }] }, { kind: 'draft', from: null }],
  ['a scheduled draft that is withheld', { main: { ...draft, pubStatus: 'withheld' }, schedules: [{ type: 'publish', at: soon }] }, { kind: 'draft', from: null }],
  ['the earlier of two schedules', { main: draft, schedules: [{ type: 'publish', at: later }, { type: 'publish', at: soon }] }, { kind: 'scheduled', from: soon }],
  ['a scheduled draft that is then taken offline', { main: draft, schedules: [{ type: 'unpublish', at: later }, { type: 'publish', at: soon }] }, { kind: 'scheduled', from: soon, until: later }],
  ['a draft that would be taken offline before it is published', { main: draft, schedules: [{ type: 'publish', at: later }, { type: 'unpublish', at: soon }] }, { kind: 'scheduled', from: later, until: null }],
  ['a published article', { main: published }, { kind: 'public', from: past, until: null, hasNewerDraft: false }],
  ['a published article that is taken offline', { main: published, schedules: [{ type: 'unpublish', at: soon }] }, { kind: 'public', from: past, until: soon }],
  ['a published article with a newer draft', { main: published, newest: newerDraft }, { kind: 'public', hasNewerDraft: true }],
  ['a published article whose newer draft is withdrawn', { main: published, newest: { ...newerDraft, pubStatus: 'canceled' } }, { kind: 'public', hasNewerDraft: true }],
  ['a published article whose newer draft is under embargo', { main: published, newest: { ...newerDraft, embargoUntil: later } }, { kind: 'public', from: past }],
  ['an embargo', { main: { ...published, embargoUntil: later } }, { kind: 'embargoed', from: later }],
  ['an embargo that has ended', { main: { ...published, embargoUntil: past } }, { kind: 'public', from: past }],
  ['an embargo that has ended after the date', { main: { ...published, embargoUntil: sincePast } }, { kind: 'public', from: sincePast }],
  ['an embargo that ends before the date', { main: { ...published, embargoUntil: soon, publishedAt: later } }, { kind: 'embargoed', from: later }],
  ['a date to come', { main: { ...published, publishedAt: soon } }, { kind: 'future', from: soon }],
  ['a withheld article', { main: { ...published, pubStatus: 'withheld' } }, { kind: 'withheld', from: null }],
  ['a withdrawn article', { main: { ...published, pubStatus: 'canceled' } }, { kind: 'withdrawn', from: null }],
  ['a withdrawn article with a newer draft', { main: { ...published, pubStatus: 'canceled' }, newest: newerDraft }, { kind: 'withdrawn', hasNewerDraft: true }],
  ['an unpublished article', { main: newerDraft }, { kind: 'unpublished', from: null, hasNewerDraft: false }],
  ['an unpublished article that is scheduled', { main: newerDraft, schedules: [{ type: 'publish', at: soon }] }, { kind: 'scheduled', from: soon }],
  ['an article in the trash', { main: { ...published, deletedAt: past } }, { kind: 'trashed', hasNewerDraft: false }],
  ['a draft in the trash', { main: { ...draft, deletedAt: past }, schedules: [{ type: 'publish', at: soon }] }, { kind: 'trashed', from: null }],
]

describe('whether readers can see an article (editor F4)', () => {
  it.each(rows)('%s', (_name, { main, newest = main, schedules }, expected) => {
    expect(visibilityOf({ main, newest, ...(schedules && { schedules }) }, now)).toMatchObject(expected)
  })

  it.each(rows)('agrees with the public rule: %s', (_name, { main, newest = main, schedules }) => {
    expect(visibilityOf({ main, newest, ...(schedules && { schedules }) }, now).kind === 'public').toBe(isPublicArticle(main, now))
  })
})
