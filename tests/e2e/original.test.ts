import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import type { ArticleAnswer, Page as ListPage } from '../helpers/articles'
import { seriousFaults } from '../helpers/axe'
import { openBrowser, screenshot } from '../helpers/browser'
import { reader } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let address: string
let page: Page
let people: Record<'editor' | 'other' | 'signer', { email: string; password: string }>

const CORRECTED = 'The United States said on Friday that arms shipments were already underway.'

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  const admin = await signInTo(app, app.admin)
  const { body } = await reader(app.url).get<ListPage<ArticleAnswer>>('/api/articles', { where: { slug: { equals: 'lavrov-north-korea' } } })
  const author = (await admin.get<ListPage<{ id: string }>>('/api/authors', { where: { slug: { equals: 'cj-journalist' } } })).body.docs[0]?.id
  address = `${app.url}/admin/collections/articles/${String(body.docs[0]?.id)}`
  const password = 'a password for tests only'
  people = {
    editor: { email: 'editor@newsroom.test', password },
    other: { email: 'other@newsroom.test', password },
    signer: { email: 'signer@newsroom.test', password },
  }
  await admin.send('POST', '/api/users', { ...people.editor, name: 'Maria Okafor', roles: ['editor'] })
  await admin.send('POST', '/api/users', { ...people.other, name: 'Another journalist', roles: ['journalist'] })
  await admin.send('POST', '/api/users', { ...people.signer, name: 'Who signs it', roles: ['journalist'], author })
  page = await openArticle('editor')
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function openArticle(who: keyof typeof people, { language = 'en', theme = 'light' }: { language?: string; theme?: 'dark' | 'light' } = {}): Promise<Page> {
  const opened = await openPage(browser, app, (await signInTo(app, people[who])).token, theme)
  // The first page of a server that has just started may take long.
  opened.context().setDefaultTimeout(60_000)
  await opened.context().addCookies([{ name: 'payload-lng', value: language, url: app.url }])
  await opened.goto(address)
  await opened.getByText('A Kremlin spokesman told TASS').first().waitFor()
  return opened
}

const panel = (where: Page): Locator => where.locator('.original-copy')
const line = (where: Page, words: string): Locator => panel(where).getByRole('listitem').filter({ hasText: words })

describe('the original copy of an imported article', () => {
  it('is there for the journalist who signs it, with the tab that says where it came from', async () => {
    const signer = await openArticle('signer')
    await panel(signer).locator('summary').click()
    await line(signer, CORRECTED).waitFor()
    await screenshot(signer, 'original-signer')
    await signer.getByRole('button', { name: 'Source', exact: true }).click()
    expect(await signer.locator('#field-source__text').inputValue()).toContain(CORRECTED)
    await signer.context().close()
  })

  it('is opened by the keyboard, beside the text, with what became of each line', async () => {
    await panel(page).locator('summary').press('Enter')
    await line(page, 'Published: 18 October 2023').getByText('Published', { exact: true }).waitFor()
    await line(page, 'Politic section - CJ journalist').getByText('Section, Bylines').waitFor()
    await line(page, CORRECTED).getByText('Body', { exact: true }).waitFor()
    await panel(page).getByText('Every line is in the article.').waitFor()
    expect(await panel(page).getByRole('listitem').count()).toBe(21)
    const [copy, text] = [await panel(page).boundingBox(), await page.locator('.rich-text-lexical').first().boundingBox()]
    expect(copy?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0))
    expect(text?.y).toBeLessThan((copy?.y ?? 0) + (copy?.height ?? 0))
  })

  it('marks the line that an editor corrects, as they type', async () => {
    await page.locator('.rich-text-lexical').getByText(CORRECTED).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Corrected by the desk.')
    await page.keyboard.press('Home')
    await page.keyboard.type('Officials: ')
    await line(page, CORRECTED).getByText('Edited · Body').waitFor()
    await panel(page).getByText('Marked lines are not in the article as they came: 1.').waitFor()
    await screenshot(page, 'original')
  })

  it('is not there for a journalist whose article it is not', async () => {
    const other = await openArticle('other')
    expect(await panel(other).count()).toBe(0)
    await other.context().close()
  })

  it.each(['light', 'dark'] as const)('has no serious fault for axe: %s', async (theme) => {
    const opened = await openArticle('editor', { theme })
    await panel(opened).locator('summary').click()
    await line(opened, CORRECTED).waitFor()
    expect(await seriousFaults(opened, '.original-copy')).toEqual([])
    await opened.context().close()
  })
})

describe('the page of an article in Arabic', () => {
  it('names its fields, tabs and choices in Arabic, from right to left', async () => {
    const opened = await openArticle('editor', { language: 'ar' })
    expect(await opened.locator('html').getAttribute('dir')).toBe('RTL')
    await opened.locator('label[for=field-headline]').getByText('العنوان').waitFor()
    await opened.getByRole('button', { name: 'التصويبات' }).waitFor()
    await opened.getByText('لازم للنشر.').waitFor()
    await panel(opened).locator('summary').click()
    await line(opened, CORRECTED).getByText('المتن').waitFor()
    expect(await opened.evaluate('window.scrollTo(-5000, 0), window.scrollX')).toBe(0)
    await screenshot(opened, 'article-arabic')
    await opened.context().close()
  })
})
