import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNewsroom } from '../../../helpers/newsroom'
import { stored } from '../flowActions'
import { layOut, whatReadersSee, WORDS } from './ground'
import type { Ground, Seen, Story } from './ground'
import { originOf, statusIn, storyIn } from './states'
import { TABLE } from './table'
import type { Cell, Outcome } from './table'
import { LOUD, PLAIN, QUIET } from './writes'

/** The engines of this run share the cells: each has its own. */
const [share = 0, shares = 1] = (process.env.TEST_SHARE ?? '0/1').split('/').map(Number)

/**
 * Every so many cells are tried, counted along the diagonals, so that every write and every state is on each engine: none has
 * a factor that the number of states has. All are with SHOWN_EVERY=1.
 */
const STRIDES = [4, 8, 11]
const EVERY = Number(process.env.SHOWN_EVERY ?? STRIDES[shares - 1])
const FIRST = process.env.SHOWN_EVERY ? 0 : share

let ground: Ground
beforeAll(async () => {
  ground = await layOut(await openNewsroom())
})
afterAll(() => ground.close())

const WRITES = { ...QUIET, ...PLAIN, ...LOUD }
const TRIED = TABLE.filter((_, index) => index % EVERY === FIRST)

it('every state and every write is tried', () => {
  expect(new Set(TRIED.map(({ write }) => write)).size).toBe(Object.keys(WRITES).length)
  expect(new Set(TRIED.map(({ state }) => state)).size).toBe(new Set(TABLE.map(({ state }) => state)).size)
})

it.each(TRIED)('$write, $state: $expected', async ({ expected, refused, state, write }: Cell) => {
  const story = await storyIn(state, originOf(write), ground)
  const before = await whatReadersSee(ground, story)
  expect([before['by id'].status, before['by slug'].status, before.page.status]).toEqual(Array(3).fill(statusIn(state)))
  const status = (await WRITES[write]?.(ground, story)) ?? 500
  expect(status).toBeLessThan(500)
  const after = await whatReadersSee(ground, story)
  if (expected === '=') expect(inOldNames(after, story)).toEqual(inOldNames(before, story))
  else shows(after, expected)
  if (refused === undefined) return
  expect([write, status >= 400]).toEqual([write, refused])
  if (/^(PATCH (draft|of many)|GraphQL draft|the (Local API|SDK), draft)/.test(write)) {
    expect((await stored(ground.payload, story.id))?.standfirst === WORDS.asked).toBe(!refused)
  }
})

/** What a section, tag or author that was renamed is called in an answer, as before. */
function inOldNames(seen: Seen, { author, section, tag }: Story): Seen {
  return JSON.parse([author, section, tag].reduce((text, { slug }) => text.replaceAll(`renamed-${slug}`, slug), JSON.stringify(seen))) as Seen
}

/** That readers are answered so, whichever way they ask. */
function shows({ feed, GraphQL, list, page, ...byName }: Seen, expected: Exclude<Outcome, '='>): void {
  const [byId, bySlug] = [byName['by id'], byName['by slug']]
  const moves = expected === 'moved' || expected === 'new'
  const words = moves ? WORDS.asked : expected === '404' || expected === '410' ? undefined : WORDS[expected]
  const status = words === undefined ? Number(expected) : 200
  const atOldSlug = expected === 'moved' ? 301 : expected === 'new' ? 404 : status
  expect([byId.status, bySlug.status, page.status]).toEqual([status, atOldSlug, atOldSlug])
  const told = [byId, list, feed, GraphQL, ...(moves ? [] : [bySlug, page])].map(({ text }) => Object.values(WORDS).filter((each) => text.includes(each)))
  expect(told).toEqual(told.map(() => (words === undefined ? [] : [words])))
}
