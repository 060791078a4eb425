import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteOptions } from '../../../src/formats/syndication/site'
import type { Redirect } from '../../../src/payload-types'
import { createSection, draftArticle, hoursFromNow, publishArticle, republish, saveDraft } from '../../helpers/articles'
import type { Page, Refusal, Written } from '../../helpers/articles'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from './people'
import type { Colleague } from './people'

let newsroom: TestNewsroom
let anonymous: Client
let admin: Colleague
let editor: Colleague
let ann: Colleague
let section: string

beforeAll(async () => {
  newsroom = await openNewsroom({ delivery: {} })
  anonymous = reader(newsroom.url)
  admin = await hire(newsroom, 'admin', 'Ada Admin')
  editor = await hire(newsroom, 'editor', 'Eve Editor')
  ann = await hire(newsroom, 'journalist', 'Ann Ames')
  section = (await createSection(editor, 'World')).id
})
afterAll(() => newsroom.close())

/** What a reader gets who asks by a slug, without following. */
async function ask(path: string) {
  const response = await fetch(`${newsroom.url}/api/articles/${path}`, { redirect: 'manual' })
  return { status: response.status, location: response.headers.get('Location'), body: JSON.parse(await response.text()) as unknown }
}

async function redirectsTo(id: string): Promise<string[]> {
  const { body } = await anonymous.get<Page<Redirect>>('/api/redirects', { where: { 'to.reference': { equals: id } }, sort: 'from', depth: 0 })
  return body.docs.map(({ from }) => from)
}

/** Publishes an article and gives it one slug after the other. */
async function published(...slugs: string[]): Promise<string> {
  const [first, ...further] = slugs
  const { id } = await publishArticle(editor, { headline: String(first), slug: first, section })
  for (const slug of further) await republish(editor, id, { slug })
  return id
}

describe('an article is found by its slug', () => {
  it('as by its id', async () => {
    const id = await published('by-slug')
    const { body, status } = await ask('by-slug/by-slug?depth=0&select[headline]=true')
    expect([status, body]).toEqual([200, { id, headline: 'by-slug' }])
    expect((await ask('by-slug/never-was')).status).toBe(404)
    expect((await ask('by-slug/%00')).status).toBe(404)
  })

  it('not before it is public, and a draft by those alone who work on it', async () => {
    await draftArticle(ann, { headline: 'Secret plan' })
    expect((await ask('by-slug/secret-plan')).status).toBe(404)
    expect((await ann.get('/api/articles/by-slug/secret-plan', { draft: true })).status).toBe(200)
  })
})

