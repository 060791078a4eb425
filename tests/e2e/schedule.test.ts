import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { aBody, draftArticle, publishArticle } from '../helpers/articles'
import { openBrowser, screenshot } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'
import { houseCopy } from '../helpers/imports'
import { callServer, serverActionOf } from '../helpers/serverFunctions'

let app: RunningApp
let browser: Browser
let admin: Client & { token: string }
let jonas: Client & { token: string }
let page: Page
let action: string

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  admin = await signInTo(app, app.admin)
  const login = { email: 'jonas@newsroom.test', password: 'a password for tests only', name: 'Jonas', roles: ['journalist'] }
  await admin.send('POST', '/api/users', login)
  jonas = await signInTo(app, login)
  page = await openPage(browser, app, admin.token)
  // The first page of a server that has just started.
  page.setDefaultTimeout(60_000)
  action = await serverActionOf(app.url)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const SECRET = 'nachtigall'
const cookie = (token: string) => ({ Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'same-origin' })

/** Opens the form for scheduling in the panel of an article, and asks for tomorrow at noon there. */
async function scheduleTomorrow(id: string): Promise<void> {
  await page.goto(`${app.url}/admin/collections/articles/${id}`)
  await page.getByRole('button', { name: 'Schedule…' }).click()
  await page.getByLabel('When (UTC)').fill(`${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T12:00`)
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
}

describe('the form for scheduling', () => {
  it('says why it is refused, and does not call that a success', async () => {
    const section = (await admin.get<{ docs: { id: string }[] }>('/api/sections')).body.docs[0]?.id
    const { id } = await publishArticle(admin, { headline: 'Withdrawn', section })
    await admin.send('PATCH', `/api/articles/${id}`, { pubStatus: 'canceled', _status: 'published' })
    await scheduleTomorrow(id)
    await page.getByText('It is withdrawn: reinstate it first.').waitFor()
    await screenshot(page, 'schedule-refused')
    expect(await page.getByRole('button', { name: 'Cancel the schedule' }).count()).toBe(0)
  })

  it('schedules in place, shows when everywhere on the page, and takes it off again (editor F25)', async () => {
    const { id } = await draftArticle(admin, { headline: 'Tomorrow' })
    await scheduleTomorrow(id)
    await page.locator('[data-visibility=scheduled]', { hasText: /Scheduled · from .*12:00 PM/ }).nth(1).waitFor()
    await screenshot(page, 'schedule-waiting')
    await page.getByRole('button', { name: 'Cancel the schedule' }).click()
    await page.locator('[data-visibility=draft]').nth(1).waitFor()
  })
})

it('a time that clocks skip is shown as the one at which it will happen', async () => {
  const there = await startApp({ NEWSROOM_TIMEZONE: 'Europe/Berlin' })
  try {
    const desk = await signInTo(there, there.admin)
    const { id } = await draftArticle(desk, { headline: 'While the clocks go forward' })
    const berlin = await openPage(browser, there, desk.token)
    berlin.setDefaultTimeout(60_000)
    await berlin.goto(`${there.url}/admin/collections/articles/${id}`)
    await berlin.getByRole('button', { name: 'Schedule…' }).click()
    const when = berlin.getByLabel('When (Europe/Berlin)')
    await when.fill('2027-03-28T02:30')
    await when.blur()
    expect(await when.inputValue()).toBe('2027-03-28T03:30')
    await berlin.getByRole('button', { name: 'Schedule', exact: true }).click()
    await berlin.getByRole('listitem').filter({ hasText: /Publish · .*3:30 AM/ }).waitFor()
    const { body } = await desk.get<{ schedules: unknown[] }>(`/api/articles/${id}/visibility`)
    expect(body.schedules).toEqual([{ type: 'publish', at: '2027-03-28T01:30:00.000Z' }])
  } finally {
    await there.stop()
  }
})

it('a slash at the end of an address is no obstacle to its redirect', async () => {
  await admin.send('POST', '/api/redirects', { from: '/2011/old/', to: { type: 'custom', url: '/tags' } })
  const { headers, status } = await fetch(`${app.url}/2011/old/`, { redirect: 'manual' })
  const second = await fetch(new URL(String(headers.get('Location')), app.url), { redirect: 'manual' })
  expect([status, second.status, second.headers.get('Location')]).toEqual([308, 301, '/tags'])
})

