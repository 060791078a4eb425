import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '../../src/payload-types'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { openBrowser, screenshot, signInByForm } from '../helpers/browser'
import { reader } from '../helpers/client'
import { aPicture, xmpOf } from '../helpers/picture'

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  await signInByForm(page, app)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

describe('an agency’s picture', () => {
  it('fills in what it says of itself as soon as it is chosen, and what an editor writes over it is kept', async () => {
    const xmp = xmpOf({ alt: 'A port', caption: 'Rajin, in 2018', creators: ['Ann Lee'], credit: 'AP' })
    const buffer = await aPicture().resize(1200, 800).withXmp(xmp).jpeg().toBuffer()
    await page.goto(`${app.url}/admin/collections/media/create`)
    await page.locator('input[type=file]').setInputFiles({ name: 'port.jpg', mimeType: 'image/jpeg', buffer })
    await page.locator('input[name=credit][value="Ann Lee / AP"]').waitFor()
    await page.locator('input[name=alt]').fill('Cranes over a port')
    await screenshot(page, 'picture-chosen')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText(/successfully created/i).first().waitFor()
    const { body } = await reader(app.url).get<{ docs: Media[] }>('/api/media')
    expect(body.docs).toMatchObject([{ alt: 'Cranes over a port', caption: 'Rajin, in 2018', credit: 'Ann Lee / AP', filename: 'port.jpg' }])
  })
})