describe('a new slug of what readers have seen', () => {
  it('leaves a redirect to it, which the API follows in each of its forms', async () => {
    const id = await published('first-name', 'second-name')
    const movedTo = { id, slug: 'second-name' }
    expect(await redirectsTo(id)).toEqual(['/articles/first-name'])
    expect(await ask('by-slug/first-name')).toEqual({ status: 301, location: '/api/articles/by-slug/second-name', body: { movedTo } })
    expect(await ask('first-name/ninjs')).toMatchObject({ status: 301, location: '/api/articles/second-name/ninjs' })
    expect(await ask('first-name/jsonld')).toMatchObject({ status: 301, location: '/api/articles/second-name/jsonld' })
    const page = await fetch(`${newsroom.url}/articles/first-name`, { redirect: 'manual' })
    expect([page.status, page.headers.get('Location')]).toEqual([301, expect.stringMatching(/\/articles\/second-name$/)])
    const { body } = await anonymous.get('/api/articles', { where: { slug: { equals: 'first-name' } } })
    expect(body).toMatchObject({ docs: [], movedTo })
  })

  it('makes no chain: every older address leads to the newest', async () => {
    const id = await published('one', 'two', 'three', 'four')
    for (const slug of ['one', 'two', 'three']) expect((await ask(`by-slug/${slug}`)).location).toBe('/api/articles/by-slug/four')
    expect(await redirectsTo(id)).toEqual(['/articles/one', '/articles/three', '/articles/two'])
  })

  it('and back again leaves only the other, never a loop', async () => {
    const id = await published('to', 'fro', 'to')
    expect(await redirectsTo(id)).toEqual(['/articles/fro'])
    expect((await ask('by-slug/to')).status).toBe(200)
    expect((await ask('by-slug/fro')).location).toBe('/api/articles/by-slug/to')
  })

  it('is left whatever part of the article the answer is to have', async () => {
    const id = await published('whole')
    const change = (data: object) => editor.send('PATCH', `/api/articles/${id}`, { _status: 'published', ...data }, { depth: 0, select: { headline: true } })
    expect(await change({ standfirst: 'Changed.' })).toMatchObject({ status: 200, body: { doc: { id, headline: 'whole' } } })
    expect((await change({ slug: 'part' })).status).toBe(200)
    expect(await redirectsTo(id)).toEqual(['/articles/whole'])
    expect((await change({ slug: 'whole' })).status).toBe(200)
    expect(await redirectsTo(id)).toEqual(['/articles/part'])
    const bulk = await editor.send('PATCH', '/api/articles', { standfirst: 'Again.', _status: 'published' }, { select: { headline: true }, where: { id: { equals: id } } })
    expect(bulk).toMatchObject({ status: 200, body: { errors: [] } })
  })

  it('in any script', async () => {
    await published('평양-회담', '회담-재개')
    const { location } = await ask(`by-slug/${encodeURIComponent('평양-회담')}`)
    expect(location).toBe(`/api/articles/by-slug/${encodeURIComponent('회담-재개')}`)
    expect((await fetch(`${newsroom.url}${String(location)}`)).status).toBe(200)
  })

  it('leaves none while it is a draft beside what readers see', async () => {
    const id = await published('still-here')
    await saveDraft(editor, id, { slug: 'not-yet-there' })
    expect(await redirectsTo(id)).toEqual([])
    expect((await ask('by-slug/still-here')).status).toBe(200)
    await republish(editor, id, {})
    expect(await redirectsTo(id)).toEqual(['/articles/still-here'])
    expect((await ask('by-slug/still-here')).location).toBe('/api/articles/by-slug/not-yet-there')
  })

  it('leaves none when nobody could have seen it', async () => {
    const { id } = await publishArticle(editor, { headline: 'Deal', slug: 'secret-deal', section, embargoUntil: hoursFromNow(5) })
    await republish(editor, id, { slug: 'some-deal' })
    const { id: draft } = await draftArticle(editor, { headline: 'Never out' })
    await saveDraft(editor, draft, { slug: 'other-name' })
    expect([await redirectsTo(id), await redirectsTo(draft)]).toEqual([[], []])
  })

  it('leads nowhere while the article is not public', async () => {
    const id = await published('was-out', 'is-in')
    expect((await ask('by-slug/was-out')).status).toBe(301)
    await editor.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })
    expect((await ask('by-slug/was-out')).status).toBe(404)
  })

  it('gives its address to an article that is published there', async () => {
    const moved = await published('shared', 'moved-on')
    const later = await published('shared')
    expect((await ask('by-slug/shared?select[id]=true')).body).toMatchObject({ id: later })
    expect(await redirectsTo(moved)).toEqual([])
  })

  it('is forgotten with the article', async () => {
    const id = await published('mortal', 'mortal-still')
    expect((await admin.send('DELETE', `/api/articles/${id}`)).status).toBe(200)
    expect((await ask('by-slug/mortal')).status).toBe(404)
    const { body } = await anonymous.get<Page<Redirect>>('/api/redirects', { where: { from: { equals: '/articles/mortal' } } })
    expect(body.docs).toEqual([])
  })
})

describe('a withdrawn article answers by its slug', () => {
  it('410 with the notice, under every slug it had', async () => {
    const id = await published('wrong', 'very-wrong')
    await republish(editor, id, { pubStatus: 'canceled', notice: 'None of it was true.' })
    for (const slug of ['wrong', 'very-wrong']) {
      expect(await ask(`by-slug/${slug}`)).toMatchObject({ status: 410, body: { errors: [{ message: 'None of it was true.' }] } })
      expect(await ask(`${slug}/ninjs`)).toMatchObject({ status: 200, body: { pubStatus: 'canceled' } })
      expect((await ask(`${slug}/jsonld`)).status).toBe(410)
    }
    await republish(editor, id, { pubStatus: 'usable' })
    expect((await ask('by-slug/very-wrong')).status).toBe(200)
    expect((await ask('by-slug/wrong')).status).toBe(301)
  })

  it('404 when readers had never seen it', async () => {
    const { id } = await publishArticle(editor, { headline: 'Unseen', slug: 'unseen', section, embargoUntil: hoursFromNow(5) })
    await republish(editor, id, { pubStatus: 'canceled', notice: 'Embargo broken' })
    expect((await ask('by-slug/unseen')).status).toBe(404)
  })
})

