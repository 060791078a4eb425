import { afterAll, beforeAll, expect, it } from 'vitest'
import { ARTICLES, formIsReady, openFormPage } from '../helpers/articleForm'
import type { FormPage } from '../helpers/articleForm'
import { createAuthor, draftArticle } from '../helpers/articles'
import { openPage, signInTo } from '../helpers/deskPages'

let app: FormPage['app']
let browser: FormPage['browser']
let page: FormPage['page']
let editor: FormPage['editor']
let form: FormPage['form']
let close: FormPage['close']

beforeAll(async () => {
  ;({ app, browser, page, editor, form, close } = await openFormPage())
})
afterAll(() => close())

it('offers again what was typed when the page is left before it was saved (editor F3)', async () => {
  const id = await form.open('The tab is closed')
  await form.refuseSaves(503)
  await form.type('Only in this browser.')
  await form.state('unsaved').waitFor()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.unroute(ARTICLES)
  await page.getByRole('button', { name: 'Restore' }).click()
  await form.isStored(id, 'Only in this browser.')
  await form.state('saved').waitFor()
})

it('does not offer in a second tab what the first has open, and offers it once that is closed (editor F3)', async () => {
  const id = await form.open('In two tabs')
  await form.refuseSaves(503)
  await form.type('Still being typed.')
  await form.state('unsaved').waitFor()
  const second = await page.context().newPage()
  await second.goto(form.addressOf(id))
  await second.locator('[data-saving="saved"]').waitFor()
  await second.locator('#field-headline').focus()
  expect(await second.getByRole('button', { name: 'Restore' }).isVisible()).toBe(false)
  page.once('dialog', (dialog) => void dialog.accept())
  await page.goto(`${app.url}/admin/account`, { waitUntil: 'commit' })
  await page.unroute(ARTICLES)
  await second.getByRole('button', { name: 'Restore' }).click()
  await form.isStored(id, 'Still being typed.')
  await second.close()
})

it('says when the browser has no room for a copy (editor F3)', async () => {
  await form.open('No room')
  await page.evaluate(() => {
    for (let length = 4_000_000; length > 0; length = Math.floor(length / 2)) {
      try {
        localStorage.setItem(`filler${length}`, 'x'.repeat(length))
      } catch {
        // A smaller one may fit.
      }
    }
  })
  await form.refuseSaves(503)
  await form.type('Nowhere but here.')
  await page.getByRole('alert').getByText('This browser cannot keep a copy.').waitFor()
  await page.evaluate(() => localStorage.clear())
  await page.unroute(ARTICLES)
  await page.getByRole('button', { name: 'Try again' }).click()
  await form.state('saved').waitFor()
})

it('saves where the browser forbids copies (editor F3)', async () => {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'payload-token', value: editor.token, url: app.url }])
  await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('Forbidden', 'SecurityError') } }))
  const strict = await context.newPage()
  const { id } = await draftArticle(editor, { headline: 'Copies are forbidden' })
  await strict.goto(form.addressOf(id))
  await formIsReady(strict)
  await strict.locator('#field-standfirst').fill('Saved without a copy.')
  await form.isStored(id, 'Saved without a copy.')
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
  await desk.goto(form.addressOf(id))
  await formIsReady(desk)
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
  await page.route(form.addressOf(id), async (route) => {
    const answer = await route.fetch()
    markup = await answer.text()
    await route.fulfill({ response: answer, body: markup })
  })
  await form.refuseSaves(503)
  // The page counts as loaded once all its parts are.
  await page.goto(form.addressOf(id), { waitUntil: 'commit' })
  await formIsReady(page)
  await form.type('Typed in the first moments.')
  await form.state('unsaved').waitFor()
  hasTyped()
  await page.getByRole('alert').getByText('Part of this page did not load').waitFor()
  await page.unroute('**/_next/static/chunks/**')
  await page.unroute(form.addressOf(id))
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.unroute(ARTICLES)
  await form.isStored(id, 'Typed in the first moments.')
})
