import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { openBrowser, signInByForm } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { aBody, createAuthor, createSection, draftArticle, publishArticle } from '../helpers/articles'
import { openPage, signInTo } from '../helpers/deskPages'

type Stored = { headline?: string; standfirst?: string; stage?: string; section?: string }

let app: RunningApp
let browser: Browser
let page: Page
let editor: Client
let token: string

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await signInByForm(page, app)
  const signedIn = await signInTo(app, app.admin)
  editor = signedIn
  token = signedIn.token
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const stored = async (id: string) => (await editor.get<Stored>(`/api/articles/${id}`, { draft: true })).body
const standfirst = () => page.locator('#field-standfirst')
const state = (kind: string) => page.locator(`[data-saving="${kind}"]`)

const addressOf = (id: string) => `${app.url}/admin/collections/articles/${id}`
const isSave = (route: Route) => route.request().method() === 'PATCH'
const ARTICLES = '**/api/articles/**'

async function openStory(id: string): Promise<string> {
  await page.goto(addressOf(id))
  await page.locator('form[data-form-ready="true"]').first().waitFor()
  await state('saved').waitFor()
  return id
}

async function open(headline: string, data: object = {}): Promise<string> {
  return openStory((await draftArticle(editor, { headline, ...data })).id)
}

/** Every save is answered so until the way is clear again. */
async function refuseSaves(status: number): Promise<void> {
  await page.route(ARTICLES, (route) => (isSave(route) ? route.fulfill({ status, body: '{}' }) : route.continue()))
}

async function type(words: string): Promise<void> {
  await standfirst().click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

async function isStored(id: string, words: string): Promise<void> {
  await expect.poll(async () => (await stored(id)).standfirst, { timeout: 60_000 }).toBe(words)
}

it('saves what is typed after a colleague has moved the article on, and shows the move (editor F1)', async () => {
  const id = await open('Moved on elsewhere')
  await type('Before.')
  await isStored(id, 'Before.')
  expect((await editor.send('PATCH', `/api/articles/${id}`, { stage: 'in-review' }, { draft: true })).status).toBe(200)
  await type(' After.')
  await isStored(id, 'Before. After.')
  await state('saved').waitFor()
  await page.getByRole('region', { name: 'How far it is' }).getByText('In review').first().waitFor()
  expect((await stored(id)).stage).toBe('in-review')
})

it('says that it is not saved while the server is away, and saves by itself when it is back (editor F3, reports B3)', async () => {
  const id = await open('The server goes away')
  await page.route('**/api/articles/**', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()))
  await type('Typed offline.')
  await page.getByRole('alert').getByText('Not saved.').waitFor()
  expect((await stored(id)).standfirst ?? '').toBe('')
  await page.unroute('**/api/articles/**')
  await isStored(id, 'Typed offline.')
  await state('saved').waitFor()
})

it('offers again what was typed when the page is left before it was saved (editor F3)', async () => {
  const id = await open('The tab is closed')
  await page.route('**/api/articles/**', (route) => (route.request().method() === 'PATCH' ? route.fulfill({ status: 503, body: '{}' }) : route.continue()))
  await type('Only in this browser.')
  await state('unsaved').waitFor()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.unroute('**/api/articles/**')
  await page.getByRole('button', { name: 'Restore' }).click()
  await isStored(id, 'Only in this browser.')
  await state('saved').waitFor()
})

it('tells who changed the same field, and keeps what was typed until somebody chooses (editor F1)', async () => {
  const id = await open('Both at once')
  let isChanged = false
  await page.route('**/api/articles/**', async (route) => {
    if (route.request().method() === 'PATCH' && !isChanged) {
      isChanged = true
      await editor.send('PATCH', `/api/articles/${id}`, { standfirst: 'Theirs.' }, { draft: true })
    }
    await route.continue()
  })
  await type('Mine.')
  await page.getByText('Somebody else changed the same part').waitFor()
  expect(await standfirst().inputValue()).toBe('Mine.')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await isStored(id, 'Mine.')
  await state('saved').waitFor()
})