describe('redirects that editors add', () => {
  const add = (who: Client, data: object) => who.send<Refusal & Written<Redirect>>('POST', '/api/redirects', data)

  it('lead from an older site to an article, and go with it', async () => {
    const id = await published('new-site')
    expect((await add(editor, { from: '/2009/old-site.html', to: { type: 'custom', url: '/articles/new-site' } })).body.doc.to).toMatchObject({ type: 'reference' })
    await republish(editor, id, { slug: 'newer-site' })
    expect(await redirectsTo(id)).toEqual(['/2009/old-site.html', '/articles/new-site'])
  })

  it('lead to an article also when it was published after them', async () => {
    await add(editor, { from: '/soon', to: { type: 'custom', url: '/articles/comes-later' } })
    const id = await published('comes-later', 'came-later')
    expect(await redirectsTo(id)).toEqual(['/articles/comes-later', '/soon'])
  })

  it('make neither chains nor loops', async () => {
    await published('real-article')
    expect((await add(editor, { from: '/a', to: { type: 'custom', url: '/b' } })).status).toBe(201)
    const refused = [
      await add(editor, { from: '/b', to: { type: 'custom', url: '/a' } }),
      await add(editor, { from: '/b', to: { type: 'custom', url: '/c' } }),
      await add(editor, { from: '/z', to: { type: 'custom', url: '/a' } }),
      await add(editor, { from: '/s', to: { type: 'custom', url: '/s' } }),
      await add(editor, { from: '/articles/real-article', to: { type: 'custom', url: '/c' } }),
      await add(editor, { from: 'no-path', to: { type: 'custom', url: '/c' } }),
      await add(editor, { from: '/js', to: { type: 'custom', url: 'javascript:alert(1)' } }),
      await add(editor, { from: '/a', to: { type: 'custom', url: '/other' } }),
      await add(editor, { from: 5, to: { type: 'custom', url: '/other' } }),
      await add(editor, { from: '/n' }),
    ]
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400))
  })

  it.each([
    ['/a1', '/a1?x=1'], ['/a2', '/a2#top'], ['/q7', '/%717'], ['/q8', '/./q8'], ['/q9', '/x/%2e%2e/q9'], ['/c11', '/a/../c11'], ['/c12', '/c12/?x'],
    ['/q13', siteOptions().siteUrl.replace('http', 'HTTP') + '/q13'], ['/q14', `${siteOptions().siteUrl}/./q14?x=1`],
  ])('lead not to themselves, however that is written: from %s to %s', async (from, url) => {
    const further = { type: 'custom', url: '/goes-on' }
    const [itself, other, another] = [await add(editor, { from, to: { type: 'custom', url } }), await add(editor, { from: `/led${from}`, to: { type: 'custom', url } }), await add(editor, { from, to: further })]
    expect([itself.status, other.status, another.status]).toEqual([400, 201, 400])
    await editor.send('DELETE', `/api/redirects/${other.body.doc.id}`)
    expect([(await add(editor, { from, to: further })).status, (await add(editor, { from: `/led${from}`, to: { type: 'custom', url } })).status]).toEqual([201, 400])
  })

  it('lead somewhere', async () => {
    const [first, second] = [await published('lead-somewhere'), (await add(editor, { from: '/leads', to: { type: 'custom', url: '/somewhere?x=1' } })).body.doc.id]
    const reference = (await add(editor, { from: '/leads-too', to: { type: 'reference', reference: first } })).body.doc.id
    const nowhere = [null, {}, { type: 'custom' }, { type: 'custom', url: null }, { type: 'reference', reference: null }]
    for (const to of nowhere) expect([to, (await add(editor, { from: '/leads-not', to })).status]).toEqual([to, 400])
    for (const id of [second, reference]) expect((await editor.send('PATCH', `/api/redirects/${id}`, { to: null })).status).toBe(400)
    const locations = await Promise.all(['/leads', '/leads-too'].map(async (path) => (await fetch(newsroom.url + path, { redirect: 'manual' })).headers.get('Location')))
    expect(locations).toEqual(['/somewhere?x=1', expect.stringMatching(/\/articles\/lead-somewhere$/)])
  })

  it('lead nowhere by another name of this server, or by a backslash', async () => {
    const { host, port } = new URL(newsroom.url)
    const leads = (from: string, url: string) => add(editor, { from, to: { type: 'custom', url } })
    for (const url of [`${newsroom.url}/in-a-circle`, `http://${host}/in-a-circle?x=1`, '/\\elsewhere.example', 'https://elsewhere.example\\x', 'http:elsewhere.example']) {
      const { body, status } = await leads('/in-a-circle', url)
      expect([url, status, body.errors]).toEqual([url, 400, [expect.objectContaining({ data: { collection: 'redirects', errors: [expect.objectContaining({ path: 'to.url' })] } })]])
    }
    expect((await leads('/one-way', `http://127.0.0.1:${port}/other-way`)).status).toBe(201)
    expect((await leads('/other-way', '/one-way')).status).toBe(400)
  })

  it.each(['/%00zz', '/\u0000zz', '/%7Fx', '/zero\u200bwidth', '/%E2%80%AEx', '/so\u00adft', '/fill\u3164er', `/${'l'.repeat(200)}`, '/%zz', '/old/100%', '/a/../b', '/./b', '/b/%2e%2e', '/b/.'])(
    'are refused from what nobody asks for: %j',
    async (from) => {
      const { body, status } = await add(editor, { from, to: { type: 'custom', url: '/elsewhere' } })
      expect([status, JSON.stringify(body.errors)]).toEqual([400, expect.stringMatching(/path that readers ask for|characters that no address has|control character/)])
    },
  )

  it.each(['/क्‍ष', '/می‌خواهم', '/100%25', `/${'l'.repeat(199)}`, '/...', '/a..b'])('meet who asks for %s', async (from) => {
    expect((await add(editor, { from, to: { type: 'custom', url: '/elsewhere' } })).status).toBe(201)
    const { headers } = await fetch(newsroom.url + from, { redirect: 'manual' })
    expect(headers.get('Location')).toBe('/elsewhere')
  })

  it('are refused from the id of an article, and lead to it by its id', async () => {
    const id = await published('by-its-id')
    expect((await add(editor, { from: `/articles/${id}`, to: { type: 'custom', url: '/elsewhere' } })).status).toBe(400)
    for (const [from, url] of [['/to-id', `/articles/${id}`], ['/to-query', '/articles/by-its-id?page=2']]) {
      expect((await add(editor, { from, to: { type: 'custom', url } })).body.doc.to).toMatchObject({ type: 'reference' })
    }
    await newsroom.payload.db.create({ collection: 'redirects', data: { from: '/stored', to: { type: 'custom', url: `/articles/${id}?x` } }, req: {} })
    expect((await admin.send('DELETE', `/api/articles/${id}`)).status).toBe(200)
    const { body } = await editor.get<Page<Redirect>>('/api/redirects', { where: { from: { in: ['/to-id', '/to-query', '/stored'] } } })
    expect(body.docs).toEqual([])
  })

  it('are kept as they are met, and meet whoever asks', async () => {
    for (const [from, kept] of [['/2011/with-slash/', '/2011/with-slash'], ['/caf%C3%A9/', '/café']] as const) {
      const { body, status } = await add(editor, { from, to: { type: 'custom', url: '/tags/' } })
      expect([status, body.doc.from, body.doc.to?.url]).toEqual([201, kept, '/tags'])
      const { headers, status: asked } = await fetch(newsroom.url + encodeURI(kept), { redirect: 'manual' })
      expect([asked, headers.get('Location')]).toEqual([301, '/tags'])
    }
    expect((await add(editor, { from: '/2011/with-slash', to: { type: 'custom', url: '/other' } })).status).toBe(400)
  })

  it('are refused where nobody would meet them', async () => {
    await published('own-address')
    const paths = ['/api/articles', '/api', '/admin', '/admin/collections/articles/', '/_next/static/x', '/old?page=2', '/old#top', '/old%3Fpage=2', '/', '/old//story', '/feeds/rss.xml', '/robots.txt', '/sitemap.xml', '/articles/own-address', '/articles/own-address/', '/sections/world']
    for (const from of paths) {
      const { body, status } = await add(editor, { from, to: { type: 'custom', url: '/elsewhere' } })
      expect([from, status, body.errors]).toEqual([from, 400, [expect.objectContaining({ data: { collection: 'redirects', errors: [expect.objectContaining({ path: 'from' })] } })]])
    }
    const { body } = await add(editor, { from: '/met', to: { type: 'custom', url: '/elsewhere' } })
    expect((await editor.send('PATCH', `/api/redirects/${body.doc.id}`, { from: '/api/met' })).status).toBe(400)
  })

  it('that were stored before and nobody meets can be led elsewhere', async () => {
    const { id } = await newsroom.payload.db.create({ collection: 'redirects', data: { from: '/api/before/', to: { type: 'custom', url: '/elsewhere' } }, req: {} })
    expect((await editor.send('PATCH', `/api/redirects/${String(id)}`, { to: { type: 'custom', url: '/new' } })).status).toBe(200)
  })

  it('are read by everybody and written by editors', async () => {
    expect((await add(ann, { from: '/by-ann', to: { type: 'custom', url: '/c' } })).status).toBe(403)
    expect((await add(anonymous, { from: '/by-anon', to: { type: 'custom', url: '/c' } })).status).toBe(403)
    expect((await anonymous.get('/api/redirects')).status).toBe(200)
  })
})
