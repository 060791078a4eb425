import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import { killsOnDesk, openImportNewsroom, sendStory } from '../../helpers/importNewsroom'
import type { ImportNewsroom } from '../../helpers/importNewsroom'
import type { ImportAnswer } from '../../helpers/imports'

let newsroom: ImportNewsroom['newsroom']
let editor: ImportNewsroom['editor']
let ingest: ImportNewsroom['ingest']
let publisher: ImportNewsroom['publisher']

beforeAll(async () => {
  ;({ newsroom, editor, ingest, publisher } = await openImportNewsroom())
})
afterAll(() => newsroom.close())

const statusFor = async (id: unknown) => (await reader(newsroom.url).get(`/api/articles/${String(id)}`)).status

let count = 0
const nextId = () => `w${(count += 1)}`
const ninjs = (id: string, more: object = {}) =>
  JSON.stringify({ uri: `urn:back:${id}`, headline: `Story ${id}`, body_text: `First words of ${id}.`, versionCreated: '2024-01-01T00:00:00Z', infoSources: [{ name: 'CJ journalist', role: 'reporter' }], subjects: [{ name: 'Politics', rel: 'section' }], ...more })

/** Brings a public story in, and tells its article. */
async function published(copy: string, name = 'copy'): Promise<string> {
  const { report } = await sendStory(publisher, `name=${name}&publish=true`, copy)
  expect(report).toMatchObject({ outcome: 'created', article: { status: 'published' } })
  return String(report.article?.id)
}

describe('an option that a key may not use', () => {
  const kill = (id: string) => JSON.stringify({ uri: `urn:back:${id}`, pubStatus: 'canceled' })

  it('does not stand in the way of a withdrawal: onConflict=draft', async () => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report, status } = await sendStory(publisher, 'name=copy&publish=true&onConflict=draft', kill(id))
    expect([status, report.outcome, await statusFor(article)]).toEqual([200, 'withdrawn', 410])
  })

  it('does not keep a kill that the key may not carry out from the desk: publish=true', async () => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report, status } = await sendStory(ingest, 'name=copy&publish=true', kill(id))
    expect([status, report.outcome, await statusFor(article)]).toEqual([422, 'notWithdrawn', 200])
    expect(await killsOnDesk(editor)).toContain(article)
  })

  it('has the other stories of the request refused', async () => {
    const id = nextId()
    await published(ninjs(id))
    const other = nextId()
    const { body, status } = await publisher.sendBody<ImportAnswer>('/api/import?name=copy&onConflict=draft', `${ninjs(other)}\n${kill(id)}\n`)
    expect([status, body.reports.map(({ outcome }) => outcome), body.reports[0]?.errors[0]?.message]).toEqual([422, ['failed', 'withdrawn'], 'Editors decide on conflicts: leave out onConflict=draft.'])
    expect((await newsroom.payload.count({ collection: 'articles', where: { 'source.guid': { equals: `urn:back:${other}` } } })).totalDocs).toBe(0)
  })
})

