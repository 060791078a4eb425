import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProgram } from '../../helpers/apiClients'
import { aBody, byTheDesk, createSection } from '../../helpers/articles'
import type { ArticleAnswer, Written } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { ask, comesDue, stored, versionOf, waiting } from './flowActions'
import { ACTIONS, ACTORS, after, afterItsTime, afterRestore, begun, isPublic, mayBegin, mayCopy, mayRead, statusFor, withoutAddress } from './flowModel'
import type { Action, Actor, Story } from './flowModel'
import { hire } from './people'

/** How many sequences of actions, of which series: FLOW_SEQUENCES=2000 FLOW_SEED=7 npx vitest run --project sqlite tests/int/desk/flow.test.ts */
const SEQUENCES = Number(process.env.FLOW_SEQUENCES ?? 30)
const SEED = Number(process.env.FLOW_SEED ?? 1)
const LONGEST = 15

let newsroom: TestNewsroom
let clients: Record<Actor, Client>
let complete: Record<string, unknown>

beforeAll(async () => {
  newsroom = await openNewsroom()
  // The first login is an admin's, whatever is asked.
  const admin = await hire(newsroom, 'admin', 'Ada')
  const editor = await hire(newsroom, 'editor', 'Eve')
  clients = {
    admin,
    Ann: await hire(newsroom, 'journalist', 'Ann'),
    Bob: await hire(newsroom, 'journalist', 'Bob'),
    editor,
    ingest: await aProgram(newsroom, ['ingest']),
    'read-drafts': await aProgram(newsroom, ['read-drafts']),
    reader: reader(newsroom.url),
  }
  complete = { body: aBody('Words.'), section: (await createSection(editor, 'World')).id, bylines: await byTheDesk(editor) }
})
afterAll(() => newsroom.close())

/** The articles of a sequence, as the model has them and as the newsroom has them, by the same index. */
type Model = { stories: Story[] }
type Real = { ids: string[] }
type Command = fc.AsyncCommand<Model, Real>

let slugs = 0
const freshSlug = () => `address-${(slugs += 1)}`

/** Whether an action was done; any other answer than that it was, or was refused, is a fault. */
function isDone(status: number): boolean {
  expect(status < 300 || (status >= 400 && status < 500), `status ${status}`).toBe(true)
  return status < 300
}

/** What a reader is answered who asks by a slug, without going where it leads. */
async function statusOf(slug: string): Promise<number> {
  return (await fetch(`${newsroom.url}/api/articles/by-slug/${slug}`, { redirect: 'manual' })).status
}

/** That newsroom and model agree on an article, for the one who acted and for readers. */
async function agree(who: Actor, story: Story, id: string, stories: readonly Story[]): Promise<void> {
  for (const each of [who, 'reader'] as const) {
    expect([each, (await clients[each].get(`/api/articles/${id}`)).status === 200]).toEqual([each, mayRead(each, story)])
  }
  expect((await clients.reader.get<{ totalDocs: number }>('/api/articles/count', { where: { id: { equals: id } }, trash: true })).body.totalDocs).toBe(isPublic(story) ? 1 : 0)
  for (const slug of [story.slug, ...story.olds]) expect([slug, await statusOf(slug)]).toEqual([slug, statusFor(slug, stories)])
  expect(await waiting(newsroom.payload, id)).toHaveLength(story.waits.length)
  const article = await stored(newsroom.payload, id)
  expect(article === null).toBe(story.isGone)
  if (article) {
    const { deletedAt, slug, stage } = article
    expect({ corrections: article.corrections?.length ?? 0, isTrashed: Boolean(deletedAt), slug, stage }).toEqual({ corrections: story.corrections, isTrashed: story.isTrashed, slug: story.slug, stage: story.stage })
  }
}

function beginning(who: Actor): Command {
  return {
    check: () => true,
    run: async ({ stories }, { ids }) => {
      const { body, status } = await clients[who].send<Written<ArticleAnswer>>('POST', '/api/articles', { ...complete, headline: `Story ${freshSlug()}` }, { draft: true })
      expect(isDone(status)).toBe(mayBegin(who))
      if (!mayBegin(who)) return
      const story = begun(who, String(body.doc.slug))
      stories.push(story)
      ids.push(body.doc.id)
      await agree(who, story, body.doc.id, stories)
    },
    toString: () => `${who} begins`,
  }
}

