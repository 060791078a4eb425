import type { Browser, Page } from 'playwright-core'
import type { RunningApp } from './app'
import { client, reader } from './client'
import type { Client } from './client'

/** Signs in by REST. */
export async function signInTo({ url }: Pick<RunningApp, 'url'>, login: { email: string; password: string }): Promise<Client & { token: string }> {
  const { body } = await reader(url).send<{ token?: string }>('POST', '/api/users/login', login)
  if (body.token === undefined) throw new Error(`${login.email} could not sign in.`)
  return { ...client(url, { Authorization: `JWT ${body.token}` }), token: body.token }
}

/** A browser window of somebody who is signed in. */
export async function openPage(browser: Browser, { url }: Pick<RunningApp, 'url'>, token: string, colorScheme: 'dark' | 'light' = 'light'): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1600, height: 1000 } })
  await context.addCookies([
    { name: 'payload-token', value: token, url },
    { name: 'payload-theme', value: colorScheme, url },
  ])
  // Shorter than a test may take, so that it is said what was waited for.
  context.setDefaultTimeout(15_000)
  return context.newPage()
}
