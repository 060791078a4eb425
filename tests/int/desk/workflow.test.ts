import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createSection, draftArticle, hoursFromNow, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { ArticleAnswer, Page, Refusal } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import type { ArticleEvent } from '../../../src/payload-types'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let anonymous: Client
let editor: Colleague
let ann: Colleague
let bob: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  anonymous = reader(newsroom.url)
  await hire(newsroom, 'admin', 'Ada Admin')
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  ann = await hire(newsroom, 'journalist', 'Ann Ames')
  bob = await hire(newsroom, 'journalist', 'Bob Best')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

const stored = (id: string) => newsroom.payload.findByID({ collection: 'articles', id, depth: 0, draft: true, overrideAccess: true })
const save = (who: Client, id: string, data: object) => who.send<Refusal>('PATCH', `/api/articles/${id}`, data, { draft: true })
const publish = (who: Client, id: string, data: object = {}) =>
  who.send<Refusal>('PATCH', `/api/articles/${id}`, { ...data, _status: 'published' })
const logOf = async (who: Client, id: string) => {
  const { body } = await who.get<Page<ArticleEvent>>('/api/article-events', { where: { article: { equals: id } }, sort: 'createdAt', depth: 0 })
  return body.docs.map(({ from, kind, note, to, who: name }) => [kind, from ?? null, to ?? null, note ?? null, name])
}

/** The fields a refusal names, in its order. */
function named({ errors }: Refusal): string[] {
  return errors.flatMap(({ data }) => (isDetailed(data) ? data.errors.map(({ path }) => path) : []))
}

function isDetailed(data: unknown): data is { errors: { path: string }[] } {
  return typeof data === 'object' && data !== null && 'errors' in data && Array.isArray(data.errors)
}

