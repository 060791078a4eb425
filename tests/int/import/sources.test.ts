import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedNewsroom } from '../../../seed'
import { paragraphsOf } from '../../../src/articles/plainText'
import { articleIdOf, houseCopy, importFiles, outcomes } from '../../helpers/imports'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
  await seedNewsroom(newsroom.payload)
})
afterAll(() => newsroom.close())

const bring = async (name: string, content: string, publish = false) => (await importFiles(newsroom.payload, [{ name, content }], { publish })).reports
const articleOf = (id: string, draft = false) => newsroom.payload.findByID({ collection: 'articles', id, depth: 0, draft })

function rss(channel: string, ...items: string[]): string {
  return `<rss version="2.0"><channel>${channel}${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`
}

function ninjs(uri: string, more: object = {}): string {
  const credits = { infoSources: [{ name: 'CJ journalist', role: 'reporter' }], subjects: [{ name: 'Politics', rel: 'section' }] }
  return JSON.stringify({ uri, headline: `Story ${uri}`, body_text: 'First words.', ...credits, ...more })
}

const guid = '<guid isPermaLink="false">4711</guid>'
const post = (id: number, title: string) => `<title>${title}</title><guid isPermaLink="false">https://wp.example/?p=1</guid><wp:post_id>${id}</wp:post_id><wp:post_name>${title.toLowerCase()}</wp:post_name><wp:status>publish</wp:status><content:encoded>Words of ${title}.</content:encoded>`
const wxr = `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blog</title><wp:base_site_url>https://wp.example</wp:base_site_url><item>${post(7, 'Rain')}</item><item>${post(8, 'Sun')}</item></channel></rss>`

describe('a story whose id is that of another story', () => {
  it.each([
    ['of another feed', ['a.xml', rss('<title>A</title><link>https://a.example/</link>', `<title>One</title>${guid}<description>Of A.</description>`)], ['b.xml', rss('<title>B</title><link>https://b.example/</link>', `<title>Two</title>${guid}<description>Of B.</description>`)]],
    ['of another feed of the same name', ['c.xml', rss('<title>News</title><link>https://c.example/</link>', `<title>One</title>${guid}<description>Of C.</description>`)], ['d.xml', rss('<title>News</title><link>https://d.example/</link>', `<title>Two</title>${guid}<description>Of D.</description>`)]],
    ['in another folder', ['one/intro.md', '---\nid: intro\ntitle: Intro one\n---\nWords.\n'], ['two/intro.md', '---\nid: intro\ntitle: Intro two\n---\nOther words.\n']],
    ['of another agency', ['e.json', ninjs('77', { provider: 'Agency E' })], ['f.json', ninjs('77', { provider: 'Agency F', body_text: 'Of F.' })]],
    ['of one headline and day', ['london.txt', houseCopy({ headline: 'Markets at a glance', body: ['London.'] })], ['tokyo.txt', houseCopy({ headline: 'Markets at a glance', body: ['Tokyo.'] })]],
    ['of one headline and day, by standard input', ['-', houseCopy({ headline: 'Weather at a glance', body: ['London.'] })], ['-', houseCopy({ headline: 'Weather at a glance', body: ['Tokyo.'] })]],
  ] as const)('%s is another article (ingest I1)', async (_, one, two) => {
    const [first] = await bring(one[0], one[1], true)
    const before = await articleOf(articleIdOf(first), true)
    const [second] = await bring(two[0], two[1], true)
    expect([first?.outcome, second?.outcome]).toEqual(['created', 'created'])
    expect(articleIdOf(second)).not.toBe(articleIdOf(first))
    expect((await articleOf(articleIdOf(first), true)).body).toEqual(before.body)
    expect(outcomes([...(await bring(one[0], one[1], true)), ...(await bring(two[0], two[1], true))])).toEqual(['skipped', 'skipped'])
  })

  it('in one file is another article, also when the file comes again (ingest I1)', async () => {
    const feed = rss('<title>Twice</title>', ...['One', 'Two'].map((title) => `<title>${title}</title>${guid}<description>${title}.</description>`))
    for (const content of [wxr, feed]) {
      expect(outcomes(await bring('clash.xml', content, true))).toEqual(['created', 'created'])
      expect(outcomes(await bring('clash.xml', content, true))).toEqual(['skipped', 'skipped'])
    }
  })

  it('is found again in what earlier releases stored, where it can be no other (ingest I1)', async () => {
    const cases = [
      ['global.json', ninjs('urn:legacy:1'), ninjs('urn:legacy:1', { body_text: 'Second.' })],
      ['legacy.xml', wxr.replaceAll('wp.example', 'old.example'), wxr.replaceAll('wp.example', 'old.example').replace('Words of Rain', 'New words of Rain')],
      ['legacy.txt', houseCopy({ headline: 'A legacy' }), houseCopy({ headline: 'A legacy', body: ['Second.'] })],
    ] as const
    for (const [name, before, after] of cases) {
      const [first] = await bring(name, before)
      const { source } = await articleOf(articleIdOf(first), true)
      await newsroom.payload.db.updateOne({ collection: 'articles', id: articleIdOf(first), data: { source: { ...source, identity: null } }, req: {} })
      const [second] = await bring(name, after)
      expect([name, second?.outcome, articleIdOf(second)]).toEqual([name, 'updated', articleIdOf(first)])
    }
  })

  it('is the same article when it has a link and no guid (ingest S3)', async () => {
    const feed = (words: string) => rss('<title>Linked</title><link>https://l.example/</link>', `<title>${words}</title><link>https://l.example/1</link><description>${words}</description>`)
    const [first] = await bring('linked.xml', feed('Before'))
    const [second] = await bring('linked.xml', feed('After'))
    expect([second?.outcome, articleIdOf(second)]).toEqual(['updated', articleIdOf(first)])
  })
})

