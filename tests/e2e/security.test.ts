import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { draftArticle, saveDraft } from '../helpers/articles'
import { openBrowser, signInByForm } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'
import { callServer, serverActionOf } from '../helpers/serverFunctions'

let app: RunningApp
let browser: Browser
let page: Page
const refused: string[] = []

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

describe('the admin UI under its Content-Security-Policy', () => {
  it('signs in, lists, opens an article, the upload form and the account, and nothing of it is refused', async () => {
    await signInByForm(page, app)
    await page.goto(`${app.url}/admin/collections/articles`)
    await page.getByRole('link', { name: /Lavrov arrives in North Korea/ }).click()
    await page.getByText('A Kremlin spokesman told TASS').waitFor()
    await page.goto(`${app.url}/admin/collections/media/create`)
    await page.getByText('Alternative text').first().waitFor()
    await page.goto(`${app.url}/admin/account`)
    await page.locator('input[name=email]').waitFor()
    expect(refused).toEqual([])
  })

  it('refuses a script that somebody wrote into the page', async () => {
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.body.append(script)
    })
    expect(await page.title()).not.toBe('taken over')
    expect(refused.join()).toMatch(/Content.Security.Policy/i)
  })

  it('may be framed by a page of its own, as live preview does, and by no other', async () => {
    const framed = (from: string) =>
      page.evaluate(async (src) => {
        const frame = document.createElement('iframe')
        frame.src = src
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
        document.body.append(frame)
        await loaded
        return frame.contentDocument?.body.textContent ?? ''
      }, from)
    expect(await framed('/admin/login')).not.toBe('')
    await page.goto('about:blank')
    expect(await framed(`${app.url}/admin/login`)).toBe('')
  })
})

