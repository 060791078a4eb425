import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { openBrowser, signInByForm } from '../helpers/browser'
import { client, reader } from '../helpers/client'
import type { Client } from '../helpers/client'
import { draftArticle } from '../helpers/articles'

type Stored = { headline?: string; standfirst?: string; stage?: string }

let app: RunningApp
let browser: Browser
let page: Page
let editor: Client

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  await signInByForm(page, app)
  const { body } = await reader(app.url).send<{ token: string }>('POST', '/api/users/login', app.admin)
  editor = client(app.url, { Authorization: `JWT ${body.token}` })
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const stored = async (id: string) => (await editor.get<Stored>(`/api/articles/${id}`, { draft: true })).body
const standfirst = () => page.locator('#field-standfirst')
const state = (kind: string) => page.locator(`[data-saving="${kind}"]`)

async function open(headline: string): Promise<string> {
  const { id } = await draftArticle(editor, { headline })
  await page.goto(`${app.url}/admin/collections/articles/${id}`)
  await page.locator('form[data-form-ready="true"]').first().waitFor()
  await state('saved').waitFor()
  return id
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
