import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { startApp } from './app'
import type { RunningApp } from './app'

/** Where Chromium usually is; CHROMIUM_PATH names another. */
const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** No sandbox as root in a container, and no traffic of the browser's own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the system's Chromium, headless. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? USUAL_PATHS.find((each) => existsSync(each))
  if (!executablePath) throw new Error('The browser tests need Chromium: install it (Debian: apt install chromium) or set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** Keeps what the page looks like now, in SCREENSHOT_DIR. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOT_DIR ?? 'tests/e2e/screenshots'
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

/** Signs in to the admin UI of an app, as its first administrator. */
export async function signInByForm(page: Page, { admin, url }: Pick<RunningApp, 'admin' | 'url'>): Promise<void> {
  await page.goto(`${url}/admin`)
  await page.fill('input[name=email]', admin.email)
  await page.fill('input[name=password]', admin.password)
  await page.click('button[type=submit]')
  await page.waitForURL('**/admin')
}

/** An app of its own, with a page on which its first administrator is signed in; `close` ends both. */
export type AdminPage = { app: RunningApp; browser: Browser; page: Page; close: () => Promise<void> }

export async function openAdminPage(): Promise<AdminPage> {
  const app = await startApp()
  const browser = await openBrowser()
  const close = async () => {
    await browser.close()
    await app.stop()
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  await signInByForm(page, app)
  return { app, browser, page, close }
}
