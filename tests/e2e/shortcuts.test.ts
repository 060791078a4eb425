import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { aBody, byTheDesk, createSection, draftArticle } from '../helpers/articles'
import type { ArticleAnswer } from '../helpers/articles'
import { seriousFaults } from '../helpers/axe'
import { openBrowser, screenshot } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let admin: Client
let page: Page
let id: string

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  const login = { email: 'maria@newsroom.test', password: 'a password for tests only' }
  const ada = await signInTo(app, app.admin)
  admin = ada
  await admin.send('POST', '/api/users', { ...login, name: 'Maria Okafor', roles: ['editor'] })
  page = await openPage(browser, app, (await signInTo(app, login)).token)
  const section = (await createSection(admin, 'Harbour')).id
  id = (await draftArticle(admin, { headline: 'The port', section, bylines: await byTheDesk(admin), stage: 'in-review', body: aBody('It is deep.') })).id
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const panel = () => page.getByRole('region', { name: 'How far it is' })
const help = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const article = async () => (await admin.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true, depth: 0 })).body

describe('the keys of the desk', () => {
  it('are shown by the question mark, and put away by Escape', async () => {
    await page.goto(`${app.url}/admin`)
    // The page has come to life: the tour is not in what the server sends.
    await page.locator('[data-tour]').waitFor()
    await page.keyboard.press('?')
    await help().getByText('Take the next step').waitFor()
    expect(await seriousFaults(page, 'dialog[open]')).toEqual([])
    await screenshot(page, 'shortcuts')
    await page.keyboard.press('Escape')
    await help().waitFor({ state: 'hidden' })
  })
})

describe('the keys of an article', () => {
  it('are shown by their button, while a question mark in the text is one', async () => {
    await page.goto(`${app.url}/admin/collections/articles/${id}`)
    await panel().getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await help().getByRole('button', { name: 'Close' }).press('Enter')
    await help().waitFor({ state: 'hidden' })
    await page.getByText('It is deep.').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Is it?')
    expect(await help().count()).toBe(0)
  })

  it('take it the next step, with what was typed and no new line', async () => {
    await page.keyboard.press('Control+Enter')
    await panel().getByText('Ready', { exact: true }).waitFor()
    expect(await article()).toMatchObject({ stage: 'ready', wordCount: 5, _status: 'draft' })
    expect(await page.locator('.ContentEditable__root > p').count()).toBe(1)
  })

  it('ask before they publish, and do so when it is confirmed', async () => {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').getByText('Readers will have it on their next visit.').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    expect((await article())._status).toBe('draft')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await panel().getByText('Published', { exact: true }).waitFor()
    expect((await article())._status).toBe('published')
  })

  it('say who made it by name, to editors who may not read logins', async () => {
    const { body } = await admin.get<{ user: { name: string } }>('/api/users/me')
    expect(await page.locator('#field-createdBy').inputValue()).toBe(body.user.name)
  })
})

describe('axe', () => {
  it.each(['en', 'ar'])('finds no serious fault on the desk and where one signs in: %s', async (language) => {
    const lng = { name: 'payload-lng', value: language, url: app.url }
    await page.context().addCookies([lng])
    await page.goto(`${app.url}/admin`)
    await page.locator('[data-column]').first().waitFor()
    expect(await seriousFaults(page)).toEqual([])
    const stranger = await browser.newContext()
    await stranger.addCookies([lng])
    const login = await stranger.newPage()
    await login.goto(`${app.url}/admin/login`)
    await login.locator('input[name=email]').waitFor()
    expect(await seriousFaults(login)).toEqual([])
    await stranger.close()
  })
})