describe('a kill', () => {
  it.each([
    ['of a published story, by the id alone', (uri: string) => JSON.stringify({ uri, pubstatus: 'canceled' })],
    ['in another spelling', (uri: string) => JSON.stringify({ URI: uri, PubStatus: 'Cancelled' })],
    ['with a code', (uri: string) => JSON.stringify({ uri, pubStatus: { qcode: 'stat:canceled' } })],
    ['with what cannot be read', (uri: string) => JSON.stringify({ uri, pubStatus: 'canceled', version: 0, versionCreated: 'yesterday', type: 'composite', bodies: 7 })],
    ['in Superdesk’s words', (uri: string) => ninjs(uri, { pubstatus: 'usable', state: 'Killed' })],
    ['as a state alone', (uri: string) => JSON.stringify({ uri, state: 'recalled' })],
    ['in plain words', (uri: string) => JSON.stringify({ uri, pub_status: 'Withdrawn' })],
    ['in a list', (uri: string) => JSON.stringify({ uri, pubStatus: ['canceled'] })],
    ['in JSON Lines', (uri: string) => `${JSON.stringify({ uri: `${uri}:none`, pubStatus: 'canceled' })}\n${JSON.stringify({ uri, pubStatus: 'canceled' })}\n`],
  ])('%s, edited since, is carried out and takes the notice along (ingest I11)', async (name, kill) => {
    const uri = `urn:kill:${name}`
    const [first] = await bring('kill.json', ninjs(uri, { version: '5' }), true)
    const id = articleIdOf(first)
    await newsroom.payload.update({ collection: 'articles', id, data: { standfirst: 'An editor’s.', _status: 'published' } })
    await newsroom.payload.update({ collection: 'articles', id, data: { standfirst: 'An editor’s draft.' }, draft: true })
    expect(outcomes(await bring('kill.json', kill(uri)))).toContain('withdrawn')
    expect(await articleOf(id)).toMatchObject({ pubStatus: 'canceled', _status: 'published', standfirst: 'An editor’s.' })
    expect(await articleOf(id, true)).toMatchObject({ pubStatus: 'canceled', _status: 'draft', standfirst: 'An editor’s draft.' })
    expect(outcomes(await bring('late.json', ninjs(uri, { version: '6', body_text: 'Again.' }), true))).toEqual(['conflict'])
    expect((await articleOf(id)).pubStatus).toBe('canceled')
  })

  it('brings its notice (ingest I11)', async () => {
    const [first] = await bring('n.json', ninjs('urn:kill:notice'), true)
    await bring('n.json', JSON.stringify({ uri: 'urn:kill:notice', pubStatus: 'canceled', edNote: 'The source was wrong.' }))
    expect((await articleOf(articleIdOf(first))).notice).toBe('The source was wrong.')
  })

  it('that comes before its story keeps it out, in one run (ingest I11)', async () => {
    const lines = `${JSON.stringify({ uri: 'urn:kill:early', pubStatus: 'canceled' })}\n${ninjs('urn:kill:early')}\n`
    expect(outcomes(await bring('early.jsonl', lines, true))).toEqual(['skipped', 'skipped'])
  })

  it('that names no story fails as not withdrawn or as a fault, never in silence (ingest I11)', async () => {
    expect(outcomes(await bring('x.json', JSON.stringify({ pubStatus: 'canceled' })))).toEqual(['failed'])
    for (const provider of ['Agency X', 'Agency Y']) await bring('xy.json', ninjs('88', { provider }), true)
    expect(outcomes(await bring('x.json', JSON.stringify({ uri: '88', pubStatus: 'canceled' })))).toEqual(['notWithdrawn'])
  })
})