/** Does something with one of the articles, and has newsroom and model agree on what became of it. */
function withStory(name: string, at: number, who: Actor, change: (story: Story, id: string, model: Model, real: Real) => Promise<Story>): Command {
  return {
    check: ({ stories }) => stories.length > 0,
    run: async (model, real) => {
      const index = at % model.stories.length
      const [story, id] = [model.stories[index], real.ids[index]]
      if (!story || id === undefined) return
      const next = await change(story, id, model, real)
      model.stories = model.stories.map((each, other) => (other === index ? next : withoutAddress(each, next)))
      await agree(who, next, id, model.stories)
    },
    toString: () => `${name} ${at}`,
  }
}

function copying(who: Actor, at: number): Command {
  return withStory(`${who} copies`, at, who, async (story, id, { stories }, { ids }) => {
    const { body, status } = await clients[who].send<Written<ArticleAnswer>>('POST', `/api/articles/${id}/duplicate`, {})
    expect(isDone(status)).toBe(mayCopy(who, story))
    if (!mayCopy(who, story)) return story
    const copy = begun(who, String(body.doc.slug))
    stories.push(copy)
    ids.push(body.doc.id)
    await agree(who, copy, body.doc.id, stories)
    const { embargoUntil, firstPublishedAt, publishedAt, pubStatus } = (await stored(newsroom.payload, body.doc.id)) ?? {}
    expect([embargoUntil ?? null, firstPublishedAt ?? null, publishedAt ?? null, pubStatus]).toEqual([null, null, null, 'usable'])
    return story
  })
}

function acting(who: Actor, action: Action, at: number): Command {
  return withStory(`${who}: ${action}`, at, who, async (story, id, { stories }) => {
    const free = story.olds.find((old) => !stories.some(({ firstSlug, slug }) => slug === old || (firstSlug === old && firstSlug !== story.firstSlug)))
    const slug = action === 'rename back' ? (free ?? story.slug) : freshSlug()
    const next = after(who, action, story, slug)
    expect(isDone(await ask(action, { client: clients[who], id, payload: newsroom.payload, slug }))).toBe(next !== undefined)
    return next ?? story
  })
}

function restoring(who: Actor, at: number, version: number, asDraft: boolean): Command {
  return withStory(`${who} brings back version ${version}${asDraft ? ' as a draft' : ''} of`, at, who, async (story, id) => {
    const old = await versionOf(newsroom.payload, id, version)
    const next = old && afterRestore(who, story, { asDraft, text: old.text, wasOut: old.wasOut })
    const { status } = await clients[who].send('POST', `/api/articles/versions/${old?.id ?? crypto.randomUUID()}`, {}, asDraft ? { draft: true } : {})
    expect(isDone(status)).toBe(next !== undefined)
    return next ?? story
  })
}

function itsTimeComes(at: number): Command {
  return withStory('the time comes for', at, 'editor', async (story, id) => {
    await comesDue(newsroom.payload, id)
    return afterItsTime(story)
  })
}

/** Each sequence finds an article of a journalist and one of an editor. */
async function setOut(): Promise<{ model: Model; real: Real }> {
  const model: Model = { stories: [] }
  const real: Real = { ids: [] }
  for (const each of ['Ann', 'editor'] as const) await beginning(each).run(model, real)
  return { model, real }
}

const who = fc.constantFrom(...ACTORS)
const staff = fc.constantFrom<Actor>('Ann', 'Bob', 'editor', 'admin')
const editors = fc.constantFrom<Actor>('editor', 'editor', 'admin')
const index = fc.nat(3)
/** What editors do with the fields that others only try to set is not a matter of the model. */
const isModelled = ([actor, action]: readonly [Actor, Action, number]) => !['rename the draft', 'sneak'].includes(action) || (actor !== 'editor' && actor !== 'admin')
const commands = fc.commands<Model, Real, false>(
  [
    who.map(beginning),
    fc.tuple(who, index).map(([actor, at]) => copying(actor, at)),
    index.map(itsTimeComes),
    fc.tuple(fc.oneof(editors, who), index, fc.nat(12), fc.boolean()).map(([actor, at, version, asDraft]) => restoring(actor, at, version, asDraft)),
    ...[editors, editors, staff, staff, who].map((actor) => fc.tuple(actor, fc.constantFrom(...ACTIONS), index).filter(isModelled).map(([each, action, at]) => acting(each, action, at))),
  ],
  { maxCommands: LONGEST, size: 'max' },
)

it(`${SEQUENCES} sequences of actions end as the rules say, for everybody`, { timeout: 0 }, async () => {
  await fc.assert(
    fc.asyncProperty(commands, (sequence) => fc.asyncModelRun(setOut, sequence)),
    { numRuns: SEQUENCES, seed: SEED },
  )
})
