import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aProgram } from '../../helpers/apiClients'
import { aBody, byTheDesk, createSection, hoursFromNow } from '../../helpers/articles'
import type { Written } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { ACTIONS, ACTORS, after, begun, isPublic, mayBegin, mayCopy, mayRead } from './flowModel'
import type { Action, Actor, Story } from './flowModel'
import { hire } from './people'

/** How many sequences of actions, of which series: FLOW_SEQUENCES=2000 FLOW_SEED=7 npx vitest run --project sqlite tests/int/desk/flow.test.ts */
const SEQUENCES = Number(process.env.FLOW_SEQUENCES ?? 15)
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
  complete = { headline: 'A story', body: aBody('Words.'), section: (await createSection(editor, 'World')).id, bylines: await byTheDesk(editor) }
})
afterAll(() => newsroom.close())

/** The articles of a sequence, as the model has them and as the newsroom has them, by the same index. */
type Model = { stories: Story[] }
type Real = { ids: string[] }

/** The article as it is stored, its newest draft included. */
function stored(id: string) {
  return newsroom.payload.findByID({ collection: 'articles', depth: 0, disableErrors: true, draft: true, id, overrideAccess: true, trash: true })
}

/** Asks for an action. @returns the status of the answer */
async function ask(who: Actor, action: Action, id: string): Promise<number> {
  const patch = async (data: object, query = {}) => (await clients[who].send('PATCH', `/api/articles/${id}`, data, query)).status
  const draft = (data: object) => patch({ note: 'Because.', ...data }, { draft: true })
  const publish = (data: object) => patch({ note: 'Because.', ...data, _status: 'published' })
  switch (action) {
    case 'save':
      return draft({ standfirst: 'Written' })
    case 'submit':
      return draft({ stage: 'submitted' })
    case 'review':
      return draft({ stage: 'in-review' })
    case 'approve':
      return draft({ stage: 'ready' })
    case 'send back':
      return draft({ stage: 'draft' })
    case 'sneak':
      return draft({ pubStatus: 'withheld', embargoUntil: hoursFromNow(1), publishedAt: hoursFromNow(1), corrections: [{ kind: 'update', text: 'Sneaked in', correctedAt: hoursFromNow(0) }] })
    case 'publish':
      return publish({})
    case 'unpublish':
      return patch({ _status: 'draft' })
    case 'withdraw':
      return publish({ pubStatus: 'canceled' })
    case 'reinstate':
      return publish({ pubStatus: 'usable' })
    case 'embargo':
      return publish({ embargoUntil: hoursFromNow(1) })
    case 'lift':
      return publish({ embargoUntil: null })
    case 'correct': {
      const shown = await newsroom.payload.findByID({ collection: 'articles', depth: 0, disableErrors: true, id, overrideAccess: true, trash: true })
      return publish({ corrections: [...(shown?.corrections ?? []), { kind: 'correction', text: 'It was not so.', correctedAt: hoursFromNow(0) }] })
    }
    case 'take back':
      return publish({ corrections: [] })
    case 'trash':
      return patch({ deletedAt: hoursFromNow(0), _status: 'draft' })
    case 'untrash':
      return patch({ deletedAt: null, _status: 'draft' }, { trash: true })
    case 'delete':
      return (await clients[who].send('DELETE', `/api/articles/${id}`, undefined, { trash: true })).status
  }
}

/** Whether an action was done; any other answer than that it was, or was refused, is a fault. */
function isDone(status: number): boolean {
  expect(status < 300 || (status >= 400 && status < 500), `status ${status}`).toBe(true)
  return status < 300
}

/** That newsroom and model agree on an article, for the one who acted and for readers. */
async function agree(who: Actor, story: Story, id: string): Promise<void> {
  for (const each of [who, 'reader'] as const) {
    expect([each, (await clients[each].get(`/api/articles/${id}`)).status === 200]).toEqual([each, mayRead(each, story)])
  }
  expect((await clients.reader.get<{ totalDocs: number }>('/api/articles/count', { where: { id: { equals: id } }, trash: true })).body.totalDocs).toBe(isPublic(story) ? 1 : 0)
  const article = await stored(id)
  expect(article === null).toBe(story.isGone)
  if (article) expect({ stage: article.stage, corrections: article.corrections?.length ?? 0, isTrashed: Boolean(article.deletedAt) }).toEqual({ stage: story.stage, corrections: story.corrections, isTrashed: story.isTrashed })
}

type Command = fc.AsyncCommand<Model, Real>

function beginning(who: Actor): Command {
  return {
    check: () => true,
    run: async ({ stories }, { ids }) => {
      const { body, status } = await clients[who].send<Written<{ id: string }>>('POST', '/api/articles', complete, { draft: true })
      expect(isDone(status)).toBe(mayBegin(who))
      if (!mayBegin(who)) return
      stories.push(begun(who))
      ids.push(body.doc.id)
      await agree(who, begun(who), body.doc.id)
    },
    toString: () => `${who} begins`,
  }
}

function copying(who: Actor, at: number): Command {
  return {
    check: ({ stories }) => stories.length > 0,
    run: async ({ stories }, { ids }) => {
      const index = at % stories.length
      const [story, id] = [stories[index], ids[index]]
      if (!story || id === undefined) return
      const { body, status } = await clients[who].send<Written<{ id: string }>>('POST', `/api/articles/${id}/duplicate`, {})
      expect(isDone(status)).toBe(mayCopy(who, story))
      if (!mayCopy(who, story)) return
      stories.push(begun(who))
      ids.push(body.doc.id)
      await agree(who, begun(who), body.doc.id)
    },
    toString: () => `${who} copies ${at}`,
  }
}

function acting(who: Actor, action: Action, at: number): Command {
  return {
    check: ({ stories }) => stories.length > 0,
    run: async ({ stories }, { ids }) => {
      const index = at % stories.length
      const [story, id] = [stories[index], ids[index]]
      if (!story || id === undefined) return
      const next = after(who, action, story)
      expect(isDone(await ask(who, action, id))).toBe(next !== undefined)
      stories[index] = next ?? story
      await agree(who, next ?? story, id)
    },
    toString: () => `${who}: ${action} ${at}`,
  }
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
const index = fc.nat(3)
/** What editors do with the fields that others only try to set is not a matter of the model. */
const isModelled = ([actor, action]: readonly [Actor, Action, number]) => action !== 'sneak' || (actor !== 'editor' && actor !== 'admin')
const commands = fc.commands<Model, Real, false>(
  [
    who.map(beginning),
    fc.tuple(who, index).map(([actor, at]) => copying(actor, at)),
    ...[staff, staff, staff, who].map((actor) => fc.tuple(actor, fc.constantFrom(...ACTIONS), index).filter(isModelled).map(([each, action, at]) => acting(each, action, at))),
  ],
  { maxCommands: LONGEST, size: 'max' },
)

it(`${SEQUENCES} sequences of actions end as the rules say, for everybody`, { timeout: 0 }, async () => {
  await fc.assert(
    fc.asyncProperty(commands, (sequence) => fc.asyncModelRun(setOut, sequence)),
    { numRuns: SEQUENCES, seed: SEED },
  )
})
