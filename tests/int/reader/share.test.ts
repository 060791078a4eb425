import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ShareLink } from '../../../src/payload-types'
import { createSection, draftArticle, hoursFromNow, publishArticle, saveDraft } from '../../helpers/articles'
import type { Page, Refusal, Written } from '../../helpers/articles'
import { reader, signIn } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { visit } from '../../helpers/page'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

let newsroom: TestNewsroom
let editor: Client
let ann: Colleague
let bob: Colleague
let section: string
let article: { id: string }

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  ann = await hire(newsroom, 'journalist', 'Ann')
  bob = await hire(newsroom, 'journalist', 'Bob')
  section = (await createSection(editor, 'World')).id
  article = await draftOf(ann)
})
afterAll(() => newsroom.close())

function draftOf(author: Colleague) {
  return draftArticle(editor, { headline: 'Not out yet', section, bylines: [{ author: author.byline, role: 'reporter' }] })
}

async function share(client: Client, id: string = article.id, more: object = {}) {
  const { body, status } = await client.send<Written<ShareLink>>('POST', '/api/share-links', { article: id, ...more })
  if (status !== 201) throw new Error(`Sharing answered ${status}: ${JSON.stringify(body)}`)
  return { id: body.doc.id, path: new URL(body.doc.url ?? '').pathname, doc: body.doc }
}

const open = (path: string) => visit(`${newsroom.url}${path}`)

describe('a share link', () => {
  it.each([['an editor', () => editor], ['its journalist', () => ann]] as const)('of %s shows the draft to whoever holds it', async (_, who) => {
    const page = await open((await share(who())).path)
    expect([page.status, page.words('h1')]).toEqual([200, ['Not out yet']])
    expect(page.words('p', { role: 'status' })[0]).toMatch(/^Draft Shared with you until /)
    expect(page.values('src', 'script')).toEqual([])
  })

  it('shows the newest version, also of what is published', async () => {
    const printed = await publishArticle(editor, { headline: 'As printed', section })
    await saveDraft(editor, printed.id, { headline: 'As it will be' })
    expect((await open((await share(editor, printed.id)).path)).words('h1')).toEqual(['As it will be'])
  })

  it('is kept nowhere, found by nobody, and told to no other site', async () => {
    const { headers, values } = await open((await share(editor)).path)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(values('href', 'link', { rel: 'canonical' })).toEqual([])
  })

  it('says so when it is revoked', async () => {
    const link = await share(editor)
    await ann.send('PATCH', `/api/share-links/${link.id}`, { revoked: true })
    const page = await open(link.path)
    expect([page.status, page.words('h1')]).toEqual([410, ['This link was revoked']])
    expect(page.html).not.toContain('Not out yet')
  })

  it('stays revoked, whoever asks and however', async () => {
    const link = await share(ann)
    const first = await fetch(`${newsroom.url}${link.path}`)
    await ann.send('PATCH', `/api/share-links/${link.id}`, { revoked: true })
    for (const who of [ann, editor]) {
      for (const data of [{ revoked: false }, { revoked: null }, { revoked: false, expiresAt: hoursFromNow(5) }]) {
        expect((await who.send('PATCH', `/api/share-links/${link.id}`, data)).status).toBe(400)
      }
      await who.graphql(`mutation { updateShareLink(id: "${link.id}", data: { revoked: false }) { id } }`)
    }
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '*', 'If-Modified-Since': new Date().toUTCString() }
    for (const [path, more] of [[link.path, {}], [link.path, { headers }], [`${link.path}?draft=true`, {}], [link.path, { headers: { ...headers, ...ann.headers } }]] as const) {
      const answer = await fetch(`${newsroom.url}${path}`, more)
      expect([answer.status, (await answer.text()).includes('Not out yet')]).toEqual([410, false])
    }
    expect((await open((await share(ann)).path)).status).toBe(200)
  })

  it('says so when it has expired', async () => {
    const link = await share(editor)
    await newsroom.payload.db.updateOne({ collection: 'share-links', id: link.id, data: { expiresAt: hoursFromNow(-1) }, req: {} })
    const page = await open(link.path)
    expect([page.status, page.words('h1')]).toEqual([410, ['This link has expired']])
    expect(page.html).not.toContain('Not out yet')
  })

  it('ends with the article', async () => {
    const { id } = await draftOf(ann)
    const link = await share(editor, id)
    await editor.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() })
    expect((await open(link.path)).status).toBe(410)
  })

  it.each([['open', {}], ['revoked', { revoked: true }]])('goes with an article that is deleted for good: one that is %s', async (_, more) => {
    const admin = await signIn(newsroom, 'admin')
    const { id } = await draftOf(ann)
    const link = await share(editor, id)
    await editor.send('PATCH', `/api/share-links/${link.id}`, more)
    expect((await admin.send('DELETE', `/api/articles/${id}`)).status).toBe(200)
    expect((await open(link.path)).status).toBe(404)
    expect((await admin.get(`/api/share-links/${link.id}`)).status).toBe(404)
  })

  it('ends when who made it may no longer read the article', async () => {
    const { id } = await draftOf(bob)
    const link = await share(bob, id)
    await saveDraft(editor, id, { bylines: [{ author: ann.byline, role: 'reporter' }] })
    expect((await open(link.path)).status).toBe(410)
  })

  it('ends when who made it has left', async () => {
    const cleo = await hire(newsroom, 'editor', 'Cleo')
    const link = await share(cleo)
    await newsroom.payload.delete({ collection: 'users', id: cleo.id, overrideAccess: true })
    expect((await open(link.path)).status).toBe(410)
  })

  it.each(['', '/x', `/${'A'.repeat(43)}`, '/%00', '/../articles'])('leads nowhere when it is not one: /share%s', async (rest) => {
    const page = await open(`/share${rest}`)
    expect(page.status).toBe(404)
    expect(page.html).not.toContain('Not out yet')
  })
})

