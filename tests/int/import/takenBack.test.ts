import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../../src/articles/plainText'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { killsOnDesk, openImportNewsroom, sendStory } from '../../helpers/importNewsroom'
import type { ImportNewsroom } from '../../helpers/importNewsroom'

let newsroom: ImportNewsroom['newsroom']
let editor: ImportNewsroom['editor']
let ingest: ImportNewsroom['ingest']
let publisher: ImportNewsroom['publisher']

beforeAll(async () => {
  ;({ newsroom, editor, ingest, publisher } = await openImportNewsroom())
})
afterAll(() => newsroom.close())

const send = (client: Client, name: string, copy: string) => sendStory(client, `name=${name}${client === ingest ? '' : '&publish=true'}`, copy)
const statusFor = async (id: unknown) => (await reader(newsroom.url).get(`/api/articles/${String(id)}`)).status

let count = 0
const markdown = (more = '') => (id: string) => `---\nid: urn:back:${id}\ntitle: Story ${id}\ndate: 2024-01-01\nauthor: CJ journalist\nsection: Politics\n${more}---\nFirst words of ${id}.\n`
const toml = (more = '') => (id: string) => `+++\nid = "urn:back:${id}"\ntitle = "Story ${id}"\ndate = 2024-01-01\nauthor = "CJ journalist"\nsection = "Politics"\n${more}+++\nFirst words of ${id}.\n`
const ninjs = (more: object = {}) => (id: string) =>
  JSON.stringify({ uri: `urn:back:${id}`, headline: `Story ${id}`, body_text: `First words of ${id}.`, versionCreated: '2024-01-01T00:00:00Z', infoSources: [{ name: 'CJ journalist', role: 'reporter' }], subjects: [{ name: 'Politics', rel: 'section' }], ...more })
const wxr = (status: string, meta?: readonly [key: string, value: string]) => (id: string) =>
  `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blog</title><wp:base_site_url>https://${id}.example</wp:base_site_url><item><title>Story ${id}</title><dc:creator>CJ journalist</dc:creator><category domain="category" nicename="politics">Politics</category><wp:post_id>7</wp:post_id><wp:post_name>story-${id}${status === 'trash' ? '__trashed' : ''}</wp:post_name><wp:post_date_gmt>2024-01-01 00:00:00</wp:post_date_gmt><wp:status>${status}</wp:status>${meta ? `<wp:postmeta><wp:meta_key>${meta[0]}</wp:meta_key><wp:meta_value>${meta[1]}</wp:meta_value></wp:postmeta>` : ''}<content:encoded>First words of ${id}.</content:encoded></item></channel></rss>`
