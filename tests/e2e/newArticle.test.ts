import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import type { ArticleAnswer } from '../helpers/articles'
import { openBrowser } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let page: Page
let editor: Client

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  const signedIn = await signInTo(app, app.admin)
  editor = signedIn
  page = await openPage(browser, app, signedIn.token)
  // The first page of a server that has just started may take long.
  page.context().setDefaultTimeout(60_000)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const PATIENT = { timeout: 60_000 }

const headline = () => page.getByLabel('Headline')
const stored = async () => (await editor.get<{ docs: ArticleAnswer[] }>('/api/articles', { draft: true, depth: 0, limit: 100 })).body.docs
const onlyNew = async () => (await stored()).filter(({ slug }) => slug !== 'lavrov-north-korea')

describe('a new article', () => {
  it('has the cursor in its headline, and is not stored before there is a word (editor F16)', async () => {
    await page.goto(`${app.url}/admin`)
    await page.getByRole('link', { name: 'New article' }).click()
    await page.waitForURL('**/articles/create')
    await headline().waitFor()
    await expect.poll(() => headline().evaluate((each) => each === document.activeElement), PATIENT).toBe(true)
    await page.keyboard.type('   ')
    await page.keyboard.press('Enter')
    await page.goBack()
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor()
    await page.goto(`${app.url}/admin/collections/articles`)
    await page.getByRole('link', { name: 'Create new' }).click()
    await headline().waitFor()
    await page.goBack()
    expect(await onlyNew()).toEqual([])
  })

  it('is stored with its first words, and keeps those that are typed meanwhile (editor F16)', async () => {
    await page.goto(`${app.url}/admin/collections/articles/create`)
    await headline().waitFor()
    // The page of the stored article comes late, and typing goes on.
    await page.route('**/admin/collections/articles/*', async (route) => {
      await page.keyboard.type(' while it loads')
      await route.continue()
    }, { times: 1 })
    await page.keyboard.type('Ferry resumes')
    await page.waitForURL(/articles\/(?!create)[^/]+$/)
    const field = page.locator('#field-headline')
    await field.waitFor()
    await expect.poll(() => field.inputValue(), PATIENT).toBe('Ferry resumes while it loads')
    await expect.poll(() => field.evaluate((each) => each === document.activeElement), PATIENT).toBe(true)
    await page.keyboard.type(' again')
    await expect.poll(async () => (await onlyNew()).map((each) => each.headline), PATIENT).toEqual(['Ferry resumes while it loads again'])
  })

  it('stores the article at Enter (editor F16)', async () => {
    await page.goto(`${app.url}/admin/collections/articles/create`)
    await headline().waitFor()
    await page.keyboard.type('Port opens')
    await page.keyboard.press('Enter')
    await page.waitForURL(/articles\/(?!create)[^/]+$/)
    expect((await onlyNew()).map((each) => each.headline)).toContain('Port opens')
  })

  it('says when it cannot be stored, keeps the words over a reload, and stores them later (editor F16)', async () => {
    await page.route('**/api/articles?**', (route) => route.fulfill({ status: 503, body: '{}' }))
    await page.goto(`${app.url}/admin/collections/articles/create`)
    await headline().waitFor()
    await page.keyboard.type('Storm closes port')
    await page.getByRole('alert').getByText('Not saved.').waitFor()
    await page.reload()
    await headline().waitFor()
    await expect.poll(() => headline().inputValue(), PATIENT).toBe('Storm closes port')
    await page.getByRole('alert').getByText('Not saved.').waitFor()
    await page.unroute('**/api/articles?**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.waitForURL(/articles\/(?!create)[^/]+$/)
    expect((await onlyNew()).map((each) => each.headline)).toContain('Storm closes port')
  })
})

describe('a forgotten password', () => {
  it('is given by an administrator where no mail is sent: there is no form that cannot work (editor F8)', async () => {
    const stranger = await browser.newPage()
    await stranger.goto(`${app.url}/admin/login`)
    await stranger.getByRole('link', { name: /forgot/i }).click()
    await stranger.getByText('Ask an administrator for a new password.').waitFor()
    await stranger.getByText('npm run password').waitFor()
    expect(await stranger.locator('input').count()).toBe(0)
    await stranger.getByRole('link', { name: 'Back to sign in' }).click()
    await stranger.locator('input[name=email]').waitFor()
    await stranger.close()
  })
})
