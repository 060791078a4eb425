import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAuthor, createSection, createTag, draftArticle, headlines, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page } from '../../helpers/articles'
import { client, reader, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { runImport } from '../../helpers/importCommand'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { startOther } from './support/startOther'
import type { OtherProcess } from './support/startOther'

let newsroom: TestNewsroom
let other: OtherProcess
/** The same editor at both. */
let here: Client
let there: Client
let section: string
let sport: string
let story: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  other = await startOther()
  const headers = { Authorization: `JWT ${await tokenOf(newsroom, 'editor')}` }
  here = client(newsroom.url, headers)
  there = client(other.url, headers)
  section = (await createSection(here, 'World')).id
  sport = (await createSection(here, 'Sport')).id
})
afterAll(async () => {
  await other.stop()
  await newsroom.close()
})

beforeEach(async () => {
  story = (await publishArticle(here, { headline: 'Talks', section })).id
})

const inSection = (id: string) => `/api/articles?where[section][equals]=${id}&depth=0`

/** Reads until the answer is as wanted; it comes from what is kept before. */
async function seen<Answer>(read: () => Promise<Answer>, wanted: (answer: Answer) => boolean): Promise<void> {
  await expect.poll(async () => wanted(await read()), { timeout: 60_000, interval: 50 }).toBe(true)
}

/** Whether the answer came from what is kept. */
async function isHit(url: string): Promise<boolean> {
  const response = await fetch(url)
  await response.text()
  return response.headers.get('Cache-Status') === 'Dateline; hit'
}

async function keep(...urls: string[]): Promise<void> {
  for (const url of urls) await expect.poll(() => isHit(url), { timeout: 60_000 }).toBe(true)
}

/** Waits until the other process knows of everything saved here so far: messages come in order. */
async function untilTold(): Promise<void> {
  const list = '/api/tags?limit=100&depth=0'
  await keep(`${other.url}${list}`)
  const { id } = await createTag(here, `Marker ${crypto.randomUUID()}`)
  await seen(() => reader(other.url).get<Page<{ id: string }>>(list), ({ body }) => body.docs.some((tag) => tag.id === id))
}

describe('what one process saves', () => {
  it('is seen in the other', async () => {
    const path = `/api/articles/${story}`
    await keep(`${other.url}${path}`)
    await republish(here, story, { headline: 'Talks resumed' })
    await seen(() => reader(other.url).get<ArticleAnswer>(path), ({ body }) => body.headline === 'Talks resumed')
    await keep(`${newsroom.url}${path}`)
    await republish(there, story, { headline: 'Talks broken off' })
    await seen(() => reader(newsroom.url).get<ArticleAnswer>(path), ({ body }) => body.headline === 'Talks broken off')
  })

  it('is seen in lists, and what it withdraws is gone', async () => {
    const list = () => reader(other.url).get<Page<ArticleAnswer>>(inSection(section))
    await keep(`${other.url}${inSection(section)}`)
    const { id } = await publishArticle(here, { headline: 'Late news', section })
    await seen(list, (answer) => headlines(answer).includes('Late news'))
    await here.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })
    await seen(list, (answer) => !headlines(answer).includes('Late news'))
  })

  it('is not seen in the other once that has saved the draft it became, or deleted it', async () => {
    for (const method of ['PATCH', 'DELETE'] as const) {
      const path = `/api/articles/${(await publishArticle(here, { headline: 'Withdrawn', section })).id}`
      await keep(`${other.url}${path}`)
      await here.send('PATCH', path, { _status: 'draft' })
      expect((await there.send(method, path, method === 'PATCH' ? { headline: 'Not yet', _status: 'draft' } : undefined)).status).toBe(200)
      expect((await reader(other.url).get(path)).status).toBe(404)
    }
  })

  it('leaves alone there what does not show it', async () => {
    const author = (await createAuthor(here, { name: 'Ann' })).id
    const shows = `${other.url}/api/articles/${(await publishArticle(here, { headline: 'By Ann', section, bylines: [{ author, role: 'reporter' }] })).id}`
    const quiet = `${other.url}${inSection(sport)}`
    await untilTold()
    await keep(shows, quiet)
    await here.send('PATCH', `/api/authors/${author}`, { name: 'Ann Ames' })
    await seen(() => fetch(shows).then((response) => response.text()), (text) => text.includes('Ann Ames'))
    expect(await isHit(quiet)).toBe(true)
  })

  it('empties nothing while it is a draft', async () => {
    const path = `/api/articles/${story}`
    await untilTold()
    await keep(`${other.url}${path}`)
    const draft = await draftArticle(here, { headline: 'Draft', section })
    await saveDraft(here, story, { headline: 'Draft of it' })
    await saveDraft(here, draft.id, { headline: 'Another draft' })
    await untilTold()
    expect(await isHit(`${other.url}${path}`)).toBe(true)
  })
})

it('what npm run import brings is seen', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-delivery-'))
  const list = () => reader(newsroom.url).get<Page<ArticleAnswer>>('/api/articles?limit=100&depth=0')
  await keep(`${newsroom.url}/api/articles?limit=100&depth=0`)
  await writeFile(path.join(folder, 'ferry.md'), '---\ntitle: Ferry sails again\nsection: World\nauthor: Ann Ames\ndate: 2026-01-02\n---\n\nThe ferry sailed again on Friday.\n')
  const { code, stderr } = await runImport([path.join(folder, 'ferry.md'), '--publish'])
  expect([code, stderr]).toEqual([0, ''])
  await seen(list, (answer) => headlines(answer).includes('Ferry sails again'))
  await rm(folder, { recursive: true })
})
