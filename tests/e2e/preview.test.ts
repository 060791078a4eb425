import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { openBrowser, screenshot, signInByForm } from '../helpers/browser'

let app: RunningApp
let browser: Browser
let desk: BrowserContext
let page: Page
let frame: FrameLocator

const ARTICLE = '/articles/lavrov-north-korea'
const LAST = 'During his visit to Russia last month, North Korean leader Kim Jong-Un said he would make relations between North Korea and Moscow his "first priority".'
const ADDED = ' Corrected by the desk.'

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  desk = await browser.newContext({ viewport: { width: 1600, height: 1000 } })
  page = await desk.newPage()
  await signInByForm(page, app)
  await page.goto(`${app.url}/admin/collections/articles`)
  await page.getByRole('link', { name: /Lavrov arrives in North Korea/ }).click()
  await page.getByText('A Kremlin spokesman told TASS').waitFor()
  frame = page.frameLocator('#live-preview-iframe')
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

/** What a reader sees, in a browser that has never signed in. */
async function asReader<Seen>(path: string, see: (page: Page) => Promise<Seen>): Promise<Seen> {
  const context = await browser.newContext()
  const reading = await context.newPage()
  await reading.goto(new URL(path, app.url).href)
  const seen = await see(reading)
  await context.close()
  return seen
}

const wordsOfMain = (reading: Page) => reading.locator('main').innerText()

describe('the live preview', () => {
  it('shows the article beside the form, and that readers see it (editor F18)', async () => {
    await page.locator('#live-preview-toggler').click()
    await frame.getByRole('heading', { level: 1, name: /Lavrov arrives in North Korea/ }).waitFor()
    expect(await frame.getByRole('status').innerText()).toMatch(/^Published/)
  })

  it('shows what is typed as soon as it is saved, which readers do not see', async () => {
    await page.locator('.rich-text-lexical').getByText(LAST).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(ADDED)
    await frame.getByText(LAST + ADDED).waitFor()
    expect(await frame.getByRole('status').innerText()).toMatch(/^Draft/)
    await screenshot(page, 'preview-1-typed')
    expect(await asReader(ARTICLE, wordsOfMain)).not.toContain(ADDED)
  })

  it('has the widths of a desk and of a phone', async () => {
    await page.locator('.live-preview-toolbar-controls__breakpoint').click()
    await page.getByRole('button', { name: 'Phone' }).click()
    await page.waitForFunction(() => document.querySelector('#live-preview-iframe')?.clientWidth === 390)
    await screenshot(page, 'preview-2-phone')
  })
})

describe('a share link', () => {
  it('made on the article shows the draft to somebody without a login, until it is revoked', async () => {
    await page.locator('#live-preview-toggler').click()
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByRole('button', { name: 'Make a link' }).click()
    const address = await page.getByLabel(/Copy the address now/).inputValue()
    await screenshot(page, 'preview-3-share')
    expect(await asReader(address, wordsOfMain)).toContain(ADDED)
    await page.getByRole('button', { name: 'Revoke' }).click()
    await page.getByText(/^Revoked/).waitFor()
    expect(await asReader(address, wordsOfMain)).toContain('This link was revoked')
  })
})

describe('publishing', () => {
  it('shows readers on their next visit what the preview showed', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published.').first().waitFor()
    expect(await asReader(ARTICLE, wordsOfMain)).toContain(LAST + ADDED)
  })
})
