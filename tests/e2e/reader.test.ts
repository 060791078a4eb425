import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { openBrowser } from '../helpers/browser'

let app: RunningApp
let browser: Browser

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const PAGES = ['/', '/articles/lavrov-north-korea', '/sections/politics', '/tags/russia', '/authors/cj-journalist', '/nothing', '/share/nothing', '/preview/articles/nothing']

const SCREENS = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

describe.each(SCREENS)('in $colorScheme, $viewport.width wide', (screen) => {
  it.each(PAGES)('%s is for everybody: axe finds no fault', async (path) => {
    const page = await browser.newPage({ ...screen, bypassCSP: true })
    await page.goto(app.url + path)
    await page.addScriptTag({ path: AXE })
    const { violations } = await page.evaluate<AxeResults>('axe.run()')
    await page.close()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })

  it.each(PAGES)('%s fits, and fetches no script and nothing from elsewhere', async (path) => {
    const page = await browser.newPage(screen)
    const asked: { type: string; origin: string }[] = []
    page.on('request', (request) => asked.push({ type: request.resourceType(), origin: new URL(request.url()).origin }))
    await page.goto(app.url + path, { waitUntil: 'networkidle' })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await page.close()
    expect(overflow).toBe(0)
    expect(asked.filter(({ origin, type }) => type === 'script' || origin !== app.url)).toEqual([])
  })
})