describe('a status that is not known', () => {
  it('of a story that readers have is told as a withdrawal not carried out (ingest I11)', async () => {
    const unknown = JSON.stringify({ uri: 'urn:kill:unknown', pubStatus: 'icmlcanceled', versionCreated: 'yesterday' })
    expect(outcomes(await bring('u.json', unknown))).toEqual(['failed'])
    const [first] = await bring('u.json', ninjs('urn:kill:unknown'), true)
    const [report] = await bring('u.json', unknown)
    expect([report?.outcome, articleIdOf(report)]).toEqual(['notWithdrawn', articleIdOf(first)])
    expect(report?.errors.map(({ message }) => message).join()).toMatch(/usable, withheld or canceled.*An editor has to decide now/)
  })
})

describe('a correction of a story that nobody has edited', () => {
  const complete = (uri: string, version: number, more: object = {}) => ninjs(uri, { version: String(version), body_text: `Version ${version}.`, ...more })

  it.each([
    ['that leaves the date out', (uri: string) => [complete(uri, 1, { versionCreated: '2025-01-01T00:00:00Z' }), complete(uri, 2)]],
    ['that has a date again', (uri: string) => [complete(uri, 1), complete(uri, 2, { versionCreated: '2025-01-01T00:00:00Z' })]],
    ['after an incomplete one', (uri: string) => [complete(uri, 1), JSON.stringify({ uri, headline: 'Later', version: '2' }), complete(uri, 3)]],
  ])('goes out: one %s', async (name, versions) => {
    const [first, ...later] = versions(`urn:correction:${name}`)
    const [report] = await bring('1.json', first ?? '', true)
    for (const version of later) expect(outcomes(await bring('2.json', version, true))).toEqual(['updated'])
    expect(paragraphsOf((await articleOf(articleIdOf(report))).body)).toEqual([`Version ${later.length + 1}.`])
  })

  it('waits as a draft without --publish', async () => {
    const [report] = await bring('1.json', complete('urn:correction:waits', 1), true)
    expect(outcomes(await bring('2.json', complete('urn:correction:waits', 2)))).toEqual(['updated'])
    expect(paragraphsOf((await articleOf(articleIdOf(report))).body)).toEqual(['Version 1.'])
  })

  it('is still a conflict when an editor has edited it', async () => {
    const [report] = await bring('1.json', complete('urn:correction:edited', 1, { versionCreated: '2025-01-01T00:00:00Z' }), true)
    await newsroom.payload.update({ collection: 'articles', id: articleIdOf(report), data: { publishedAt: '2024-01-01T00:00:00Z' } })
    expect(outcomes(await bring('2.json', complete('urn:correction:edited', 2), true))).toEqual(['conflict'])
  })
})

describe('an older version', () => {
  const version = (uri: string, number: number) => ninjs(uri, { version: String(number), versionCreated: `2024-05-0${number}T09:00:00Z`, body_text: `Version ${number}.` })

  it.each([
    ['in files of their own', async (uri: string) => outcomes((await importFiles(newsroom.payload, [1, 3, 2].map((number) => ({ name: `${number}.json`, content: version(uri, number) })))).reports)],
    ['in one file', async (uri: string) => outcomes(await bring('all.jsonl', [1, 3, 2].map((number) => version(uri, number)).join('\n'), true))],
  ])('is skipped and said so, and the date of publication stays, %s (ingest I12)', async (name, run) => {
    const uri = `urn:versions:${name}`
    expect(await run(uri)).toEqual(['created', 'updated', 'skipped'])
    const { docs } = await newsroom.payload.find({ collection: 'articles', where: { 'source.guid': { equals: uri } } })
    expect(docs.map(({ body, publishedAt }) => [paragraphsOf(body), publishedAt])).toEqual([[['Version 3.'], '2024-05-01T09:00:00.000Z']])
  })
})

it('a draft that our own export wrote as withheld comes back as a draft (ingest I9)', async () => {
  const [report] = await bring('draft.json', ninjs('urn:draft', { pubStatus: 'withheld' }), true)
  expect(report?.article?.status).toBe('draft')
  expect(report?.notes.join()).toContain('Held back as a draft')
  expect(await articleOf(articleIdOf(report), true)).toMatchObject({ _status: 'draft', pubStatus: 'usable' })
})