describe('a headline that kills a published story (ingest I11)', () => {
  const rss = (id: string, title: string) => `<rss version="2.0"><channel><title>Wire</title><link>https://${id}.example/</link><item><guid>urn:back:${id}</guid><title>${title}</title><author>CJ journalist</author><category domain="section">Politics</category><description>First words.</description></item></channel></rss>`
  const markdown = (id: string, title: string) => `---\nguid: urn:back:${id}\ntitle: ${JSON.stringify(title)}\nauthor: CJ journalist\nsection: Politics\n---\nFirst words.\n`
  const house = (id: string, notice: string) => `${notice === '' ? '' : `${notice}\n`}Story ${id}\nPublished: 18 October 2023\nThe lead.\nEDITED BY| HUXIANA\nPolitics section - CJ journalist\nFirst words.\n`

  const BARE = ['MANDATORY KILL', 'KILL NOTICE', 'STORY WITHDRAWN', 'STORY KILL', 'RETRACTION: x', 'Story withdrawn by agency'].map((headline): [string, (id: string) => string] => [`ninjs with the headline ${headline} alone`, (id) => JSON.stringify({ uri: `urn:back:${id}`, headline })])
  const WHOLE = ['WITHDRAWN: Story x', 'RETRACTED: Story', 'KILLED: Story', 'KILL STORY', 'URGENT: KILL STORY x', 'EDS: MANDATORY STORY KILL', '撤稿: 某报道', 'KILL: Story x', '(KILL) Story', '[KILL] Story']
  const CASES: [string, (id: string) => string][] = [
    ...BARE,
    ['ninjs with its version', (id) => JSON.stringify({ uri: `urn:back:${id}`, headline: 'MANDATORY KILL', versionCreated: '2024-02-01T00:00:00Z', body_text: 'Kill it.', pubStatus: 'usable' })],
    ...WHOLE.map((headline): [string, (id: string) => string] => [`a whole story with the headline ${headline}`, (id) => ninjs(id, { headline, versionCreated: '2024-02-01T00:00:00Z' })]),
  ]

  it.each(CASES)('withdraws it: %s', async (_, kill) => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report, status } = await sendStory(publisher, 'name=copy&publish=true', kill(id))
    expect([status, report.outcome, report.article?.id, await statusFor(article)]).toEqual([200, 'withdrawn', article, 410])
    expect((await newsroom.payload.findByID({ collection: 'articles', id: article, draft: false })).headline).toBe(`Story ${id}`)
  })

  it.each([['RSS', rss], ['Markdown', markdown]] as const)('withdraws it in %s', async (_, copy) => {
    const id = nextId()
    const article = await published(copy(id, `Story ${id}`), id)
    const { report } = await sendStory(publisher, `name=${id}&publish=true`, copy(id, `WITHDRAWN: Story ${id}`))
    expect([report.outcome, await statusFor(article)]).toEqual(['withdrawn', 410])
  })

  it.each([
    ['Markdown with its text', (id: string) => `---\nguid: urn:back:${id}\ntitle: Story ${id}\nedNote: MANDATORY KILL\n---\nFirst words.\n`],
    ['Markdown with its id alone', (id: string) => `---\nguid: urn:back:${id}\nednote: "RETRACTION: it is wrong"\n---\n`],
  ])('withdraws it by a note to editors in %s', async (_, copy) => {
    const id = nextId()
    const article = await published(markdown(id, `Story ${id}`), id)
    const { report } = await sendStory(publisher, `name=${id}&publish=true`, copy(id))
    expect([report.outcome, await statusFor(article)]).toEqual(['withdrawn', 410])
  })

  it('withdraws house copy by a line above its headline, in a file of the same name', async () => {
    const id = nextId()
    const article = await published(house(id, ''), `${id}.txt`)
    const { report } = await sendStory(publisher, `name=${id}.txt&publish=true`, house(id, 'MANDATORY KILL'))
    expect([report.outcome, await statusFor(article)]).toEqual(['withdrawn', 410])
  })

  it.each(['ADVISORY: kill story', 'Withdrawn: Story', 'KILLED: TWO OFFICERS', 'HOLD - Story'])('leaves it, and tells the desk, where it may mean something else: %s', async (headline) => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report, status } = await sendStory(publisher, 'name=copy&publish=true', ninjs(id, { headline, versionCreated: '2024-02-01T00:00:00Z' }))
    expect([status, report.outcome, await statusFor(article)]).toEqual([422, 'notWithdrawn', 200])
    expect(await killsOnDesk(editor)).toContain(article)
    expect((await newsroom.payload.findByID({ collection: 'articles', id: article, draft: false })).headline).toBe(`Story ${id}`)
  })

  it.each(['Killed: the story of a bill', 'Retraction of troops begins', 'Withdrawal from Gaza'])('goes out where it is what the story is about: %s', async (headline) => {
    const id = nextId()
    const article = await published(ninjs(id))
    const { report } = await sendStory(publisher, 'name=copy&publish=true', ninjs(id, { headline, versionCreated: '2024-02-01T00:00:00Z' }))
    expect([report.outcome, await statusFor(article)]).toEqual(['updated', 200])
    expect((await newsroom.payload.findByID({ collection: 'articles', id: article, draft: false })).headline).toBe(headline)
  })
})

