import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../src/articles/plainText'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { openBrowser, screenshot, signInByForm } from '../helpers/browser'
import { reader } from '../helpers/client'

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const ADDED = ' Corrected by the desk.'

type Articles = { docs: { headline: string; body: unknown; _status: string }[] }

async function readByRest() {
  const { body } = await reader(app.url).get<Articles>('/api/articles', { where: { slug: { equals: 'lavrov-north-korea' } } })
  return body.docs[0]
}

async function readByGraphql() {
  const { data } = await reader(app.url).graphql<{ Articles: Articles }>(
    '{ Articles(where: { slug: { equals: "lavrov-north-korea" } }) { docs { headline body _status } } }',
  )
  return data?.Articles.docs[0]
}

describe('an editor’s change', () => {
  it('starts with signing in', async () => {
    await signInByForm(page, app)
    await page.getByText('Articles').first().waitFor()
    await screenshot(page, '1-signed-in')
  })

  it('goes on with finding the article in the list', async () => {
    await page.goto(`${app.url}/admin/collections/articles`)
    await page.getByPlaceholder(/search/i).fill('Lavrov')
    await page.waitForURL(/search=Lavrov/)
    await page.getByRole('cell', { name: 'Politics' }).waitFor()
    await screenshot(page, '2-list')
    await page.getByRole('link', { name: /Lavrov arrives in North Korea/ }).click()
    await page.getByText('A Kremlin spokesman told TASS').waitFor()
    await screenshot(page, '3-article')
  })

  it('is saved as a draft, which readers do not see (editor F4)', async () => {
    const paragraph = page.getByText('The United States said on Friday that arms shipments were already underway.')
    await paragraph.click()
    await page.keyboard.press('End')
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok())
    await page.keyboard.type(ADDED)
    await saved
    await page.locator('[data-visibility=public]', { hasText: 'there is a newer draft' }).first().waitFor()
    await screenshot(page, '4-draft')
    expect(paragraphsOf((await readByRest())?.body).join('\n')).not.toContain(ADDED)
  })

  it('is published, and readers get it through REST and GraphQL on their next request', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published.').first().waitFor()
    await screenshot(page, '5-published')
    const expected = `The United States said on Friday that arms shipments were already underway.${ADDED}`
    expect(paragraphsOf((await readByRest())?.body)).toContain(expected)
    expect(paragraphsOf((await readByGraphql())?.body)).toContain(expected)
  })
})