describe('what the admin UI calls on the server', () => {
  let id: string
  /** A draft with an original copy, that nobody signs who has a login. */
  let imported: string
  let jonasId: string
  /** What somebody sends who says that a draft is his own. */
  const claims = () => ({ id: imported, createdBy: jonasId, bylines: [], note: '', source: { guid: '' } })
  const calls = (): { name: string; args: object }[] => [
    { name: 'render-document', args: { collectionSlug: 'articles', docID: id, redirectAfterDelete: false, redirectAfterDuplicate: false } },
    { name: 'render-document-slots', args: { collectionSlug: 'articles', id } },
    { name: 'render-list', args: { collectionSlug: 'articles', query: { limit: 50 } } },
    { name: 'render-list', args: { collectionSlug: 'users', query: { limit: 50 } } },
    { name: 'table-state', args: { collectionSlug: 'articles', columns: [], query: { limit: 50, where: { headline: { like: SECRET } } } } },
    { name: 'form-state', args: { collectionSlug: 'articles', id, data: {}, schemaPath: 'articles', operation: 'update', returnLockStatus: true, docPermissions: { fields: true } } },
    { name: 'form-state', args: { collectionSlug: 'articles', id: imported, data: claims(), schemaPath: 'articles', operation: 'update', renderAllFields: true, docPermissions: { fields: true }, docPreferences: { fields: {} } } },
    { name: 'render-document', args: { collectionSlug: 'articles', docID: imported, initialData: claims(), redirectAfterDelete: false, redirectAfterDuplicate: false } },
    { name: 'render-document-slots', args: { collectionSlug: 'articles', id: imported, data: claims() } },
    { name: 'table-state', args: { collectionSlug: 'articles', columns: [{ accessor: 'source', active: true }, { accessor: 'note', active: true }], data: [claims()], query: { limit: 50 } } },
    { name: 'get-default-layout', args: {} },
    { name: 'get-upcoming-scheduled-publish', args: { collectionSlug: 'articles', id } },
    { name: 'schedule-publish', args: { type: 'publish', date: new Date(Date.now() + 86_400_000), doc: { relationTo: 'articles', value: id } } },
    { name: 'copy-data-from-locale', args: { collectionSlug: 'articles', docID: id, fromLocale: 'en', toLocale: 'en' } },
  ]
  const nothingHappened = async () => {
    expect((await admin.get<{ docs: { kind: string }[] }>('/api/article-events', { where: { article: { equals: id } } })).body.docs).toEqual([])
    expect((await admin.get<{ docs: unknown[] }>('/api/payload-locked-documents', { where: { 'document.value': { equals: id } } })).body.docs).toEqual([])
  }

  beforeAll(async () => {
    id = (await draftArticle(admin, { headline: `${SECRET} headline`, standfirst: SECRET, body: aBody(SECRET) })).id
    const { body } = await admin.sendBody<{ reports: { article?: { id: string } }[] }>('/api/import', houseCopy({ headline: `${SECRET} import`, body: [SECRET] }))
    imported = body.reports[0]?.article?.id ?? ''
    jonasId = (await jonas.get<{ user: { id: string } }>('/api/users/me')).body.user.id
  })

  it.each(['a stranger', 'somebody with a forged login'])('tells %s nothing, and does nothing', async (who) => {
    for (const call of calls()) {
      const { status, text } = await callServer(app.url, action, call, who === 'a stranger' ? {} : cookie('nope'))
      expect(status, call.name).toBe(call.name === 'form-state' ? 200 : 404)
      expect(text, call.name).toMatch(/E\{"digest":"NEXT_HTTP_ERROR_FALLBACK;404"|"Unauthorized, /)
      expect(text, call.name).not.toContain(SECRET)
    }
    await nothingHappened()
  })

  it.each<[string, { headers: Record<string, string>; body: string }]>([
    ['is no JSON', { headers: { 'Content-Type': 'text/plain' }, body: '{' }],
    ['refers to what it does not hold', { headers: { 'Content-Type': 'text/plain' }, body: '["$F99"]' }],
    ['names nothing', { headers: { 'Content-Type': 'text/plain' }, body: '[]' }],
    ['names what every object has', { headers: { 'Content-Type': 'text/plain' }, body: '[{"name":"constructor","args":{}}]' }],
    ['names what there is not', { headers: { 'Content-Type': 'text/plain' }, body: '[{"name":"nope","args":{}}]' }],
    ['is a form that ends too early', { headers: { 'Content-Type': 'multipart/form-data; boundary=b' }, body: '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n[' }],
    ['is a form without a boundary', { headers: { 'Content-Type': 'multipart/form-data' }, body: 'x' }],
  ])('refuses a call that %s, whoever sends it', async (_what, { body, headers }) => {
    const send = (more: Record<string, string>) => fetch(`${app.url}/admin`, { method: 'POST', headers: { Origin: app.url, ...headers, ...more }, body, redirect: 'manual' })
    const calling: Record<string, string> = { 'Next-Action': action }
    for (const login of [{}, cookie(admin.token)]) {
      for (const named of [calling, {}]) {
        const response = await send({ ...named, ...login })
        expect(response.status).toBeLessThan(500)
        expect(await response.text()).not.toContain('node_modules')
      }
    }
    const unknown = await send({ 'Next-Action': '0'.repeat(42) })
    expect(unknown.status).toBe(409)
  })

  it('tells a journalist nothing of another’s article, and does nothing with it', async () => {
    for (const call of calls()) {
      const { text } = await callServer(app.url, action, call, cookie(jonas.token))
      expect([call.name, text.replaceAll(`"like":"${SECRET}"`, '').includes(SECRET)]).toEqual([call.name, false])
    }
    await nothingHappened()
  })

  it('tells an editor', async () => {
    const told = []
    for (const call of calls().filter(({ name }) => name === 'render-document')) told.push((await callServer(app.url, action, call, cookie(admin.token))).text.includes(SECRET))
    expect(told).toEqual([true, true])
  })
})
