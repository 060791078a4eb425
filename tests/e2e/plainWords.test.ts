import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { aBody, byTheDesk, createSection, createTag, draftArticle, publishArticle } from '../helpers/articles'
import { openBrowser } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let page: Page
let admin: Client & { token: string }
let section: string

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  admin = await signInTo(app, app.admin)
  page = await openPage(browser, app, admin.token)
  page.context().setDefaultTimeout(60_000)
  section = (await createSection(admin, 'Harbour')).id
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function open(where: Page, id: string): Promise<void> {
  await where.goto(`${app.url}/admin/collections/articles/${id}`)
  await where.locator('form[data-form-ready="true"]').first().waitFor()
}

const panel = (where: Page) => where.getByRole('region', { name: 'How far it is' })

describe('people are told in their words', () => {
  it('that it is published, with the way to it (editor S4)', async () => {
    const { id } = await draftArticle(admin, { headline: 'Out now', section, body: aBody('Words.'), bylines: await byTheDesk(admin) })
    await open(page, id)
    await panel(page).getByRole('button', { name: 'Publish', exact: true }).click()
    const told = page.locator('[data-sonner-toast]', { hasText: 'Published.' })
    await told.waitFor()
    expect(await told.getByRole('link', { name: /See it/ }).getAttribute('href')).toBe('/articles/out-now')
  })

  it('what an article without a headline is called, and what a row does not have (editor F11, F13)', async () => {
    const { id } = await draftArticle(admin, { standfirst: 'No headline yet' })
    await open(page, id)
    await page.getByText('No headline', { exact: true }).first().waitFor()
    expect(await page.title()).not.toContain(id)
    await page.goto(`${app.url}/admin/collections/articles?limit=10`)
    await page.getByRole('link', { name: 'Out now' }).waitFor()
    const table = await page.locator('table').innerText()
    expect(table).not.toContain('<')
    expect(table).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  it('who has an article open, by name (editor F11)', async () => {
    const login = { email: 'eve@newsroom.test', password: crypto.randomUUID() }
    const made = await admin.send<{ doc: { id: string } }>('POST', '/api/users', { ...login, name: 'Eve Editor', roles: ['editor'] })
    const other = { email: 'ed@newsroom.test', password: crypto.randomUUID() }
    await admin.send('POST', '/api/users', { ...other, name: 'Ed Other', roles: ['editor'] })
    const { id } = await draftArticle(admin, { headline: 'Open elsewhere' })
    const eve = await openPage(browser, app, (await signInTo(app, login)).token)
    await open(eve, id)
    await eve.locator('#field-standfirst').fill('Mine.')
    await panel(eve).page().locator('[data-saving="saved"]').waitFor()
    const ed = await openPage(browser, app, (await signInTo(app, other)).token)
    await ed.goto(`${app.url}/admin/collections/articles/${id}`)
    const notice = ed.locator('.document-locked')
    await notice.getByText('Eve Editor').waitFor()
    const words = await notice.innerText()
    for (const secret of [made.body.doc.id, login.email]) expect(words).not.toContain(secret)
    for (const each of [eve, ed]) await each.context().close()
  })

  it('that readers lose what goes into the trash, and that it comes back as a draft (editor F19)', async () => {
    const { id } = await publishArticle(admin, { headline: 'Soon gone', section })
    await open(page, id)
    await page.locator('.doc-controls__popup button, .doc-controls__dots').first().click()
    await page.getByText('Delete', { exact: true }).or(page.getByText('Move to trash')).first().click()
    await page.getByRole('dialog').getByText('readers lose it at once').waitFor()
    await admin.send('PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() })
    await page.goto(`${app.url}/admin/collections/articles/trash/${id}`)
    await page.getByRole('button', { name: /Restore/ }).first().click()
    await page.getByRole('dialog').getByText('It comes back as a draft').waitFor()
  })

  it('what a merge does, to which two and to how many articles (editor F20)', async () => {
    const [gone, kept] = [await createTag(admin, 'Harbours'), await createTag(admin, 'Ports')]
    await publishArticle(admin, { headline: 'Tagged', section, tags: [gone.id] })
    await page.goto(`${app.url}/admin/collections/tags/${gone.id}`)
    const merge = page.getByRole('region', { name: 'Merge into another' })
    await merge.getByLabel('Choose the one that stays').click()
    await page.keyboard.type('Ports')
    await page.getByRole('option', { name: 'Ports' }).or(page.locator('.rs__option', { hasText: 'Ports' })).first().click()
    await merge.getByRole('button', { name: 'Merge', exact: true }).click()
    await page.getByRole('dialog').getByText('Replace “Harbours” with “Ports” in 1 article?').waitFor()
    expect(kept.name).toBe('Ports')
  })
})

describe('on a phone', () => {
  it('the next step stands before the text, and a column of the desk can be read (editor F27, F24)', async () => {
    const { id } = await draftArticle(admin, { headline: 'On the road', section })
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, id)
    const step = panel(page).getByRole('button', { name: 'Publish', exact: true })
    await expect.poll(async () => ((await step.boundingBox())?.y ?? Infinity) < ((await page.locator('#field-headline').boundingBox())?.y ?? 0), { timeout: 60_000 }).toBe(true)
    await page.locator('#field-standfirst[dir="auto"]').waitFor()
    await page.locator('.ContentEditable__root[dir="auto"]').waitFor()
    await page.goto(`${app.url}/admin`)
    const column = page.getByRole('region', { name: 'Draft', exact: true })
    await column.waitFor()
    expect((await column.boundingBox())?.width).toBeGreaterThan(250)
    expect(await column.getByRole('heading', { name: 'On the road' }).evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize))).toBeGreaterThanOrEqual(12)
  })
})