it('keeps the text when the session ends, and saves it after signing in on the page (editor F12, reports B13)', async () => {
  const id = await open('Signed out')
  await page.context().clearCookies()
  await type('Typed after the end.')
  await page.getByText('You are signed out').waitFor()
  expect(await standfirst().inputValue()).toBe('Typed after the end.')
  await page.getByLabel('Password', { exact: true }).fill(app.admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await isStored(id, 'Typed after the end.')
  await state('saved').waitFor()
})

it('does not offer in a second tab what the first has open, and offers it once that is closed (editor F3)', async () => {
  const id = await open('In two tabs')
  await refuseSaves(503)
  await type('Still being typed.')
  await state('unsaved').waitFor()
  const second = await page.context().newPage()
  await second.goto(addressOf(id))
  await second.locator('[data-saving="saved"]').waitFor()
  await second.locator('#field-headline').focus()
  expect(await second.getByRole('button', { name: 'Restore' }).isVisible()).toBe(false)
  page.once('dialog', (dialog) => void dialog.accept())
  await page.goto(`${app.url}/admin/account`, { waitUntil: 'commit' })
  await page.unroute(ARTICLES)
  await second.getByRole('button', { name: 'Restore' }).click()
  await isStored(id, 'Still being typed.')
  await second.close()
})

it('stores the other fields when one is refused, and says which and why (editor F1)', async () => {
  const section = await createSection(editor, 'Soon gone')
  const id = await open('One field refused')
  await page.route(ARTICLES, async (route) => {
    if (isSave(route) && (route.request().postData() ?? '').includes(section.id)) await editor.send('DELETE', `/api/sections/${section.id}`)
    await route.continue()
  })
  await page.locator('#field-section input').first().click()
  await page.getByText('Soon gone', { exact: true }).first().click()
  await type('Stored all the same.')
  await page.getByRole('alert').getByText(`section: there is no document ${section.id}`).waitFor()
  await isStored(id, 'Stored all the same.')
  await type(' And more.')
  await isStored(id, 'Stored all the same. And more.')
  expect(await page.getByRole('alert').getByText('The server refused the change.').isVisible()).toBe(true)
  await page.unroute(ARTICLES)
})

it('does not publish over a change that the page does not show, says so until it is read, and shows it (editor F1)', async () => {
  const section = await createSection(editor, 'Stale')
  const author = await createAuthor(editor, { name: 'Pia Publisher' })
  const id = await open('Published from a stale page', { section: section.id, bylines: [{ author: author.id, role: 'reporter' }], body: aBody('Ready.') })
  let isChanged = false
  await page.route(ARTICLES, async (route) => {
    if (isSave(route) && !route.request().url().includes('autosave') && !isChanged) {
      isChanged = true
      await editor.send('PATCH', `/api/articles/${id}`, { headline: 'Changed by a colleague' }, { draft: true })
    }
    await route.continue()
  })
  await type('Typed just before.')
  await page.locator('#next-steps').getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('alert').getByText('Not done: the article changed since you opened it.').waitFor()
  await expect.poll(() => page.locator('#field-headline').inputValue()).toBe('Changed by a colleague')
  expect((await stored(id)).standfirst).toBe('Typed just before.')
  await page.unroute(ARTICLES)
  await page.locator('#next-steps').getByRole('button', { name: 'Publish' }).click()
  await expect.poll(async () => (await editor.get<{ _status: string; standfirst: string }>(`/api/articles/${id}`)).body).toMatchObject({ _status: 'published', standfirst: 'Typed just before.' })
  expect(await page.getByText('Not done:').isVisible()).toBe(false)
})

it('says when the browser has no room for a copy (editor F3)', async () => {
  await open('No room')
  await page.evaluate(() => {
    for (let length = 4_000_000; length > 0; length = Math.floor(length / 2)) {
      try {
        localStorage.setItem(`filler${length}`, 'x'.repeat(length))
      } catch {
        // A smaller one may fit.
      }
    }
  })
  await refuseSaves(503)
  await type('Nowhere but here.')
  await page.getByRole('alert').getByText('This browser cannot keep a copy.').waitFor()
  await page.evaluate(() => localStorage.clear())
  await page.unroute(ARTICLES)
  await page.getByRole('button', { name: 'Try again' }).click()
  await state('saved').waitFor()
})

it('saves where the browser forbids copies (editor F3)', async () => {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'payload-token', value: token, url: app.url }])
  await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('Forbidden', 'SecurityError') } }))
  const strict = await context.newPage()
  const { id } = await draftArticle(editor, { headline: 'Copies are forbidden' })
  await strict.goto(addressOf(id))
  await strict.locator('form[data-form-ready="true"]').first().waitFor()
  await strict.locator('#field-standfirst').fill('Saved without a copy.')
  await isStored(id, 'Saved without a copy.')
  await context.close()
})

