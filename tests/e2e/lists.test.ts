import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { aBody, createAuthor, createSection, createTag, draftArticle, hoursFromNow, publishArticle } from '../helpers/articles'
import { seriousFaults } from '../helpers/axe'
import { openBrowser, screenshot } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'
import { aPicture } from '../helpers/picture'

let app: RunningApp
let browser: Browser
let admin: Client
let desk: Page
let journalists: Page
let picture: string

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  const ada = await signInTo(app, app.admin)
  admin = ada
  const login = { email: 'jonas@newsroom.test', password: 'a password for tests only' }
  await admin.send('POST', '/api/users', { ...login, name: 'Jonas Lindqvist', roles: ['journalist'] })
  const jonas = await signInTo(app, login)
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'Cranes over a port', credit: 'Ann Lee' }))
  form.set('file', new Blob([new Uint8Array(await aPicture().resize(1200, 800).png().toBuffer())], { type: 'image/png' }), 'port.png')
  picture = (await admin.sendBody<{ doc: { id: string } }>('/api/media', form)).body.doc.id
  const section = (await createSection(admin, 'Harbour')).id
  const tag = (await createTag(admin, 'Dredging')).id
  await createTag(admin, 'Nobody names this')
  const author = (await createAuthor(admin, { name: 'Grażyna Wójcik' })).id
  const bylines = [{ author, role: 'reporter' }]
  await publishArticle(admin, { headline: 'The port is deep again', section, bylines, tags: [tag], heroImage: picture, body: aBody('平壤 and back.') })
  await publishArticle(admin, { headline: 'Not before tomorrow', section, bylines, embargoUntil: hoursFromNow(24) })
  await draftArticle(jonas, { headline: 'A draft by Jonas', section, bylines, body: aBody('Begun.') })
  desk = await openPage(browser, app, ada.token)
  journalists = await openPage(browser, app, jonas.token)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const row = (page: Page, text: string) => page.locator('table tbody tr').filter({ hasText: text })

describe('the list of articles', () => {
  it.each(['平壤', 'wojcik', 'dredg', 'deep port'])('finds one by %s', async (text) => {
    await desk.goto(`${app.url}/admin/collections/articles`)
    await row(desk, 'Not before tomorrow').waitFor()
    await desk.locator('.search-bar input, .search-filter input, #search-filter-input').first().fill(text)
    await row(desk, 'Not before tomorrow').waitFor({ state: 'detached' })
    await row(desk, 'The port is deep again').waitFor()
  })

  it('has views: what is under embargo, and what one has begun', async () => {
    await desk.goto(`${app.url}/admin/collections/articles`)
    await desk.getByRole('link', { name: 'Embargoed' }).click()
    await row(desk, 'The port is deep again').waitFor({ state: 'detached' })
    await row(desk, 'Not before tomorrow').waitFor()
    await journalists.goto(`${app.url}/admin/collections/articles`)
    await row(journalists, 'The port is deep again').waitFor()
    await journalists.getByRole('link', { name: 'My drafts' }).click()
    await row(journalists, 'The port is deep again').waitFor({ state: 'detached' })
    await row(journalists, 'A draft by Jonas').waitFor()
    await screenshot(journalists, 'my-drafts')
  })
})

describe('the sections', () => {
  const tree = () => desk.getByRole('region', { name: 'Order and place' })
  const names = () => tree().getByRole('listitem').getByRole('link').allTextContents()

  it('are put in order and into each other by buttons, and by dragging', async () => {
    await desk.goto(`${app.url}/admin/collections/sections`)
    const before = await names()
    await tree().getByRole('button', { name: 'Move up: Harbour' }).press('Enter')
    await tree().getByText('“Harbour”: Moved.').waitFor()
    const last = before.length - 1
    const moved = [...before.slice(0, last - 1), before[last], before[last - 1]]
    await expect.poll(names).toEqual(moved)
    await tree().getByRole('button', { name: 'Put into the one above: Harbour' }).press('Enter')
    await tree().getByRole('button', { name: 'Take out: Harbour' }).waitFor()
    const item = (name: string) => tree().getByRole('listitem').filter({ hasText: name })
    await item('Harbour').dragTo(item(before[0] ?? ''), { targetPosition: { x: 30, y: 3 } })
    await expect.poll(async () => (await names())[0]).toBe('Harbour')
    await screenshot(desk, 'sections')
    expect(await seriousFaults(desk, '[aria-label="Order and place"]')).toEqual([])
  })
})

describe('a picture', () => {
  it('tells where it is used', async () => {
    await desk.goto(`${app.url}/admin/collections/media`)
    await row(desk, 'port.png').locator('img').first().waitFor()
    await screenshot(desk, 'media')
    await desk.goto(`${app.url}/admin/collections/media/${picture}`)
    await desk.getByRole('region', { name: 'Where a picture is used' }).getByRole('link', { name: 'The port is deep again' }).waitFor()
    await screenshot(desk, 'picture-used')
  })
})

describe('the list of tags', () => {
  it('leads to those that no article names', async () => {
    await desk.goto(`${app.url}/admin/collections/tags`)
    await row(desk, 'Dredging').waitFor()
    await desk.getByRole('link', { name: 'Unused' }).click()
    await row(desk, 'Dredging').waitFor({ state: 'detached' })
    await row(desk, 'Nobody names this').waitFor()
    await screenshot(desk, 'unused-tags')
  })
})