describe('a withdrawal whose other fields are missing or cannot be read (ingest I11)', () => {
  const LONG = 'Words of a story that is too long. '.repeat(40_000)
  const feed = (id: string, entry: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title><id>urn:feed:${id}</id><link href="https://${id}.example/"/>${entry}</feed>`
  const item = (id: string, inside: string) => `<rss version="2.0"><channel><title>Wire</title><link>https://${id}.example/</link><item><guid>urn:back:${id}</guid>${inside}</item></channel></rss>`
  const yaml = (id: string, lines: string) => `---\nguid: urn:back:${id}\n${lines}\n---\n`
  const toml = (id: string, lines: string) => `+++\nguid = "urn:back:${id}"\n${lines}\n+++\n`
  const wxr = (id: string, title: string, modified: string) =>
    `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blog</title><wp:base_site_url>https://${id}.example</wp:base_site_url><item><title>${title}</title><dc:creator>CJ journalist</dc:creator><category domain="category" nicename="politics">Politics</category><wp:post_id>7</wp:post_id><wp:post_date_gmt>2024-01-01 00:00:00</wp:post_date_gmt><wp:post_modified_gmt>${modified}</wp:post_modified_gmt><wp:status>publish</wp:status><content:encoded>First words.</content:encoded></item></channel></rss>`
  const house = (id: string, notice: string, rest: string) => `${notice}Story ${id}\nPublished: 18 October 2023\n${rest}`

  const WHOLE = {
    ninjs: (id: string) => ninjs(id),
    Markdown: (id: string) => yaml(id, `title: Story ${id}\nauthor: CJ journalist\nsection: Politics`) + 'First words.\n',
    TOML: (id: string) => toml(id, `title = "Story ${id}"\nauthor = "CJ journalist"\nsection = "Politics"`) + 'First words.\n',
    RSS: (id: string) => item(id, `<title>Story ${id}</title><author>CJ journalist</author><category domain="section">Politics</category><description>First words.</description>`),
    Atom: (id: string) => feed(id, `<entry><id>urn:back:${id}</id><title>Story ${id}</title><updated>2024-01-01T00:00:00Z</updated><author><name>CJ journalist</name></author><category term="Politics" scheme="https://${id}.example/sections/"/><content>First words.</content></entry>`),
    WordPress: (id: string) => wxr(id, `Story ${id}`, '2024-01-01 00:00:00'),
    'house copy': (id: string) => house(id, '', 'The lead.\nEDITED BY| HUXIANA\nPolitics section - CJ journalist\nFirst words.\n'),
  }
  type Format = keyof typeof WHOLE
  const CASES: [Format, string, (id: string) => string][] = [
    ['Markdown', 'status: killed alone', (id) => yaml(id, 'status: killed')],
    ['Markdown', 'a list with one word', (id) => yaml(id, 'status: [killed]')],
    ['Markdown', 'a list of such words, and a text', (id) => yaml(id, 'title: Story\nstatus: [killed, withdrawn]')],
    ['Markdown', 'pubStatus in a list', (id) => yaml(id, 'pubStatus: [canceled]')],
    ['Markdown', 'withdrawn: true alone', (id) => yaml(id, 'withdrawn: true')],
    ['Markdown', 'a date that may be two', (id) => yaml(id, 'status: killed\ndate: 03/04/2023')],
    ['Markdown', 'a date that may be two, and a title that kills', (id) => yaml(id, 'title: MANDATORY KILL\ndate: 03/04/2023')],
    ['Markdown', 'pubStatus: canceled with a date that may be two', (id) => yaml(id, 'pubStatus: canceled\ndate: 03/04/2023')],
    ['Markdown', 'a correction that cannot be read', (id) => yaml(id, 'status: killed\ncorrections: [x]')],
    ['Markdown', 'the status twice', (id) => yaml(id, 'status: killed\nstatus: withdrawn')],
    ['Markdown', 'another key twice', (id) => yaml(id, 'title: Story\nstatus: killed\ntitle: Story x')],
    ['Markdown', 'what is no YAML', (id) => yaml(id, 'title: Story: the sequel\nstatus: killed\ntags: [a')],
    ['Markdown', 'a text that is too long', (id) => `${yaml(id, 'status: killed')}${LONG}\n`],
    ['Markdown', 'too many lines', (id) => `${yaml(id, 'status: killed')}${'Line.\n\n'.repeat(15_000)}`],
    ['TOML', 'withdrawn = true alone', (id) => toml(id, 'withdrawn = true')],
    ['TOML', 'the status twice', (id) => toml(id, 'status = "killed"\nstatus = "killed"')],
    ['TOML', 'what is no TOML', (id) => toml(id, 'status = "killed"\ntitle = Story')],
    ['RSS', 'a status alone', (id) => item(id, '<status>canceled</status>')],
    ['RSS', 'a status with a date that cannot be read', (id) => item(id, '<title>Story</title><pubDate>yesterday</pubDate><status>killed</status>')],
    ['RSS', 'a title that kills with a date that cannot be read', (id) => item(id, '<title>MANDATORY KILL</title><pubDate>yesterday</pubDate>')],
    ['Atom', 'a status alone', (id) => feed(id, `<entry><id>urn:back:${id}</id><x:status xmlns:x="urn:x">withdrawn</x:status></entry>`)],
    ['Atom', 'a title that kills with a date that cannot be read', (id) => feed(id, `<entry><id>urn:back:${id}</id><title>STORY WITHDRAWN</title><updated>yesterday</updated></entry>`)],
    ['WordPress', 'a title that kills with a date that cannot be read', (id) => wxr(id, 'MANDATORY KILL', 'yesterday')],
    ['ninjs', 'an edNote alone', (id) => JSON.stringify({ uri: `urn:back:${id}`, edNote: 'MANDATORY KILL. x' })],
    ['ninjs', 'a setting alone', (id) => JSON.stringify({ uri: `urn:back:${id}`, extra: { withdrawn: true } })],
    ['ninjs', 'an edNote with dates that cannot be read', (id) => ninjs(id, { edNote: 'MANDATORY KILL. x', versionCreated: 'yesterday', embargoedUntil: 'Friday' })],
    ['ninjs', 'a headline with dates that cannot be read', (id) => ninjs(id, { headline: 'KILL STORY', versionCreated: 'yesterday' })],
    ['ninjs', 'an edNote with a status that is not known', (id) => ninjs(id, { edNote: 'MANDATORY KILL. x', pubStatus: 'gone' })],
    ['ninjs', 'another type', (id) => ninjs(id, { edNote: 'MANDATORY KILL. x', type: 'composite' })],
    ['ninjs', 'a text that is too long', (id) => ninjs(id, { edNote: 'MANDATORY KILL. x', body_text: LONG })],
    ['house copy', 'no body', (id) => house(id, 'MANDATORY KILL\n', '')],
    ['house copy', 'a dateline that cannot be read', (id) => house(id, 'MANDATORY KILL\n', 'The lead.\nEDITED BY| HUXIANA\nPyongyang - - 03/04/2023\nWords.\n')],
  ]

  it.each(CASES)('is carried out: %s, %s', async (format, _, kill) => {
    const id = nextId()
    const article = await published(WHOLE[format](id), id)
    const refused = await sendStory(ingest, `name=${id}`, kill(id))
    expect([refused.status, refused.report.outcome, await statusFor(article)]).toEqual([422, 'notWithdrawn', 200])
    const { report, status } = await sendStory(publisher, `name=${id}&publish=true`, kill(id))
    expect([status, report.outcome, report.article?.id, await statusFor(article)]).toEqual([200, 'withdrawn', article, 410])
  })

  it('says what could not be read', async () => {
    const id = nextId()
    await published(WHOLE.Markdown(id), id)
    const { report } = await sendStory(publisher, `name=${id}`, yaml(id, 'status: killed\ndate: 03/04/2023'))
    expect(report.notes.join()).toContain('Not read, which does not stop the withdrawal: "03/04/2023" may mean')
  })

  it.each(CASES.filter(([format]) => format !== 'house copy').filter((_, index) => index % 4 === 0))('makes nothing where its story is not here: %s, %s', async (_, _what, kill) => {
    const id = nextId()
    const { report, status } = await sendStory(publisher, `name=${id}&publish=true`, kill(id))
    expect([status, report.outcome, report.notes.join()]).toEqual([200, 'skipped', expect.stringContaining('there is nothing to withdraw')])
    expect((await newsroom.payload.count({ collection: 'articles', where: { 'source.guid': { equals: `urn:back:${id}` } } })).totalDocs).toBe(0)
  })

  it.each([
    ['a status that says two things', (id: string) => yaml(id, 'status: killed\nstatus: published')],
    ['a pubStatus that is not known', (id: string) => yaml(id, 'pubStatus: gone')],
    ['a hold without a text', (id: string) => yaml(id, 'draft: true')],
    ['a hold with a date that may be two', (id: string) => yaml(id, 'draft: true\ntitle: Story\ndate: 03/04/2023')],
  ])('is left to an editor where it may be none: %s', async (_, copy) => {
    const id = nextId()
    expect((await sendStory(publisher, `name=${id}&publish=true`, copy(id))).report.outcome).toBe('failed')
    const article = await published(WHOLE.Markdown(id), id)
    const { report, status } = await sendStory(publisher, `name=${id}&publish=true`, copy(id))
    expect([status, report.outcome, report.article?.id, await statusFor(article)]).toEqual([422, 'notWithdrawn', article, 200])
    expect(await killsOnDesk(editor)).toContain(article)
  })

  it.each([
    ['it does not say which story', '---\nstatus: killed\nstatus: killed\n---\n'],
    ['it has two ids', '---\nguid: urn:a\nguid: urn:b\nstatus: killed\n---\n'],
    ['it is no withdrawal', '---\nguid: urn:a\ntitle: A\ntitle: B\n---\n'],
  ])('fails where %s', async (_, copy) => {
    expect((await sendStory(publisher, 'name=x&publish=true', copy)).report.outcome).toBe('failed')
  })
})

describe('a withdrawal in JSON or XML with a fault in it (ingest I11)', () => {
  const CASES: [string, (uri: string) => string][] = [
    ['a bare & in a feed', (uri) => `<rss version="2.0"><channel><title>Wire</title><item><guid>${uri}</guid><title>KILL: Smith & Sons</title></item></channel></rss>`],
    ['a fault in an entry before it', (uri) => `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><entry><id>urn:x</id><title>a&nbsp;b</title></entry><at:deleted-entry ref="${uri}" when="2026-01-01T00:00:00Z"/></feed>`],
    ['a comma too many', (uri) => `{"uri":"${uri}","pubStatus":"canceled",}`],
    ['a raw line break', (uri) => `{"headline":"First\nsecond","uri":"${uri}","pubStatus":"canceled"}`],
    ['no end', (uri) => `{"uri":"${uri}","pubStatus":"canceled","headline":"Sto`],
    ['a list', (uri) => `[{"uri":"${uri}","pubStatus":"canceled"},{"uri":5,]`],
  ]

  it.each(CASES)('is left to an editor: %s', async (_, copy) => {
    const id = nextId()
    const before = await sendStory(publisher, 'name=copy.json&publish=true', copy(`urn:back:${id}`))
    expect([before.status, before.report.outcome]).toEqual([422, 'failed'])
    const article = await published(ninjs(id))
    const { report, status } = await sendStory(publisher, 'name=copy.json&publish=true', copy(`urn:back:${id}`))
    expect([status, report.outcome, report.article?.id, await statusFor(article)]).toEqual([422, 'notWithdrawn', article, 200])
    expect(report.errors).toMatchObject([{ line: expect.any(Number) as unknown, column: expect.any(Number) as unknown }, {}])
    const { totalDocs } = await newsroom.payload.count({ collection: 'import-items', where: { and: [{ article: { equals: article } }, { outcome: { equals: 'notWithdrawn' } }] } })
    expect(totalDocs).toBe(1)
  })
})
