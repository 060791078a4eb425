import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { openBrowser, screenshot, signInByForm } from '../helpers/browser'
import { signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let page: Page

const SENTENCE = 'The United States said on Friday that arms shipments were already underway.'
const CORRECTED = `${SENTENCE} Corrected by the desk.`
const editor = { email: 'new@newsroom.test', password: 'a password for tests only' }

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  await (await signInTo(app, app.admin)).send('POST', '/api/users', { ...editor, name: 'New here', roles: ['editor'] })
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

describe('an editor who has never seen it', () => {
  it('signs in, and is led from the desk to the article', async () => {
    await signInByForm(page, { url: app.url, admin: editor })
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor()
    await screenshot(page, 'newcomer-1-desk')
    await page.getByRole('link', { name: 'All articles' }).click()
    await page.getByRole('link', { name: /Lavrov arrives in North Korea/ }).click()
    await page.locator('.rich-text-lexical').getByText(SENTENCE).waitFor()
    await screenshot(page, 'newcomer-2-article')
  })

  it('corrects a sentence, and sees it in the preview beside the text', async () => {
    await page.locator('.rich-text-lexical').getByText(SENTENCE).click()
    await page.keyboard.press('End')
    await page.keyboard.type(CORRECTED.slice(SENTENCE.length))
    await page.locator('#live-preview-toggler').click()
    await page.frameLocator('#live-preview-iframe').getByText(CORRECTED).waitFor()
    await screenshot(page, 'newcomer-3-preview')
    await page.locator('#live-preview-toggler').click()
  })

  it('publishes it by the next step at the side', async () => {
    const panel = page.getByRole('region', { name: 'How far it is' })
    await panel.getByRole('button', { name: 'Publish', exact: true }).click()
    await panel.getByText('Published', { exact: true }).waitFor()
    await screenshot(page, 'newcomer-4-published')
  })

  it('reads it on the reader page, by way of the front page', async () => {
    const reading = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await reading.goto(app.url)
    await reading.getByRole('link', { name: /Lavrov arrives in North Korea/ }).first().click()
    await reading.waitForURL(/\/articles\/lavrov-north-korea$/)
    expect(await reading.locator('main').innerText()).toContain(CORRECTED)
    await screenshot(reading, 'newcomer-5-reader')
    await reading.close()
  })
})
