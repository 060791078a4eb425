import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { createAuthor, draftArticle } from '../helpers/articles'
import { openBrowser } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let admin: Client & { token: string }
let id: string

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  admin = await signInTo(app, app.admin)
  id = (await draftArticle(admin, { headline: 'Talks', dateline: { place: 'Seoul', date: '2027-03-01T00:00:00.000Z' } })).id
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function openIn(timezoneId: string): Promise<Page> {
  const context = await browser.newContext({ timezoneId, viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: 'payload-token', value: admin.token, url: app.url }])
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  await page.goto(`${app.url}/admin/collections/articles/${id}`)
  await page.locator('#next-steps').waitFor()
  return page
}

describe('the fields of an article', () => {
  it.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('show the day of the dateline, with its year, in a browser in %s (reports B12, editor F23)', async (zone) => {
    const page = await openIn(zone)
    await page.getByRole('button', { name: 'Dateline', exact: true }).click()
    expect(await page.locator('#field-dateline__date').inputValue()).toBe('2027-03-01')
    await page.context().close()
  })

  it('take a headline of any direction, and say what they are (editor F22, F24)', async () => {
    const page = await openIn('UTC')
    await page.locator('#field-headline[dir=auto]').waitFor()
    const names = await page.locator('[aria-label]').evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''))
    expect(names.filter((name) => name.includes('[object') || name.includes('{{'))).toEqual([])
    await page.context().close()
  })
})

describe('a form that the server refuses', () => {
  it('stays unsaved: its button works, and leaving asks (editor F1)', async () => {
    const person = { email: 'maria@newsroom.test', password: 'a password for tests only', name: 'Maria Okafor', roles: ['editor'] }
    const { body: made } = await admin.send<{ doc: { id: string } }>('POST', '/api/users', person)
    const { id: author } = await createAuthor(admin, { name: 'Jonas Lindqvist' })
    const page = await openPage(browser, app, (await signInTo(app, person)).token)
    await page.goto(`${app.url}/admin/collections/authors/${author}`)
    await page.locator('#field-name').fill('Jonas Lindqvist-Berg')
    await admin.send('PATCH', `/api/users/${made.doc.id}`, { roles: ['journalist'] })
    await page.locator('#action-save').click()
    await page.getByText('You are not allowed to perform this action.').first().waitFor()
    await page.locator('#action-save:not([disabled])').waitFor()
    await page.getByRole('link', { name: 'Authors' }).first().click()
    await page.getByText('Leave without saving').first().waitFor()
    await page.getByRole('button', { name: 'Stay on this page' }).click()
    await admin.send('PATCH', `/api/users/${made.doc.id}`, { roles: ['editor'] })
    await page.locator('#action-save').click()
    await page.locator('#action-save[disabled]').waitFor()
    const { body } = await admin.get<{ name: string }>(`/api/authors/${author}`)
    expect(body.name).toBe('Jonas Lindqvist-Berg')
    await page.context().close()
  })
})
