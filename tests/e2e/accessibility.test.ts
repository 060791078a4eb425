import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { seriousFaults } from '../helpers/axe'
import { openBrowser } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let admin: Client & { token: string }
let page: Page

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  admin = await signInTo(app, app.admin)
  page = await openPage(browser, app, admin.token)
  page.setDefaultTimeout(60_000)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

/** Controls are named once the page has come to life. */
const ALIVE = { timeout: 60_000 }

async function expectNoFaults(path: string): Promise<void> {
  await page.goto(app.url + path)
  await page.locator('.template-default').waitFor()
  await expect.poll(() => seriousFaults(page), ALIVE).toEqual([])
}

async function anyOf(collection: string): Promise<string> {
  const { docs } = (await admin.get<{ docs: { id: string }[] }>(`/api/${collection}`, { limit: 1 })).body
  if (!docs[0]) throw new Error(`There are no ${collection}.`)
  return docs[0].id
}

describe('axe finds no serious fault', () => {
  it.each(['articles', 'authors', 'sections', 'tags', 'media', 'users', 'api-clients', 'imports', 'article-events', 'redirects', 'share-links'])('in the list of %s', (collection) =>
    expectNoFaults(`/admin/collections/${collection}`),
  )

  it.each(['articles', 'authors', 'sections', 'tags'])('where one of the %s is written', async (collection) => {
    await expectNoFaults(`/admin/collections/${collection}/${await anyOf(collection)}`)
  })

  it.each(['articles', 'authors', 'sections', 'tags', 'media', 'users', 'api-clients', 'redirects', 'share-links'])('where one of the %s is begun', (collection) => expectNoFaults(`/admin/collections/${collection}/create`))

  it('in the trash, among versions, and in one’s own account', async () => {
    await expectNoFaults('/admin/collections/articles/trash')
    await expectNoFaults(`/admin/collections/articles/${await anyOf('articles')}/versions`)
    await expectNoFaults('/admin/account')
  })

  it('from right to left, and in the dark', async () => {
    await page.context().addCookies([
      { name: 'payload-lng', value: 'ar', url: app.url },
      { name: 'payload-theme', value: 'dark', url: app.url },
    ])
    await expectNoFaults('/admin/collections/articles')
    await expectNoFaults(`/admin/collections/articles/${await anyOf('articles')}`)
  })
})