describe('an article goes through the desk', () => {
  it('from its author to an editor, back with a note, and on to readers, and the log tells it all', async () => {
    const { id } = await draftArticle(ann, { headline: 'Long way', section, body: aBody('Words.'), bylines: [{ author: ann.byline, role: 'reporter' }] })
    expect((await save(ann, id, { stage: 'submitted' })).status).toBe(200)
    expect((await save(editor, id, { stage: 'in-review' })).status).toBe(200)
    expect((await save(editor, id, { stage: 'draft', note: 'Who says so?' })).status).toBe(200)
    expect((await save(ann, id, { stage: 'submitted', standfirst: 'The ministry says so.' })).status).toBe(200)
    expect((await publish(editor, id)).status).toBe(200)
    expect((await stored(id)).stage).toBe('ready')
    expect(await logOf(editor, id)).toEqual([
      ['stage', 'draft', 'submitted', null, 'Ann Ames'],
      ['stage', 'submitted', 'in-review', null, 'Eve Editor'],
      ['stage', 'in-review', 'draft', 'Who says so?', 'Eve Editor'],
      ['stage', 'draft', 'submitted', null, 'Ann Ames'],
      ['stage', 'submitted', 'ready', null, 'Eve Editor'],
      ['publication', null, 'published', null, 'Eve Editor'],
    ])
  })

  it('and back only with a note that says why', async () => {
    const { id } = await draftArticle(ann, { headline: 'Not yet', stage: 'submitted' })
    const { body, status } = await save(editor, id, { stage: 'draft' })
    expect(status).toBe(400)
    expect(named(body)).toEqual(['stage'])
    expect((await stored(id)).stage).toBe('submitted')
  })

  it('out of the hands of its author once it is submitted', async () => {
    const { id } = await draftArticle(ann, { headline: 'Mine no more' })
    await save(ann, id, { stage: 'submitted' })
    expect((await save(ann, id, { headline: 'Mine again' })).status).toBe(403)
    expect((await save(ann, id, { stage: 'draft', headline: 'Mine again' })).status).toBe(403)
    const bulk = await ann.send<{ docs: unknown[] }>('PATCH', '/api/articles', { headline: 'Mine again' }, { where: { id: { equals: id } } })
    expect(bulk.body.docs).toEqual([])
    expect((await stored(id)).headline).toBe('Mine no more')
  })

  it('back into the hands of its writer, who takes it back while nobody reviews it (editor F2)', async () => {
    const { id } = await draftArticle(ann, { headline: 'Mine after all' })
    await save(ann, id, { stage: 'submitted' })
    expect((await save(bob, id, { stage: 'draft' })).status).toBeGreaterThanOrEqual(403)
    expect((await save(ann, id, { stage: 'draft' })).status).toBe(200)
    expect((await save(ann, id, { standfirst: 'Better.' })).status).toBe(200)
    await save(ann, id, { stage: 'submitted' })
    await save(editor, id, { stage: 'in-review' })
    expect((await save(ann, id, { stage: 'draft' })).status).toBe(403)
    expect(await stored(id)).toMatchObject({ stage: 'in-review', standfirst: 'Better.' })
    expect((await logOf(editor, id)).map(([, from, to, note, who]) => [from, to, note, who])).toContainEqual(['submitted', 'draft', null, 'Ann Ames'])
  })

  it('read-only for those who may not save it, as the form learns before it opens (editor F2)', async () => {
    const { id } = await draftArticle(ann, { headline: 'Open or closed', section, body: aBody('Words.'), bylines: [{ author: ann.byline, role: 'reporter' }] })
    const told = async (who: Client) => {
      const access = await who.send<{ update?: unknown }>('POST', `/api/articles/access/${id}`, { _status: 'draft' })
      const standing = await who.get<{ readOnly: string | null }>(`/api/articles/${id}/visibility`)
      return [Boolean(access.body.update), standing.body.readOnly]
    }
    expect(await told(ann)).toEqual([true, null])
    expect(await told(editor)).toEqual([true, null])
    await save(ann, id, { stage: 'submitted' })
    expect(await told(ann)).toEqual([false, 'Submitted: the editors have it. Take it back to change it.'])
    expect(await told(editor)).toEqual([true, null])
    await save(ann, id, { stage: 'draft' })
    expect(await told(ann)).toEqual([true, null])
    await save(editor, id, { stage: 'in-review' })
    expect(await told(ann)).toEqual([false, 'In review: an editor is working on it and can send it back to you.'])
    await editor.send('POST', `/api/articles/${id}/schedule`, { type: 'publish', at: hoursFromNow(2) })
    expect(await told(ann)).toEqual([false, 'Scheduled as it stands: an editor can take it off the schedule.'])
    await publish(editor, id)
    expect(await told(ann)).toEqual([false, 'Published: ask an editor to change it or to send it back to you.'])
    expect(await told(bob)).toEqual([false, 'This is the story of Ann Ames: its writers and editors can change it.'])
    await save(editor, id, { stage: 'draft', note: 'Add the reactions.' })
    expect(await told(ann)).toEqual([true, null])
    const spanish = await fetch(`${newsroom.url}/api/articles/${id}/visibility`, { headers: { ...bob.headers, 'Accept-Language': 'es' } })
    expect(await spanish.json()).toMatchObject({ readOnly: 'Este artículo es de Ann Ames: pueden cambiarlo sus autores y los editores.' })
  })

  it.each(['in-review', 'ready'])('never to %s by a journalist', async (stage) => {
    const { id } = await draftArticle(ann, { headline: 'Too fast' })
    expect((await save(ann, id, { stage })).status).toBe(400)
    expect((await ann.send('POST', '/api/articles', { headline: 'Faster still', stage })).status).toBe(400)
  })

  it('with its log on it, for those who work on it', async () => {
    const { id } = await draftArticle(ann, { headline: 'Watched' })
    await save(ann, id, { stage: 'submitted' })
    const read = (who: Client) => who.get<{ events?: { docs: unknown[] } }>(`/api/articles/${id}`)
    expect((await read(editor)).body.events?.docs).toHaveLength(1)
    expect((await read(ann)).body.events?.docs).toHaveLength(1)
    expect(await logOf(bob, id)).toEqual([])
    expect((await anonymous.get('/api/article-events')).status).toBe(403)
  })

  it('leaving a log that nobody writes', async () => {
    const { id } = await draftArticle(ann, { headline: 'Carved in stone', stage: 'submitted' })
    const { body } = await editor.get<Page<ArticleEvent>>('/api/article-events', { where: { article: { equals: id } } })
    const event = `/api/article-events/${String(body.docs[0]?.id)}`
    const answers = [
      await editor.send('POST', '/api/article-events', { article: id, kind: 'stage', who: 'Somebody' }),
      await editor.send('PATCH', event, { who: 'Somebody' }),
      await editor.send('DELETE', event),
      await editor.send('PATCH', '/api/article-events', { who: 'Somebody' }, { where: { article: { equals: id } } }),
      await editor.send('DELETE', '/api/article-events', undefined, { where: { article: { equals: id } } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
    expect(await logOf(editor, id)).toEqual([['stage', 'draft', 'submitted', null, 'Ann Ames']])
  })
})

describe('publication', () => {
  it('is refused with all that is missing at once', async () => {
    const { body, status } = await editor.send<Refusal>('POST', '/api/articles', { _status: 'published' })
    expect(status).toBe(400)
    expect(named(body)).toEqual(['headline', 'body', 'section', 'bylines'])
    const { id } = await draftArticle(editor, { headline: 'Half of it' })
    expect(named((await publish(editor, id)).body)).toEqual(['body', 'section', 'bylines'])
  })

  it('is refused to a body of nothing but empty lines', async () => {
    const { id } = await draftArticle(editor, { headline: 'Empty', section, body: aBody('', ' '), bylines: [{ author: ann.byline, role: 'reporter' }] })
    expect(named((await publish(editor, id)).body)).toEqual(['body'])
  })

  it('is refused to code as well', async () => {
    const { id } = await draftArticle(editor, { headline: 'By a script' })
    const update = newsroom.payload.update({ collection: 'articles', id, data: { _status: 'published' }, overrideAccess: true })
    await expect(update).rejects.toThrow(/Body, Section, Bylines/)
  })

  it('ends when an editor takes it back, and the log says so', async () => {
    const { id } = await publishArticle(editor, { headline: 'Out and in', section })
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })
    expect((await anonymous.get(`/api/articles/${id}`)).status).toBe(404)
    expect((await logOf(editor, id)).at(-1)).toEqual(['publication', 'published', null, null, 'Eve Editor'])
  })

  it('lasts while a newer draft goes back to its author', async () => {
    const { id } = await publishArticle(editor, { headline: 'Still there', section, bylines: [{ author: ann.byline, role: 'reporter' }] })
    await saveDraft(editor, id, { stage: 'draft', note: 'Add the reactions.' })
    expect((await save(ann, id, { headline: 'With reactions', stage: 'submitted' })).status).toBe(200)
    expect((await anonymous.get<ArticleAnswer>(`/api/articles/${id}`)).body.headline).toBe('Still there')
    expect((await logOf(editor, id)).slice(-2).map(([kind]) => kind)).toEqual(['stage', 'stage'])
  })
})

describe('an embargo', () => {
  it('hides what is published, and changes after publication only with a note', async () => {
    const { id } = await publishArticle(editor, { headline: 'Not before six', section, embargoUntil: hoursFromNow(6) })
    expect((await anonymous.get(`/api/articles/${id}`)).status).toBe(404)
    expect(named((await publish(editor, id, { embargoUntil: hoursFromNow(-1) })).body)).toEqual(['note'])
    expect((await publish(editor, id, { embargoUntil: hoursFromNow(-1), note: 'Lifted by the ministry.' })).status).toBe(200)
    expect((await anonymous.get(`/api/articles/${id}`)).status).toBe(200)
    expect((await stored(id)).note ?? null).toBeNull()
  })
})

describe('a correction', () => {
  const wrong = { kind: 'correction', text: 'It was a Tuesday.' }

  it('is made to what readers have seen, not before', async () => {
    const { id } = await draftArticle(editor, { headline: 'Unseen' })
    expect(named((await save(editor, id, { corrections: [wrong] })).body)).toEqual(['corrections'])
  })

  it('is dated, shown to readers, and moves the date of change, not of publication', async () => {
    const { id, publishedAt } = await publishArticle(editor, { headline: 'On Monday', section, publishedAt: hoursFromNow(-9) })
    await republish(editor, id, { corrections: [{ ...wrong, correctedAt: hoursFromNow(-99) }] })
    const { body } = await anonymous.get<ArticleAnswer>(`/api/articles/${id}`)
    expect(body).toMatchObject({ publishedAt, corrections: [wrong] })
    expect(Date.parse(String(body.corrections?.[0]?.correctedAt))).toBeGreaterThan(Date.parse(hoursFromNow(-1)))
    expect(Date.parse(String(body.updatedAt))).toBeGreaterThan(Date.parse(String(publishedAt)))
  })

  it('stays once readers have seen it: another one puts it right', async () => {
    const { id } = await publishArticle(editor, { headline: 'Twice wrong', section })
    const { corrections } = await republish(editor, id, { corrections: [wrong] })
    const seen = corrections ?? []
    for (const rewritten of [[], [{ ...wrong, text: 'It never was.' }], [{ kind: 'update', text: 'First' }, ...seen]]) {
      expect(named((await publish(editor, id, { corrections: rewritten })).body)).toEqual(['corrections'])
      expect(named((await save(editor, id, { corrections: rewritten })).body)).toEqual(['corrections'])
    }
    const second = { kind: 'correction', text: 'The correction was wrong: it was a Monday.' }
    await republish(editor, id, { corrections: [...seen, second] })
    expect((await anonymous.get<ArticleAnswer>(`/api/articles/${id}`)).body.corrections).toMatchObject([seen[0], second])
  })
})

describe('a withdrawn article', () => {
  it('is gone for readers with its notice, keeps its history, and comes back', async () => {
    const { id } = await publishArticle(editor, { headline: 'Withdrawn', section })
    await republish(editor, id, { pubStatus: 'canceled', notice: 'Our source was not who he said he was.' })
    const gone = await anonymous.get<Refusal>(`/api/articles/${id}`)
    expect([gone.status, gone.body.errors[0]?.message]).toEqual([410, 'Our source was not who he said he was.'])
    const { body } = await anonymous.get<Page<unknown>>('/api/articles', { where: { slug: { equals: 'withdrawn' } } })
    expect(body.docs).toEqual([])
    await republish(editor, id, { pubStatus: 'usable' })
    expect((await anonymous.get(`/api/articles/${id}`)).status).toBe(200)
    expect((await logOf(editor, id)).filter(([kind]) => kind === 'status')).toHaveLength(2)
  })

  it('stays withdrawn when an old version is brought back', async () => {
    const { id } = await publishArticle(editor, { headline: 'Good once', section })
    const versions = await editor.get<Page<{ id: string }>>('/api/articles/versions', { where: { parent: { equals: id } } })
    await republish(editor, id, { pubStatus: 'canceled' })
    expect((await editor.send('POST', `/api/articles/versions/${String(versions.body.docs[0]?.id)}`)).status).toBe(200)
    expect((await anonymous.get(`/api/articles/${id}`)).status).toBe(410)
  })

  it('is brought back as a draft where that is asked for, beside what readers see and without a word in the log', async () => {
    const { id } = await publishArticle(editor, { headline: 'As printed', section })
    const versions = await editor.get<Page<{ id: string }>>('/api/articles/versions', { where: { parent: { equals: id } } })
    await save(editor, id, { headline: 'Reworked', stage: 'draft', note: 'Shorten it.' })
    const before = await logOf(editor, id)
    expect((await editor.send('POST', `/api/articles/versions/${String(versions.body.docs[0]?.id)}`, {}, { draft: true })).status).toBe(200)
    expect(await stored(id)).toMatchObject({ _status: 'draft', headline: 'As printed', stage: 'draft' })
    expect(await logOf(editor, id)).toEqual(before)
  })

  it('was never there for readers when it was withdrawn before its embargo', async () => {
    const { id } = await publishArticle(editor, { headline: 'Never seen', section, embargoUntil: hoursFromNow(2) })
    await republish(editor, id, { pubStatus: 'canceled', notice: 'Embargo broken' })
    expect((await anonymous.get(`/api/articles/${id}`)).status).toBe(404)
  })
})

describe('an article that relates to one in the trash', () => {
  it('is published, withdrawn and reinstated nevertheless', async () => {
    const related = (await publishArticle(editor, { headline: 'Soon in the trash', section })).id
    const { id } = await publishArticle(editor, { headline: 'Has relations', section, related: [related] })
    await editor.send('PATCH', `/api/articles/${related}`, { deletedAt: new Date().toISOString() })
    for (const data of [{ standfirst: 'Again.' }, { pubStatus: 'canceled' }, { pubStatus: 'usable' }, { related: [related] }]) {
      const { body, status } = await publish(editor, id, data)
      expect([status, body.errors]).toEqual([200, undefined])
    }
  })

  it('is never related to itself', async () => {
    const { id } = await publishArticle(editor, { headline: 'Narcissus', section })
    expect(named((await publish(editor, id, { related: [id] })).body)).toEqual(['related'])
  })
})

describe('an article that was withdrawn before anybody could see it', () => {
  it('has no notice for readers until they have seen it', async () => {
    const { id } = await publishArticle(editor, { headline: 'Stillborn', section, pubStatus: 'canceled', notice: 'Not for readers.' })
    expect((await anonymous.get(`/api/articles/${id}`)).status).toBe(404)
    await republish(editor, id, { pubStatus: 'usable' })
    expect((await anonymous.get(`/api/articles/${id}`)).status).toBe(200)
    await republish(editor, id, { pubStatus: 'canceled' })
    expect((await anonymous.get(`/api/articles/${id}`)).status).toBe(410)
  })
})
