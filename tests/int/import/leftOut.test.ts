import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import { openImportNewsroom, sendStory } from '../../helpers/importNewsroom'
import type { ImportNewsroom } from '../../helpers/importNewsroom'

let newsroom: ImportNewsroom['newsroom']
let publisher: ImportNewsroom['publisher']

beforeAll(async () => {
  ;({ newsroom, publisher } = await openImportNewsroom())
})
afterAll(() => newsroom.close())

const AHEAD = '2091-01-01T00:00:00.000Z'
const EARLIER = '2090-01-01T00:00:00.000Z'

let count = 0
const ninjs = (more: object, words: string) => (id: string) =>
  JSON.stringify({ uri: `urn:left:${id}`, headline: `Story ${id}`, body_text: words, infoSources: [{ name: 'CJ journalist', role: 'reporter' }], subjects: [{ name: 'Politics', rel: 'section' }], ...more })
const yaml = (more: string, words: string) => (id: string) => `---\nid: urn:left:${id}\ntitle: Story ${id}\ndate: 2024-01-01\nauthor: CJ journalist\nsection: Politics\n${more}\n---\n${words}\n`
const toml = (more: string, words: string) => (id: string) => `+++\nid = "urn:left:${id}"\ntitle = "Story ${id}"\ndate = 2024-01-01\nauthor = "CJ journalist"\nsection = "Politics"\n${more}\n+++\n${words}\n`
const house = (line: string, words: string) => (id: string) => `${line === '' ? '' : `${line}\n`}Story ${id}\nPublished: 18 October 2023\nThe lead.\nEDITED BY| HUXIANA\nPolitics section - CJ journalist\n${words}\n`

type Format = { format: string; bound: (id: string) => string; silent: (id: string) => string; named: (what: string, words?: string) => (id: string) => string }
const FORMATS: Format[] = [
  { format: 'ninjs', bound: ninjs({ embargoedUntil: AHEAD }, 'First.'), silent: ninjs({}, 'Second.'), named: (what, words = 'Third.') => ninjs({ embargoedUntil: what }, words) },
  { format: 'Markdown', bound: yaml(`embargoUntil: ${AHEAD}`, 'First.'), silent: yaml('', 'Second.'), named: (what, words = 'Third.') => yaml(`embargoUntil: ${what}`, words) },
  { format: 'TOML', bound: toml(`embargoUntil = ${AHEAD}`, 'First.'), silent: toml('', 'Second.'), named: (what, words = 'Third.') => toml(`embargoUntil = ${what === 'none' ? '"none"' : what}`, words) },
  { format: 'house copy', bound: house('EMBARGO: 1 January 2091, 00:00 GMT', 'First.'), silent: house('', 'Second.'), named: (what, words = 'Third.') => house(`EMBARGO: ${what === 'none' ? 'NONE' : '1 January 2090, 00:00 GMT'}`, words) },
]

const send = async (id: string, copy: (id: string) => string, publish = true) => (await sendStory(publisher, `name=${id}&publish=${String(publish)}`, copy(id))).report
const shownTo = async (id: unknown) => (await reader(newsroom.url).get(`/api/articles/${String(id)}`)).status
const articleOf = async (id: string) => {
  const { docs } = await newsroom.payload.find({ collection: 'articles', depth: 0, draft: true, where: { 'source.guid': { equals: `urn:left:${id}` } } })
  const [article] = docs.length > 0 ? docs : (await newsroom.payload.find({ collection: 'articles', depth: 0, draft: true, where: { headline: { equals: `Story ${id}` } } })).docs
  if (!article) throw new Error(`There is no article ${id}.`)
  return article
}
/** What readers get of it, and its embargo. */
const stateOf = async (id: string) => {
  const { embargoUntil, id: article } = await articleOf(id)
  return [await shownTo(article), embargoUntil ?? null]
}

describe.each(FORMATS)('an embargo that lies ahead, in $format', ({ bound, named, silent }) => {
  it('stays when an update says nothing of it, and the report says until when', async () => {
    const id = `e${(count += 1)}`
    await send(id, bound)
    for (const copy of [silent, (each: string) => silent(each).replace('Second.', 'Again.')]) {
      const report = await send(id, copy)
      expect([report.outcome, report.notes.join()]).toEqual(['updated', expect.stringContaining('It says nothing of an embargo: the one until 2091-01-01T00:00:00Z stays.')])
      expect(await stateOf(id)).toEqual([404, AHEAD])
    }
  })

  it('is lifted by an update that says that there is none, also after one that said nothing', async () => {
    const id = `e${(count += 1)}`
    await send(id, bound)
    await send(id, silent)
    expect((await send(id, named('none', 'Second.'))).outcome).toBe('updated')
    expect(await stateOf(id)).toEqual([200, null])
  })

  it('moves with an update that names an earlier one', async () => {
    const id = `e${(count += 1)}`
    await send(id, bound)
    expect((await send(id, named(EARLIER))).outcome).toBe('updated')
    expect(await stateOf(id)).toEqual([404, EARLIER])
  })

  it('stays on a draft that an update publishes', async () => {
    const id = `e${(count += 1)}`
    await send(id, bound, false)
    expect((await articleOf(id))._status).toBe('draft')
    expect((await send(id, silent)).outcome).toBe('updated')
    expect((await articleOf(id))._status).toBe('published')
    expect(await stateOf(id)).toEqual([404, AHEAD])
  })
})

describe('an embargo that lies ahead', () => {
  it.each(['', null])('stays when ninjs names it and leaves it empty: %j', async (embargoedUntil) => {
    const id = `e${(count += 1)}`
    await send(id, ninjs({ embargoedUntil: AHEAD }, 'First.'))
    expect((await send(id, ninjs({ embargoedUntil }, 'Second.'))).notes.join()).toContain('the one until 2091-01-01T00:00:00Z stays')
    expect(await stateOf(id)).toEqual([404, AHEAD])
  })

  it('stays as readers have it when only a draft beside it has none', async () => {
    const id = `e${(count += 1)}`
    await send(id, ninjs({ embargoedUntil: AHEAD }, 'First.'))
    await send(id, ninjs({ embargoedUntil: 'none' }, 'Second.'), false)
    await send(id, ninjs({}, 'Third.'))
    expect(await stateOf(id)).toEqual([404, AHEAD])
  })
})

it('keeps the date, the section and the slug of an article when an update leaves them out, and no other field', async () => {
  const id = `f${(count += 1)}`
  const whole = yaml('standfirst: Lead.\ntags: [Trade]\nlanguage: fr\nslug: kept-slug\ndateline: {place: Paris}\nmeta: {title: Found}\ncorrections: [{text: Was wrong., date: 2024-02-01}]', 'First.')
  await send(id, whole, false)
  await send(id, (each) => `---\nid: urn:left:${each}\ntitle: Story ${each}\nauthor: CJ journalist\n---\nSecond.\n`, false)
  const after = await articleOf(id)
  expect(after).toMatchObject({ publishedAt: '2024-01-01T00:00:00.000Z', slug: 'kept-slug', section: expect.anything() as unknown })
  expect(after).toMatchObject({ language: 'en', tags: [], corrections: [], meta: { title: null } })
  expect([after.standfirst, after.dateline?.place]).toEqual([null, null])
})