it('keeps what a journalist types into a story that has gone to the desk, and says so (editor F2)', async () => {
  const author = await createAuthor(editor, { name: 'Jo Late' })
  const login = { email: 'jo@newsroom.test', password: 'a password for tests only' }
  await editor.send('POST', '/api/users', { ...login, name: 'Jo Late', roles: ['journalist'], author: author.id })
  const jo = await signInTo(app, login)
  const { id } = await draftArticle(jo, { headline: 'Gone to the desk', bylines: [{ author: author.id, role: 'reporter' }] })
  const desk = await openPage(browser, app, jo.token)
  // The page has not heard of the step yet.
  await desk.route('**/visibility*', (route) => route.abort())
  await desk.goto(addressOf(id))
  await desk.locator('form[data-form-ready="true"]').first().waitFor()
  expect((await editor.send('PATCH', `/api/articles/${id}`, { stage: 'in-review' }, { draft: true })).status).toBe(200)
  await desk.locator('#field-standfirst').fill('Typed too late.')
  const told = desk.getByRole('alert').filter({ hasText: 'In review: an editor is working on it' })
  await told.getByText('Your text is kept in this browser.').waitFor()
  expect(await desk.locator('#field-standfirst').inputValue()).toBe('Typed too late.')
  desk.once('dialog', (dialog) => void dialog.accept())
  await desk.reload()
  await desk.getByRole('region', { name: 'This browser has text of yours' }).waitFor()
  await desk.context().close()
})

it('keeps what is typed when the page takes up a withdrawal (editor F1)', async () => {
  const section = await createSection(editor, 'Withdrawn')
  const { id } = await publishArticle(editor, { headline: 'Withdrawn meanwhile', section: section.id })
  await openStory(id)
  await refuseSaves(503)
  await type('Not stored yet.')
  await state('unsaved').waitFor()
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  await page.getByRole('button', { name: 'Withdraw now' }).click()
  await expect.poll(async () => (await editor.get<{ pubStatus: string }>(`/api/articles/${id}`, { draft: true })).body.pubStatus).toBe('canceled')
  await page.getByRole('region', { name: 'How far it is' }).getByText('Withdrawn').first().waitFor()
  expect(await standfirst().inputValue()).toBe('Not stored yet.')
  // The page tries again by itself.
  await page.unroute(ARTICLES)
  await isStored(id, 'Not stored yet.')
})

it('says what happened when a part of the page cannot be loaded, and offers what was typed (reports B3)', async () => {
  const { id } = await draftArticle(editor, { headline: 'Half a page' })
  let markup = ''
  let hasTyped: () => void = () => undefined
  const typed = new Promise<undefined>((resolve) => (hasTyped = () => resolve(undefined)))
  await page.route('**/_next/static/chunks/**', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    // What the markup does not name is loaded after the page.
    if (markup.includes(name)) return route.continue()
    await typed
    await route.abort('internetdisconnected')
  })
  await page.route(addressOf(id), async (route) => {
    const answer = await route.fetch()
    markup = await answer.text()
    await route.fulfill({ response: answer, body: markup })
  })
  await refuseSaves(503)
  // The page counts as loaded once all its parts are.
  await page.goto(addressOf(id), { waitUntil: 'commit' })
  await page.locator('form[data-form-ready="true"]').first().waitFor()
  await type('Typed in the first moments.')
  await state('unsaved').waitFor()
  hasTyped()
  await page.getByRole('alert').getByText('Part of this page did not load').waitFor()
  await page.unroute('**/_next/static/chunks/**')
  await page.unroute(addressOf(id))
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.unroute(ARTICLES)
  await isStored(id, 'Typed in the first moments.')
})

it('keeps the form when what it asks of the server fails (reports B3)', async () => {
  const id = await open('Functions fail')
  const isFunction = (route: Route) => route.request().method() === 'POST'
  await page.route('**/admin/**', (route) => (isFunction(route) ? route.abort() : route.continue()))
  await type('While functions are cut.')
  await isStored(id, 'While functions are cut.')
  await page.unroute('**/admin/**')
  await page.route('**/admin/**', (route) => (isFunction(route) ? route.fulfill({ status: 503, body: 'No.' }) : route.continue()))
  await type(' And answered 503.')
  await isStored(id, 'While functions are cut. And answered 503.')
  expect(await standfirst().inputValue()).toBe('While functions are cut. And answered 503.')
  await page.unroute('**/admin/**')
})
