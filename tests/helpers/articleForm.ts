import type { Locator, Page, Route } from 'playwright-core'
import { expect } from 'vitest'
import { startApp } from './app'
import { draftArticle } from './articles'
import { openBrowser, signInByForm } from './browser'
import type { AdminPage } from './browser'
import type { Client } from './client'
import { signInTo } from './deskPages'

type Stored = { headline?: string; standfirst?: string; stage?: string; section?: string }

/** The form of an article, and what somebody does with it. */
type ArticleForm = {
  addressOf: (id: string) => string
  /** Opens the form of an article, and gives its id. */
  openStory: (id: string) => Promise<string>
  /** Makes a draft and opens its form. */
  open: (headline: string, data?: object) => Promise<string>
  standfirst: () => Locator
  /** Types at the end of the standfirst. */
  type: (words: string) => Promise<void>
  /** What the page says of saving. */
  state: (kind: string) => Locator
  stored: (id: string) => Promise<Stored>
  /** Waits until a standfirst is stored. */
  isStored: (id: string, words: string) => Promise<void>
  /** Every save is answered so until the way is clear again. */
  refuseSaves: (status: number) => Promise<void>
}

/** An app of its own, with a page for forms on which an editor is signed in, who also speaks REST. */
export type FormPage = AdminPage & { editor: Client & { token: string }; form: ArticleForm }

/** The requests about articles. */
export const ARTICLES = '**/api/articles/**'

/** Whether a request among those saves an article. */
export function isSave(route: Route): boolean {
  return route.request().method() === 'PATCH'
}

/** Waits until the form of a page takes what is typed. */
export async function formIsReady(page: Page): Promise<void> {
  await page.locator('form[data-form-ready="true"]').first().waitFor()
}

/** Starts an app, and opens a page on which its first administrator is signed in. */
export async function openFormPage(): Promise<FormPage> {
  const app = await startApp()
  const browser = await openBrowser()
  const close = async () => {
    await browser.close()
    await app.stop()
  }
  // A context of its own may have further tabs.
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await signInByForm(page, app)
  const editor = await signInTo(app, app.admin)
  return { app, browser, page, editor, form: articleForm(page, app.url, editor), close }
}

function articleForm(page: Page, url: string, editor: Client): ArticleForm {
  const addressOf = (id: string) => `${url}/admin/collections/articles/${id}`
  const standfirst = () => page.locator('#field-standfirst')
  const state = (kind: string) => page.locator(`[data-saving="${kind}"]`)
  const stored = async (id: string) => (await editor.get<Stored>(`/api/articles/${id}`, { draft: true })).body
  const openStory = async (id: string) => {
    await page.goto(addressOf(id))
    await formIsReady(page)
    await state('saved').waitFor()
    return id
  }
  return {
    addressOf,
    openStory,
    open: async (headline, data = {}) => openStory((await draftArticle(editor, { headline, ...data })).id),
    standfirst,
    type: async (words) => {
      await standfirst().click()
      await page.keyboard.press('End')
      await page.keyboard.type(words)
    },
    state,
    stored,
    isStored: async (id, words) => {
      await expect.poll(async () => (await stored(id)).standfirst, { timeout: 60_000 }).toBe(words)
    },
    refuseSaves: async (status) => {
      await page.route(ARTICLES, (route) => (isSave(route) ? route.fulfill({ status, body: '{}' }) : route.continue()))
    },
  }
}
