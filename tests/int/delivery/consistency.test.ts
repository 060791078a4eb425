import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSection, hoursFromNow, publishArticle } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { client, reader, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { startOther } from './support/startOther'
import type { OtherProcess } from './support/startOther'

/** How often each story is saved, and how long another process may take to know of it (one second where the machine is free). */
const WRITES = Number(process.env.CONSISTENCY_WRITES ?? 12)
const BOUND_MS = Number(process.env.CONSISTENCY_BOUND_MS ?? 5000)
const STORIES = 3
const READERS = 6

/** What readers may see of a story after a save: its headline, or nothing. Times are milliseconds since 1970. */
type State = { headline: string | undefined; place: number; began: number; ended: number }

type Story = { id: string; states: State[] }

let newsroom: TestNewsroom
let other: OtherProcess
let urls: [string, string]
let editors: [Client, Client]
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  other = await startOther()
  urls = [newsroom.url, other.url]
  const headers = { Authorization: `JWT ${await tokenOf(newsroom, 'editor')}` }
  editors = [client(urls[0], headers), client(urls[1], headers)]
  section = (await createSection(editors[0], 'World')).id
})
afterAll(async () => {
  await other.stop()
  await newsroom.close()
})

function pick<T>(items: readonly [T, ...T[]]): T {
  return items[Math.floor(Math.random() * items.length)] ?? items[0]
}

/** Ways to save a story, and what readers see after it. */
const SAVES = [
  (headline: string) => ({ data: { headline, _status: 'published', note: 'A test.', embargoUntil: null }, seen: headline }),
  (headline: string) => ({ data: { headline, _status: 'published', note: 'A test.', embargoUntil: null }, seen: headline }),
  (headline: string) => ({ data: { headline, _status: 'draft', note: 'A test.' }, seen: undefined }),
  (headline: string) => ({ data: { headline, _status: 'published', note: 'A test.', embargoUntil: hoursFromNow(1) }, seen: undefined }),
] as const

async function write(story: Story, version: number): Promise<void> {
  const { data, seen } = pick(SAVES)(`${story.id} v${version}`)
  const place = pick([0, 1])
  const state: State = { headline: seen, place, began: Date.now(), ended: Infinity }
  story.states.push(state)
  const { body, status } = await (place === 0 ? editors[0] : editors[1]).send('PATCH', `/api/articles/${story.id}`, data)
  if (status !== 200) throw new Error(`Saving answered ${status}: ${JSON.stringify(body)}`)
  state.ended = Date.now()
}

/** What a reader was shown of a story: its headline, or nothing; and whether the answer says that it may be old. */
type Seen = { headline: string | undefined; isOld: boolean }

/** Ways to read a story. */
const READS: readonly [Read, Read, Read] = [
  async (url, id) => {
    const { body, headers } = await reader(url).get<ArticleAnswer>(`/api/articles/${id}`)
    return { headline: body.headline, isOld: saysOld(headers) }
  },
  async (url, id) => {
    const { body, headers } = await reader(url).get<Page<ArticleAnswer>>('/api/articles?limit=20&depth=0')
    return { headline: body.docs.find((doc) => doc.id === id)?.headline, isOld: saysOld(headers) }
  },
  async (url, id) => {
    const { data, headers } = await reader(url).graphql<{ Articles: Page<ArticleAnswer> }>('{ Articles(limit: 20) { docs { id headline } } }')
    return { headline: data?.Articles.docs.find((doc) => doc.id === id)?.headline, isOld: saysOld(headers) }
  },
]

type Read = (url: string, id: string) => Promise<Seen>

/** A database that does not answer, as on a machine with more to do than it can, leaves readers with what was read before. */
function saysOld(headers: Headers): boolean {
  return headers.get('Cache-Status')?.includes('detail="stale') ?? false
}

/** The headlines a reader may see who asked `place` from `began` to now: none that a later save known there has replaced. */
function allowed({ states }: Story, place: number, began: number, isOld: boolean): (string | undefined)[] {
  const isKnown = (state: State) => state.ended + (state.place === place ? 0 : isOld ? Infinity : BOUND_MS) <= began
  return states.slice(Math.max(0, states.findLastIndex(isKnown))).map(({ headline }) => headline)
}

it(`no reader sees what was replaced, or what is not public (${STORIES * WRITES} saves, ${READERS} readers, two processes)`, async () => {
  const stories: Story[] = []
  for (let at = 0; at < STORIES; at += 1) {
    const began = Date.now()
    const { id } = await publishArticle(editors[0], { headline: `Story ${at}`, section })
    stories.push({ id, states: [{ headline: `Story ${at}`, place: 0, began, ended: Date.now() }] })
  }
  let isOver = false
  let reads = 0
  const writers = stories.map(async (story) => {
    for (let version = 1; version <= WRITES; version += 1) await write(story, version)
  })
  const readers = Array.from({ length: READERS }, async () => {
    while (!isOver) {
      const story = stories[Math.floor(Math.random() * stories.length)]
      if (!story) continue
      const place = pick([0, 1])
      const began = Date.now()
      const { headline, isOld } = await pick(READS)(urls[place === 0 ? 0 : 1], story.id)
      expect(allowed(story, place, began, isOld)).toContain(headline)
      reads += 1
    }
  })
  const written = Promise.all(writers).finally(() => {
    isOver = true
  })
  await Promise.all([written, ...readers])
  expect(reads).toBeGreaterThan(STORIES * WRITES)
  for (const { id, states } of stories) {
    for (const url of urls) await expect.poll(async () => (await READS[0](url, id)).headline, { timeout: 60_000 }).toBe(states.at(-1)?.headline)
  }
})