describe('making one', () => {
  it('is not for journalists who do not sign it', async () => {
    const { body, status } = await bob.send<Refusal>('POST', '/api/share-links', { article: article.id })
    // As for an article that does not exist.
    expect([status, body.errors[0]?.message]).toEqual([400, `article: there is no document ${article.id} in articles.`])
  })

  it('is not for those who have no login', async () => {
    expect((await reader(newsroom.url).send('POST', '/api/share-links', { article: article.id })).status).toBe(403)
  })

  it.each([['in the past', -1], ['in a year', 24 * 365]])('is refused when it should end %s', async (_, hours) => {
    const { body, status } = await editor.send('POST', '/api/share-links', { article: article.id, expiresAt: hoursFromNow(hours) })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('The link must end between now and 90 days from now.')
  })

  it('lasts a week when nothing is said', async () => {
    const { doc } = await share(editor)
    expect(Math.round((Date.parse(doc.expiresAt) - Date.now()) / 86_400_000)).toBe(7)
  })

  it('tells the address once, and its hash never', async () => {
    for (const own of [{ tokenHash: 'mine' }, { url: 'https://evil.example' }]) expect((await editor.send('POST', '/api/share-links', { article: article.id, ...own })).status).toBe(400)
    const link = await share(editor, article.id)
    expect(JSON.stringify(link.doc)).not.toContain('tokenHash')
    const again = await editor.get<ShareLink>(`/api/share-links/${link.id}`)
    expect(again.body.url ?? null).toBeNull()
    expect(JSON.stringify(again.body)).not.toContain('tokenHash')
    const guess = await editor.get('/api/share-links', { where: { tokenHash: { like: 'a' } } })
    expect(guess.status).toBe(400)
  })

  it('cannot be turned to another article', async () => {
    const link = await share(ann)
    const other = await draftOf(bob)
    expect((await ann.send('PATCH', `/api/share-links/${link.id}`, { article: other.id })).status).toBe(400)
    const { body } = await editor.get<ShareLink>(`/api/share-links/${link.id}`, { depth: 0 })
    expect(body.article).toBe(article.id)
  })

  it('tells others nothing of it', async () => {
    await share(ann)
    const { body } = await bob.get<Page<ShareLink>>('/api/share-links', { where: { article: { equals: article.id } } })
    expect(body.docs).toEqual([])
  })

  it('makes a link of its own each time', async () => {
    const mutation = `mutation ($a: String, $b: String) {
      a: createShareLink(data: { article: $a, expiresAt: "${hoursFromNow(1)}" }) { url }
      b: createShareLink(data: { article: $b, expiresAt: "${hoursFromNow(1)}" }) { url } }`
    const { data } = await editor.graphql<Record<'a' | 'b', { url: string }>>(mutation, { a: article.id, b: (await draftOf(bob)).id })
    const [one, other] = [data?.a.url ?? '', data?.b.url ?? '']
    expect(one).not.toBe(other)
    for (const url of [one, other]) expect((await open(new URL(url).pathname)).status).toBe(200)
  })
})