describe('the running server', () => {
  const post = (path: string, body: unknown, headers = {}) =>
    fetch(`${app.url}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) })

  it('ends the guessing of a password', async () => {
    const statuses = []
    for (let n = 0; n < 11; n += 1) statuses.push((await post('/api/users/login', { email: 'nobody@newsroom.test', password: 'a guess' })).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 429])
  })

  it('lets nobody make a first user, nor another site’s page write', async () => {
    expect((await post('/api/users/first-register', { email: 'a@b.test', password: 'a long password' })).status).toBe(403)
    expect((await post('/api/articles', {}, { Origin: 'https://evil.example' })).status).toBe(403)
  })

  it('refuses a GraphQL query that asks too much, and tells no schema', async () => {
    expect((await post('/api/graphql', { query: `{ ${'a { '.repeat(20)} b ${'} '.repeat(20)} }` })).status).toBe(400)
    expect(await (await post('/api/graphql', { query: '{ __schema { types { name } } }' })).text()).toContain('introspection is not allowed')
  })

  it.each([
    ['wants another protocol, as Java’s client does', 'GET /api/articles', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n', 200],
    ['wants a WebSocket', 'GET /api/articles', 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n', 200],
    ['traces', 'TRACE /', '', 405],
    ['names no host that there can be', 'GET /admin/login', 'Host: [::1\r\n', 400],
    ['asks what the server can do', 'OPTIONS *', '', 204],
    ['speaks HTTP/1.0', 'GET /', 'Connection: close\r\n', 200],
    ['asks for the head of what is not kept', 'HEAD /api/users/me', '', 200],
    ['asks for the head of what is not hers', 'HEAD /api/users', '', 403],
  ])('answers a client that %s', async (_what, line, headers, status) => {
    const { hostname, port } = new URL(app.url)
    const socket = connect(Number(port), hostname)
    const host = headers.includes('Host:') ? '' : 'Host: newsroom.test\r\n'
    socket.write(`${line} HTTP/1.${line === 'GET /' ? 0 : 1}\r\n${host}${headers}\r\n`)
    const [first] = await once(socket, 'data')
    socket.destroy()
    expect(String(first).split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  it('optimizes no pictures for anybody (security A8)', async () => {
    for (const query of ['url=%2Fapi%2Fmedia%2Ffile%2Fx.png&w=640&q=75', 'url=https%3A%2F%2Fevil.example%2Fx.png&w=640&q=75', '']) {
      expect((await fetch(`${app.url}/_next/image?${query}`)).status).toBe(404)
    }
  })

  it('answers addresses that lead nowhere in JSON', async () => {
    const answer = await fetch(`${app.url}/api/nothing/here`)
    expect([answer.status, await answer.json()]).toEqual([404, { errors: [{ message: 'There is nothing at this address.' }] }])
    expect((await fetch(`${app.url}/api/media/file/nothing.png`)).status).toBe(404)
  })

  it('makes no pictures for links, with fonts from another server, for anybody who asks', async () => {
    expect((await fetch(`${app.url}/api/og?title=%F0%9F%98%80`)).status).toBe(400)
  })
})

describe('every kind of answer', () => {
  it.each(['/admin/login', '/admin/nothing/here', '/api/articles', '/api/nothing', '/feeds/rss.xml', '/nothing', '/favicon.ico'])('%s says what browsers must not do, and not what made it', async (path) => {
    const { headers } = await fetch(`${app.url}${path}`)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src '(self|none)'/)
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('X-Powered-By')).toBeNull()
    expect(headers.get('Server')).toBeNull()
  })
})

describe('a journalist in the admin UI', () => {
  const SECRET = 'nachtigall'
  let action: string
  let hidden: string
  let own: string
  let desk: Client & { token: string }
  let jonas: Client & { token: string }

  beforeAll(async () => {
    action = await serverActionOf(app.url)
    desk = await signInTo(app, app.admin)
    const login = { email: 'jonas@newsroom.test', password: 'a password for tests only', name: 'Jonas', roles: ['journalist'] }
    await desk.send('POST', '/api/users', login)
    jonas = await signInTo(app, login)
    hidden = (await draftArticle(desk, { headline: `${SECRET} headline` })).id
    own = (await draftArticle(jonas, { headline: 'His own' })).id
  })

  const odd: unknown[] = [undefined, null, '', 'nope', '__proto__', 'users', 'payload-jobs', 'api-clients', 7, true, [], ['articles'], {}, { relationTo: 'articles' }]
  /** Arguments that no page sends: one odd value in each place, and all of them at once. */
  const oddArguments = (): object[] => {
    const fit = { collectionSlug: 'articles', docID: own, id: own, schemaPath: 'articles', path: 'headline', query: { limit: 5 }, data: {}, operation: 'update', columns: [], docPermissions: { fields: true }, docPreferences: { fields: {} }, fromLocale: 'en', toLocale: 'en', valueToSlugify: 'x' }
    const places = ['collectionSlug', 'docID', 'id', 'schemaPath', 'query', 'data', 'columns', 'docPermissions', 'operation', 'path']
    const one = places.flatMap((place, at) => odd.filter((_, index) => (index + at) % 3 === 0).map((value) => ({ ...fit, [place]: value })))
    const all = odd.map((value) => Object.fromEntries(places.map((place) => [place, value])))
    return [{}, fit, { ...fit, docID: hidden, id: hidden }, { ...fit, parent: { collectionSlug: 'articles', id: hidden, joinPath: 'related' } }, { ...fit, globalSlug: 'x' }, { ...fit, query: { where: { headline: { like: SECRET } }, sort: 'source.text', page: -1 } }, ...one, ...all]
  }
  const NAMES = ['copy-data-from-locale', 'form-state', 'get-default-layout', 'get-folder-results-component-and-data', 'get-upcoming-scheduled-publish', 'render-document', 'render-document-slots', 'render-field', 'render-list', 'render-widget', 'schedule-publish', 'slugify', 'table-state']

  it.each(NAMES)('gets an answer or a refusal to %s, whatever the arguments (security A15)', { timeout: 300_000 }, async (name) => {
    const failed: unknown[] = []
    for (const args of oddArguments()) {
      const { status, text } = await callServer(app.url, action, { name, args }, { Cookie: `payload-token=${jonas.token}`, 'Sec-Fetch-Site': 'same-origin' })
      if (status >= 500 || text.includes(`${SECRET} headline`)) failed.push({ args, status, text: text.slice(0, 200) })
    }
    expect(failed).toEqual([])
    expect((await fetch(`${app.url}/api/health`)).status).toBe(200)
  })

  it('sees nothing of a hidden article in the versions of one that is related to it (security A6)', async () => {
    const related = (await draftArticle(desk, { headline: 'A mother', createdBy: undefined })).id
    await saveDraft(jonas, own, { standfirst: 'Once.' })
    await saveDraft(desk, own, { related: [hidden, related], standfirst: 'Twice.' })
    const { body } = await jonas.get<{ docs: { id: string }[] }>('/api/articles/versions', { where: { parent: { equals: own } }, sort: '-updatedAt' })
    const his = await openPage(browser, app, jonas.token)
    for (const { id } of body.docs) {
      await his.goto(`${app.url}/admin/collections/articles/${own}/versions/${id}`)
      await his.getByText('His own').first().waitFor()
      const html = await his.content()
      expect([html.includes(SECRET), html.includes(hidden), html.includes('A mother')]).toEqual([false, false, false])
    }
    expect(body.docs.length).toBeGreaterThan(1)
    await his.close()
  })
})

describe('a connection on which a form was refused in the middle', () => {
  it('answers the next request as well', async () => {
    const { token } = await signInTo(app, app.admin)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const form = `${'--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(5_000)}--X--\r\n`
    const send = (path: string) =>
      new Promise((resolve, reject) => {
        const headers = { Authorization: `JWT ${token}`, 'Content-Length': form.length, 'Content-Type': 'multipart/form-data; boundary=X' }
        const sent = request(`${app.url}${path}`, { agent, headers, method: 'POST' }, (answer) => {
          let text = ''
          answer.on('data', (piece: Buffer) => (text += piece.toString())).once('end', () => resolve({ status: answer.statusCode, isUnderstood: !text.includes('cannot be read') }))
        })
        sent.once('error', reject).end(form)
      })
    for (const path of ['/api/media', '/api/articles', '/api/import', '/api/articles', '/api/media']) expect(await send(path)).toEqual({ status: 400, isUnderstood: true })
    agent.destroy()
  })
})
