import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { draftArticle } from '../helpers/articles'
import { openBrowser } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { signInTo } from '../helpers/deskPages'

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