const atomFeed = (id: string, entry: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Feed</title><link href="https://${id}.example/"/>${entry}</feed>`
const atom = (more = '', title = 'Story') => (id: string) =>
  atomFeed(id, `<entry><id>urn:back:${id}</id><title>${title} ${id}</title><updated>2024-01-01T00:00:00Z</updated><author><name>CJ journalist</name></author><category term="Politics" scheme="https://${id}.example/sections/"/><content>First words of ${id}.</content>${more}</entry>`)
const deleted = (when: string) => (id: string) => atomFeed(id, `<at:deleted-entry ref="urn:back:${id}" when="${when}"><at:comment>It is wrong.</at:comment></at:deleted-entry>`)

const KILLS: [string, (id: string) => string, (id: string) => string][] = [
  ...['status: withdrawn\n', 'status: killed\n', 'status: retracted\n', 'state: retracted\n', 'withdrawn: true\n'].map((line): (typeof KILLS)[number] => [`Markdown ${line.trim()}`, markdown(), markdown(line)]),
  ['ninjs edNote', ninjs(), ninjs({ edNote: 'MANDATORY KILL: do not use' })],
  ['ninjs withdrawn', ninjs(), ninjs({ extra: { withdrawn: true } })],
  ['WordPress trash', wxr('publish'), wxr('trash')],
  ['Atom deleted-entry', atom(), deleted('2024-02-01T00:00:00Z')],
  ...['MANDATORY KILL: Story', 'KILL NOTICE: Story', 'RETRACTION: Story', 'STORY WITHDRAWN'].map((title): (typeof KILLS)[number] => [`Atom title ${title}`, atom(), atom('', title)]),
]

const HOLDS: [string, (id: string) => string, (id: string) => string][] = [
  ['Markdown draft: true', markdown(), markdown('draft: true\n')],
  ['Markdown published: false', markdown(), markdown('published: false\n')],
  ['ninjs pubStatus ""', ninjs(), ninjs({ pubStatus: '' })],
  ['ninjs pubStatus null', ninjs(), ninjs({ pubStatus: null })],
  ['ninjs pubStatus withheld', ninjs(), ninjs({ pubStatus: 'withheld' })],
  ['ninjs 1.x pubstatus withheld', ninjs(), ninjs({ pubstatus: 'withheld' })],
  ['Markdown pubStatus: withheld', markdown(), markdown('pubStatus: withheld\n')],
  ['Markdown status: withheld', markdown(), markdown('status: withheld\n')],
  ['TOML pubStatus = withheld', toml(), toml('pubStatus = "withheld"\n')],
  ['Atom pubStatus withheld', atom(), atom('<x:pubStatus xmlns:x="urn:x">withheld</x:pubStatus>')],
  ...['draft', 'private', 'pending'].map((status): (typeof HOLDS)[number] => [`WordPress ${status}`, wxr('publish'), wxr(status)]),
  ...([['editorial_flag', 'hold'], ['editor_note', 'Please hold'], ['usage_terms', 'MANDATORY KILL']] as const).map((meta): (typeof HOLDS)[number] => [`WordPress ${meta.join(': ')}`, wxr('publish'), wxr('publish', meta)]),
  ['ninjs usageterms MANDATORY KILL', ninjs(), ninjs({ usageterms: 'MANDATORY KILL' })],
  ['ninjs edNote Please hold', ninjs(), ninjs({ edNote: 'Please hold' })],
  ['ninjs signals hold', ninjs(), ninjs({ signals: [{ name: 'hold' }] })],
  ['ninjs signal sig:kill', ninjs(), ninjs({ signal: 'sig:kill' })],
  ['ninjs genres Kill', ninjs(), ninjs({ genres: [{ name: 'Kill' }] })],
  ['Atom signal', atom(), atom('<x:signal xmlns:x="urn:x">sig:kill</x:signal>')],
  ['Markdown signal', markdown(), markdown('signal: hold\n')],
  ['Markdown edNote', markdown(), markdown('edNote: Please hold\n')],
  ['Atom app:draft', atom(), atom('<app:control><app:draft>yes</app:draft></app:control>')],
]

describe('an embargo in an update of a story that readers have', () => {
  it.each([
    ['ninjs', ninjs({ embargoed: '2099-01-01T00:00:00Z', body_text: 'Other words.' })],
    ['ninjs, its text the same', ninjs({ embargoedUntil: '2099-01-01T00:00:00Z' })],
    ['Markdown', markdown('embargoUntil: 2099-01-01T00:00:00Z\n')],
  ])('keeps it before them, and an editor is told: %s', async (_, after) => {
    const id = `e${(count += 1)}`
    const { report: first } = await send(publisher, id, (_.startsWith('ninjs') ? ninjs() : markdown())(id))
    expect([first.outcome, first.article?.status]).toEqual(['created', 'published'])
    const { report, status } = await send(publisher, id, after(id))
    expect([status, report.outcome, await statusFor(first.article?.id)]).toEqual([422, 'notWithdrawn', 200])
    expect(await killsOnDesk(editor)).toContain(first.article?.id)
    const { body } = await editor.get<{ visibility?: { state?: string } }>(`/api/articles/${String(first.article?.id)}/visibility`)
    expect(JSON.stringify(body)).not.toContain('embargoed')
  })
})

describe('the desk', () => {
  it('shows every kill that waits once, however often it was sent, the newest first', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, async () => {
      const id = `d${(count += 1)}`
      const { report } = await send(publisher, id, ninjs()(id))
      return { id, article: String(report.article?.id) }
    }))
    for (const { id } of ids) expect((await send(ingest, id, ninjs({ pubStatus: 'canceled' })(id))).report.outcome).toBe('notWithdrawn')
    const [oldest] = ids
    const flood = Array.from({ length: 110 }, () => ninjs({ pubStatus: 'canceled' })(oldest?.id ?? '')).join('\n')
    await ingest.sendBody('/api/import?name=flood.jsonl', flood)
    const waiting = await killsOnDesk(editor)
    expect(waiting).toEqual([...new Set(waiting)])
    expect(waiting.slice(0, 12)).toEqual([oldest, ...ids.slice(1).reverse()].map((each) => each?.article))
  })

  it('lets an editor dismiss a kill, until its source sends another', async () => {
    const id = `k${(count += 1)}`
    const article = String((await send(publisher, id, ninjs()(id))).report.article?.id)
    const dismiss = (client: Client, of: string, data: object = { note: 'The agency says it meant another story.' }) => client.send<{ dismissed?: boolean }>('POST', `/api/articles/${of}/dismiss-withdrawal`, data)
    expect(await dismiss(editor, article)).toMatchObject({ status: 200, body: { dismissed: false } })
    await send(ingest, id, ninjs({ pubStatus: 'canceled' })(id))
    expect(await killsOnDesk(editor)).toContain(article)
    for (const client of [reader(newsroom.url), await signIn(newsroom, 'journalist'), publisher]) expect((await dismiss(client, article)).status).toBe(403)
    expect((await dismiss(editor, article, { note: 5 })).status).toBe(400)
    expect((await dismiss(editor, article, { reason: 'none' })).status).toBe(400)
    expect((await dismiss(editor, '00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect(await killsOnDesk(editor)).toContain(article)

    expect(await dismiss(editor, article)).toMatchObject({ status: 200, body: { dismissed: true } })
    expect(await dismiss(editor, article)).toMatchObject({ status: 200, body: { dismissed: false } })
    expect([await killsOnDesk(editor), await statusFor(article)]).toEqual([expect.not.arrayContaining([article]), 200])
    const { docs } = await newsroom.payload.find({ collection: 'article-events', depth: 0, where: { and: [{ article: { equals: article } }, { kind: { equals: 'withdrawal' } }] } })
    expect(docs).toMatchObject([{ from: 'notWithdrawn', to: 'dismissed', note: 'The agency says it meant another story.', who: 'The editor' }])

    await send(ingest, id, ninjs({ pubStatus: 'canceled' })(id))
    expect((await killsOnDesk(editor))[0]).toBe(article)
  })
})

describe('a source that withdraws its published story in other words than ninjs’s (ingest I11)', () => {
  it.each(KILLS)('%s: it is withdrawn, where the key may', async (_, before, after) => {
    const id = `k${(count += 1)}`
    const { report: first } = await send(publisher, id, before(id))
    expect([first.outcome, first.article?.status]).toEqual(['created', 'published'])
    const refused = await send(ingest, id, after(id))
    expect([refused.status, refused.report.outcome, await statusFor(first.article?.id)]).toEqual([422, 'notWithdrawn', 200])
    expect(await killsOnDesk(editor)).toContain(first.article?.id)
    const { report, status } = await send(publisher, id, after(id))
    expect([status, report.outcome, report.article?.id]).toEqual([200, 'withdrawn', first.article?.id])
    expect(await statusFor(first.article?.id)).toBe(410)
    expect(await killsOnDesk(editor)).not.toContain(first.article?.id)
    expect((await send(publisher, id, after(id))).report.outcome).toBe('skipped')
  })

  it.each(KILLS.slice(0, 7))('%s: it comes in as a draft where it is not here', async (_, _before, after) => {
    const id = `n${(count += 1)}`
    const { report } = await send(publisher, id, after(id))
    expect([report.outcome, report.article?.status, report.notes.join()]).toEqual(['created', 'draft', expect.stringContaining('Held back as a draft')])
  })

  it.each([['WordPress trash', wxr('publish'), wxr('trash')], ['Atom deleted-entry', atom(), deleted('2024-02-01T00:00:00Z')]] as const)('%s: it is skipped where it is not here, and may come later', async (_, before, after) => {
    const id = `l${(count += 1)}`
    expect((await send(publisher, id, after(id))).report.outcome).toBe('skipped')
    expect((await send(publisher, id, before(id))).report.article?.status).toBe('published')
  })

  it('leaves an entry that came back after it was deleted', async () => {
    const id = `r${(count += 1)}`
    const { report } = await send(publisher, id, atom()(id))
    expect((await send(publisher, id, deleted('2023-12-01T00:00:00Z')(id))).report.outcome).toBe('skipped')
    expect(await statusFor(report.article?.id)).toBe(200)
  })

  it('leaves what an editor published as it is', async () => {
    const id = `e${(count += 1)}`
    const copy = markdown('status: withdrawn\n')(id)
    const { report } = await send(editor, id, copy)
    await newsroom.payload.update({ collection: 'articles', id: String(report.article?.id), data: { _status: 'published' } })
    expect((await send(editor, id, copy)).report.outcome).toBe('skipped')
    expect(await statusFor(report.article?.id)).toBe(200)
  })
})

describe('a source that holds its published story back (ingest I2)', () => {
  it.each(HOLDS)('%s: readers keep it, and an editor decides', async (_, before, after) => {
    const id = `h${(count += 1)}`
    const { report: first } = await send(publisher, id, before(id))
    expect(first.article?.status).toBe('published')
    for (const client of [publisher, editor]) {
      const { report, status } = await send(client, id, after(id))
      expect([status, report.outcome, report.article?.id]).toEqual([422, 'notWithdrawn', first.article?.id])
      expect(report.errors[0]?.message).toBe('Its source holds this story back now, and readers still see the article. An editor has to decide.')
      expect(report.notes.join()).not.toContain('as a draft')
    }
    expect(await statusFor(first.article?.id)).toBe(200)
    expect(await killsOnDesk(editor)).toContain(first.article?.id)
    await newsroom.payload.update({ collection: 'articles', id: String(first.article?.id), data: { _status: 'draft' } })
    expect(await killsOnDesk(editor)).not.toContain(first.article?.id)
  })

  it.each([
    ['an embargo', ninjs(), ninjs({ edNote: 'Embargoed until Friday' })],
    ['a day ahead', ninjs(), ninjs({ extra: { publishFrom: '2099-01-01' } })],
    ['a label of an embargo', ninjs(), ninjs({ signals: [{ name: 'Embargoed' }] })],
  ])('which %s alone does not', async (_, before, after) => {
    const id = `a${(count += 1)}`
    const { report: first } = await send(publisher, id, before(id))
    const { report } = await send(publisher, id, after(id))
    expect([report.outcome, report.article?.id, await statusFor(first.article?.id)]).toEqual(['skipped', first.article?.id, 200])
  })

  it.each(['Embargo: EU bans Russian oil', 'EMBARGOED until Friday: Story'])('which an embargo in a headline does not: %s', async (title) => {
    const id = `a${(count += 1)}`
    const { report: first } = await send(publisher, id, atom()(id))
    const { report } = await send(publisher, id, atom('', title)(id))
    expect([report.outcome, report.article?.id, await statusFor(first.article?.id)]).toEqual(['updated', first.article?.id, 200])
    expect(await killsOnDesk(editor)).not.toContain(first.article?.id)
  })

  it.each(['HOLD - Story', 'Editors, please kill the story slugged', 'EMBARGOED until Friday: Story', 'ADVISORY: Story'])('never has a notice as the headline of what readers see: %s', async (title) => {
    const id = `t${(count += 1)}`
    const { report: first } = await send(publisher, id, atom()(id))
    await send(publisher, id, atom('', title)(id))
    expect((await newsroom.payload.findByID({ collection: 'articles', id: String(first.article?.id), draft: false })).headline).toBe(`Story ${id}`)
  })

  it.each([['draft: true', markdown(), markdown('draft: true\n')], ['pubStatus withheld', ninjs(), ninjs({ pubStatus: 'withheld' })], ['a signal', ninjs(), ninjs({ signals: [{ name: 'hold' }] })]] as const)('has its changes as a draft beside: %s', async (_, before, after) => {
    const id = `b${(count += 1)}`
    const { report: first } = await send(publisher, id, before(id))
    const { report } = await send(publisher, id, after(id).replace('First', 'Other'))
    expect([report.outcome, report.notes.join()]).toEqual(['notWithdrawn', expect.stringContaining('saved as a draft beside it')])
    const words = async (draft: boolean) => paragraphsOf((await newsroom.payload.findByID({ collection: 'articles', id: String(first.article?.id), draft })).body)
    expect([await words(false), await words(true)]).toEqual([[`First words of ${id}.`], [`Other words of ${id}.`]])
  })
})
