import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSection, draftArticle, publishArticle, saveDraft } from '../../helpers/articles'
import { signIn, tokenOf } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { visit } from '../../helpers/page'
import type { VisitedPage } from '../../helpers/page'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'

let newsroom: TestNewsroom
let editor: Client
let ann: Colleague
let bob: Colleague
let article: { id: string; slug: string }
let editorsCookie: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  editor = await signIn(newsroom, 'editor')
  editorsCookie = await tokenOf(newsroom, 'editor')
  ann = await hire(newsroom, 'journalist', 'Ann')
  bob = await hire(newsroom, 'journalist', 'Bob')
  const section = await createSection(editor, 'World')
  article = await publishArticle(editor, { headline: 'As printed', section: section.id, bylines: [{ author: ann.byline, role: 'reporter' }] })
  await saveDraft(editor, article.id, { headline: 'As it will be' })
})
afterAll(() => newsroom.close())

/** Opens a preview as a browser in which somebody is signed in. */
function preview(id: string, token?: string): Promise<VisitedPage> {
  const login: Record<string, string> = token ? { Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' } : {}
  return visit(`${newsroom.url}/preview/articles/${id}`, login)
}

const tokenIn = ({ headers }: Colleague) => headers.Authorization?.replace('JWT ', '')

describe('a preview', () => {
  it('shows editors the newest version, marked as a draft', async () => {
    const page = await preview(article.id, editorsCookie)
    expect([page.status, page.words('h1')]).toEqual([200, ['As it will be']])
    expect(page.words('p', { role: 'status' })[0]).toMatch(/^Draft /)
    expect(page.values('src', 'script')).toEqual(['/preview.js'])
  })

  it('is kept nowhere, and not for search engines', async () => {
    const { headers, values } = await preview(article.id, editorsCookie)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(headers.get('etag')).toBeNull()
    expect(values('content', 'meta', { name: 'robots' })).toEqual(['noindex, nofollow'])
    expect(values('href', 'link', { rel: 'canonical' })).toEqual([])
  })

  it('shows journalists their own, and of others what readers see', async () => {
    expect((await preview(article.id, tokenIn(ann))).words('h1')).toEqual(['As it will be'])
    expect((await preview(article.id, tokenIn(bob))).html).not.toContain('As it will be')
    const draft = await draftArticle(editor, { headline: 'Nobody’s yet' })
    expect((await preview(draft.id, tokenIn(bob))).status).toBe(404)
  })

  it.each([
    ['nobody is signed in', undefined],
    ['the login is made up', 'eyJhbGciOiJIUzI1NiJ9.e30.x'],
  ])('asks to sign in when %s, and tells nothing', async (_, token) => {
    for (const id of [article.id, crypto.randomUUID()]) {
      const page = await preview(id, token)
      expect([page.status, page.words('h1')]).toEqual([401, ['Sign in to see this preview']])
      expect(page.html).not.toContain('As it will be')
    }
  })

  it('does not take a cookie from a page of another site', async () => {
    const page = await visit(`${newsroom.url}/preview/articles/${article.id}`, { Cookie: `payload-token=${editorsCookie}`, Origin: 'https://evil.example' })
    expect(page.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('shows a draft that has nothing yet', async () => {
    const { id } = await draftArticle(editor, {})
    const page = await preview(id, editorsCookie)
    expect([page.status, page.words('h1')]).toEqual([200, ['Draft']])
  })

  it.each(['nothing', '%00', "a'b"])('has nothing to show at %s', async (id) => {
    expect((await preview(id, editorsCookie)).status).toBe(404)
  })
})
