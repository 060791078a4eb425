import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { createAuthor, draftArticle } from '../helpers/articles'
import { openBrowser } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'

/** A save takes as long as the machine takes. */
const PATIENCE = { timeout: 30_000 }

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
    await expect.poll(async () => (await admin.get(`/api/authors/${author}`)).body, PATIENCE).toMatchObject({ name: 'Jonas Lindqvist-Berg' })
    await page.locator('#action-save[disabled]').waitFor()
    await page.context().close()
  })
})

describe('a form that was opened before somebody else saved', () => {
  it.each([
    ['sections', 'name', { description: 'What parliaments decide.' }],
    ['tags', 'name', { mediaTopic: 'medtop:11000000' }],
    ['authors', 'name', { jobTitle: 'Correspondent' }],
  ] as const)('is refused, so that both changes are there in the end: %s (editor F1)', async (collection, field, other) => {
    const page = await openPage(browser, app, (await signInTo(app, app.admin)).token)
    const { body } = await admin.send<{ doc: { id: string } }>('POST', `/api/${collection}`, { name: `Of ${collection}` })
    const { id } = body.doc
    const path = `/api/${collection}/${id}`
    await page.goto(`${app.url}/admin/collections/${collection}/${id}`)
    await page.locator(`#field-${field}`).fill('As I name it')
    expect((await admin.send('PATCH', path, other)).status).toBe(200)
    await page.locator('#action-save').click()
    await page.getByText('This was saved since you opened it.').first().waitFor()
    expect((await admin.get(path)).body).toMatchObject(other)
    await page.locator('#action-save:not([disabled])').waitFor()
    expect(await page.locator(`#field-${field}`).inputValue()).toBe('As I name it')

    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    // Filled before the form is its own, an input would be emptied again.
    await page.locator('#action-save[disabled]').waitFor()
    await page.waitForLoadState('networkidle')
    for (const words of ['As I name it', 'As I name it now']) {
      await page.locator(`#field-${field}`).fill(words)
      await page.locator('#action-save').click()
      await expect.poll(async () => (await admin.get(path)).body, PATIENCE).toMatchObject({ ...other, [field]: words })
      await page.locator('#action-save[disabled]').waitFor()
    }
    await page.context().close()
  })
})
