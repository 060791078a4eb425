import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { seriousFaults } from '../helpers/axe'
import { openBrowser, screenshot } from '../helpers/browser'
import { openPage, signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let page: Page

const password = 'a password for tests only'
const people = {
  editor: { email: 'editor@newsroom.test', password, name: 'New editor', roles: ['editor'] },
  journalist: { email: 'journalist@newsroom.test', password, name: 'New journalist', roles: ['journalist'] },
}

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  const admin = await signInTo(app, app.admin)
  for (const person of Object.values(people)) await admin.send('POST', '/api/users', person)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

/** A browser that knows nothing of earlier visits, on the desk. */
async function signIn(who: keyof typeof people, theme: 'dark' | 'light' = 'light'): Promise<Page> {
  const opened = await openPage(browser, app, (await signInTo(app, people[who])).token, theme)
  // The first page of a server that has just started may take long.
  opened.context().setDefaultTimeout(60_000)
  await openDesk(opened)
  return opened
}

/** Opens the desk, and waits until what is kept of the tour is known, and shown: the desk has been read again since. */
async function openDesk(where: Page): Promise<void> {
  const known = where.waitForResponse(/\/api\/payload-preferences\/tour/)
  await where.goto(`${app.url}/admin`)
  await known
  await where.waitForResponse(/\/api\/desk\?/)
}

const kept = (where: Page) => where.waitForResponse((response) => response.url().endsWith('/payload-preferences/tour') && response.request().method() === 'POST')
const step = (where: Page, title: string): Locator => where.getByRole('region', { name: new RegExp(`^${title}`) })
const tour = (where: Page): Locator => where.locator('[data-tour]')

describe('the tour', () => {
  it('is shown to somebody new, above the desk and in nothing’s way', async () => {
    page = await signIn('editor')
    await step(page, 'Desk 1 of 3').waitFor()
    await screenshot(page, 'tour')
    expect(await seriousFaults(page)).toEqual([])
    const [shown, column] = [await tour(page).boundingBox(), await page.getByRole('region', { name: 'Draft', exact: true }).boundingBox()]
    expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThanOrEqual(column?.y ?? 0)
  })

  it('goes from step to step by the keyboard, and on where it was left', async () => {
    const isKept = kept(page)
    await page.getByRole('button', { name: 'Next' }).press('Enter')
    await step(page, 'Open an article 2 of 3').waitFor()
    await isKept
    await openDesk(page)
    await step(page, 'Open an article 2 of 3').waitFor()
  })

  it('is skipped by Escape, and does not come again: not by loading the page anew, not in another browser', async () => {
    const isKept = kept(page)
    await page.keyboard.press('Escape')
    await tour(page).waitFor({ state: 'detached' })
    await isKept
    await openDesk(page)
    expect(await tour(page).count()).toBe(0)
    await page.context().close()
    page = await signIn('editor')
    expect(await tour(page).count()).toBe(0)
    await page.context().close()
  })

  it('tells a journalist to submit what editors publish, and is over when it is read', async () => {
    const opened = await signIn('journalist', 'dark')
    await opened.getByRole('button', { name: 'Next' }).click()
    await opened.getByRole('button', { name: 'Next' }).click()
    await step(opened, 'Submit 3 of 3').waitFor()
    expect(await seriousFaults(opened, '[data-tour]')).toEqual([])
    await screenshot(opened, 'tour-dark')
    const isKept = kept(opened)
    await opened.getByRole('button', { name: 'Got it' }).click()
    await isKept
    await openDesk(opened)
    expect(await tour(opened).count()).toBe(0)
    await opened.context().close()
  })
})
