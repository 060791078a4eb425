import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { aBody, byTheDesk, createAuthor, createSection, createTag, draftArticle, hoursFromNow, publishArticle } from '../helpers/articles'
import type { ArticleAnswer, Page as List } from '../helpers/articles'
import { seriousFaults } from '../helpers/axe'
import { openBrowser, screenshot } from '../helpers/browser'
import { reader } from '../helpers/client'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'
import { aPicture } from '../helpers/picture'

/** A moved section is there when the page has been told again. */
const PATIENCE = { timeout: 15_000 }

let app: RunningApp
let browser: Browser
let admin: Client
let desk: Page
let journalists: Page
let used: { picture: string; section: string; tag: string; author: string }

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
  used = {
    picture: (await admin.sendBody<{ doc: { id: string } }>('/api/media', form)).body.doc.id,
    section: (await createSection(admin, 'Harbour')).id,
    tag: (await createTag(admin, 'Dredging')).id,
    author: (await createAuthor(admin, { name: 'Grażyna Wójcik' })).id,
  }
  for (let n = 10; n < 40; n++) await createTag(admin, `Nobody names ${String(n)}`)
  const { section } = used
  const bylines = [{ author: used.author, role: 'reporter' }]
  await publishArticle(admin, { headline: 'The port is deep again', section, bylines, tags: [used.tag], heroImage: used.picture, body: aBody('平壤 and back.') })
  await publishArticle(admin, { headline: 'Not before tomorrow', section, embargoUntil: hoursFromNow(24) })
  await draftArticle(jonas, { headline: 'A draft by Jonas', section, bylines, body: aBody('Begun.') })
  desk = await openPage(browser, app, ada.token)
  journalists = await openPage(browser, app, jonas.token)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const row = (page: Page, text: string) => page.locator('table tbody tr').filter({ hasText: text })
const view = (page: Page, name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name, exact: true })
const box = (page: Page) => page.getByRole('textbox', { name: /^Search by/ })
const openList = async (page: Page, collection: string) => {
  await page.goto(`${app.url}/admin/collections/${collection}`)
  await page.locator('table tbody tr').first().waitFor()
}

describe('the list of articles', () => {
  it.each(['deep port', '平壤', 'wojcik', 'dredg'])('finds one by “%s”, and all again without', async (text) => {
    await openList(desk, 'articles')
    await box(desk).fill(text)
    await row(desk, 'Not before tomorrow').waitFor({ state: 'detached' })
    await row(desk, 'The port is deep again').waitFor()
    await box(desk).fill('')
    await row(desk, 'Not before tomorrow').waitFor()
  })

  it.each(['"', '%', '((', '\\', '~', '<script>', '💥'])('finds nothing by “%s”', async (text) => {
    await openList(desk, 'articles')
    await box(desk).fill(text)
    await desk.getByText('No Results.').waitFor()
  })

  it('has views, which forget what was searched and seen before', async () => {
    await openList(desk, 'articles')
    await box(desk).fill('deep')
    await row(desk, 'Not before tomorrow').waitFor({ state: 'detached' })
    await view(desk, 'Embargoed').click()
    await row(desk, 'Not before tomorrow').waitFor()
    expect(await box(desk).inputValue()).toBe('')
    expect(await row(desk, 'The port is deep again').count()).toBe(0)
    await view(desk, 'All').click()
    await row(desk, 'The port is deep again').waitFor()
    await desk.waitForURL((url) => !url.search.includes('embargoUntil'))
  })

  it('shows journalists the drafts they have begun', async () => {
    await openList(journalists, 'articles')
    await row(journalists, 'The port is deep again').waitFor()
    await view(journalists, 'My drafts').click()
    await row(journalists, 'The port is deep again').waitFor({ state: 'detached' })
    await row(journalists, 'A draft by Jonas').waitFor()
    await screenshot(journalists, 'my-drafts')
  })

  it('cuts a search that is longer than can be asked for, and says so', async () => {
    await openList(desk, 'articles')
    await box(desk).fill('port '.repeat(70))
    await desk.getByText('A search takes 300 characters and 60 words').waitFor()
    await row(desk, 'The port is deep again').waitFor()
    await screenshot(desk, 'long-search')
  })

  it.each([
    ['articles', 'where[or][0][and][0][section][equals]=nothing'],
    ['articles', 'sort=nothing&limit=-1&page=x'],
    ['tags', 'columns=[&queryByGroup={'],
    ['media', 'where=nonsense'],
    ['sections', 'where[or][0][and][0][parent][equals]=nobody'],
  ])('is there whatever its address asks, and says what was left out: %s?%s', async (collection, query) => {
    await desk.goto(`${app.url}/admin/collections/${collection}?${query}`)
    await desk.getByText('This address asks for something that this list cannot show').waitFor()
    await desk.locator('table tbody tr').first().waitFor()
    await openList(desk, collection)
    expect(await desk.getByText('This address asks for something').count()).toBe(0)
  })

  it('marks the view that it shows', async () => {
    await openList(desk, 'articles')
    expect(await desk.locator('nav a[aria-current=page]').allTextContents()).toEqual(['All'])
    await view(desk, 'Embargoed').click()
    await desk.locator('nav a[aria-current=page]').filter({ hasText: 'Embargoed' }).waitFor()
    expect(await desk.locator('nav a[aria-current=page]').count()).toBe(1)
  })

  it('shows pictures, as the list of authors does', async () => {
    await openList(desk, 'articles')
    await row(desk, 'The port is deep again').locator('img').waitFor()
    await screenshot(desk, 'articles-pictures')
    await admin.send('PATCH', `/api/authors/${used.author}`, { photo: used.picture })
    await openList(desk, 'authors')
    await row(desk, 'Grażyna Wójcik').locator('img').waitFor()
    await screenshot(desk, 'authors-pictures')
    await admin.send('PATCH', `/api/authors/${used.author}`, { photo: null })
  })

  it('publishes what may be published of those that were chosen, and says what is wrong with the others', async () => {
    const section = (await createSection(admin, 'Elsewhere')).id
    const bylines = await byTheDesk(admin)
    await draftArticle(admin, { headline: 'Complete', section, bylines, body: aBody('Whole.') })
    await draftArticle(admin, { headline: 'Without a section', bylines, body: aBody('Whole.') })
    await openList(desk, 'articles')
    for (const headline of ['Complete', 'Without a section']) await row(desk, headline).getByRole('checkbox').check()
    await desk.getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.getByRole('button', { name: 'Confirm', exact: true }).click()
    await desk.getByText('Unable to update 1 out of 2 Articles.').first().waitFor()
    await desk.getByText(/invalid: Section/).waitFor()
    await screenshot(desk, 'publish-some')
    const { body } = await admin.get<List<ArticleAnswer>>('/api/articles', { draft: true, depth: 0, sort: 'headline', where: { headline: { in: 'Complete,Without a section' } } })
    expect(body.docs.map(({ _status }) => _status)).toEqual(['published', 'draft'])
  })

  it('changes a field of all that were chosen, of a journalist’s choice only what is theirs, and nothing that readers see', async () => {
    const headlines = ['The port is deep again', 'A draft by Jonas']
    const standfirsts = async (who: Client, draft: boolean) => {
      const { body } = await who.get<List<ArticleAnswer>>('/api/articles', { draft, depth: 0, sort: 'headline', where: { headline: { in: headlines.join(',') } } })
      return body.docs.map(({ standfirst }) => standfirst ?? '')
    }
    const write = async (page: Page, words: string, answer: string) => {
      await openList(page, 'articles')
      for (const headline of headlines) await row(page, headline).getByRole('checkbox').check()
      await page.locator('.list-selection').getByRole('button', { name: 'Edit', exact: true }).click()
      const drawer = page.locator('dialog.drawer--is-open')
      await drawer.getByRole('combobox').fill('Standfirst')
      await page.getByRole('option', { name: /Standfirst/ }).first().click()
      await drawer.locator('textarea[name=standfirst]').fill(words)
      await screenshot(page, 'edit-many')
      await drawer.getByRole('button', { name: 'Save Draft' }).click()
      await page.getByText(answer).first().waitFor()
    }
    await write(journalists, 'By Jonas', 'Updated 1 Article successfully.')
    expect(await standfirsts(admin, true)).toEqual(['By Jonas', ''])
    await write(desk, 'By the desk', 'Updated 2 Articles successfully.')
    expect(await standfirsts(admin, true)).toEqual(['By the desk', 'By the desk'])
    expect(await standfirsts(reader(app.url), false)).toEqual([''])
  })

  it('puts those that were chosen into the trash, where readers do not find them', async () => {
    await openList(desk, 'articles')
    for (const headline of ['Complete', 'Without a section']) await row(desk, headline).getByRole('checkbox').check()
    await desk.locator('.list-selection').getByRole('button', { name: 'Delete', exact: true }).click()
    await desk.getByRole('button', { name: 'Confirm', exact: true }).click()
    await desk.getByText('2 Articles moved to trash.').waitFor()
    await row(desk, 'Complete').waitFor({ state: 'detached' })
    const { body } = await reader(app.url).get<List<ArticleAnswer>>('/api/articles', { where: { headline: { equals: 'Complete' } } })
    expect(body.totalDocs).toBe(0)
    await desk.goto(`${app.url}/admin/collections/articles/trash`)
    await row(desk, 'Complete').waitFor()
    await screenshot(desk, 'trash')
  })

  it('tells journalists that they may not publish what they have chosen', async () => {
    await row(journalists, 'A draft by Jonas').getByRole('checkbox').check()
    await journalists.getByRole('button', { name: 'Publish', exact: true }).click()
    await journalists.getByRole('button', { name: 'Confirm', exact: true }).click()
    await journalists.getByText('You are not allowed to perform this action.').waitFor()
    await screenshot(journalists, 'publish-refused')
    const { body } = await admin.get<List<ArticleAnswer>>('/api/articles', { draft: true, where: { headline: { equals: 'A draft by Jonas' } } })
    expect(body.docs.map(({ _status }) => _status)).toEqual(['draft'])
  })
})

describe('the sections', () => {
  const tree = () => desk.getByRole('region', { name: 'Order and place' })
  const names = () => tree().getByRole('listitem').getByRole('link').allTextContents()
  const item = (name: string) => tree().getByRole('listitem').filter({ hasText: name })
  const press = async (step: string) => {
    await tree().getByRole('button', { name: `${step}: Harbour` }).focus()
    await desk.keyboard.press('Enter')
  }

  it('go up and into each other by the keyboard, which stays where it is', async () => {
    await openList(desk, 'sections')
    const others = (await names()).filter((name) => name !== 'Harbour')
    await item('Harbour').dragTo(item(others[1] ?? ''), { targetPosition: { x: 150, y: 3 } })
    await expect.poll(names, PATIENCE).toEqual([others[0], 'Harbour', ...others.slice(1)])
    await press('Move up')
    await expect.poll(names, PATIENCE).toEqual(['Harbour', ...others])
    await tree().getByText('“Harbour”: Moved.').waitFor()
    expect(await desk.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move up: Harbour')
    await press('Move down')
    await expect.poll(names, PATIENCE).toEqual([others[0], 'Harbour', ...others.slice(1)])
    await press('Make it a subsection of the one above')
    await tree().locator('[aria-label="Move out: Harbour"][aria-disabled="false"]').waitFor()
    await screenshot(desk, 'sections')
  })

  it('say why one cannot be dragged into what stands in it', async () => {
    const [first] = await names()
    await item(first ?? '').dragTo(item('Harbour'), { targetPosition: { x: 150, y: 18 } })
    await tree().getByText('A section cannot stand in itself, nor in one that stands in it.').waitFor()
  })

  it.each(['light', 'dark'] as const)('have no serious fault for axe: %s', async (theme) => {
    const page = await openPage(browser, app, (await signInTo(app, app.admin)).token, theme)
    await openList(page, 'sections')
    expect(await seriousFaults(page, '[aria-label="Order and place"]')).toEqual([])
    await page.context().close()
  })

  it('are not for journalists to move', async () => {
    await openList(journalists, 'sections')
    expect(await journalists.getByRole('region', { name: 'Order and place' }).count()).toBe(0)
  })
})

describe('what is used', () => {
  it('is told on a picture, with links to where', async () => {
    await openList(desk, 'media')
    await row(desk, 'port.png').locator('img').first().waitFor()
    await desk.goto(`${app.url}/admin/collections/media/${used.picture}`)
    await desk.getByRole('region', { name: 'Where a picture is used' }).getByRole('link', { name: 'The port is deep again' }).waitFor()
    await screenshot(desk, 'picture-used')
  })

  it.each([
    ['media', 'picture', 'This picture is used: “The port is deep again”.'],
    ['sections', 'section', 'This section holds 3 articles'],
    ['tags', 'tag', 'This tag stands on 1 article'],
    ['authors', 'author', 'This author signs 2 articles'],
  ] as const)('is not deleted from %s, and the page says why', async (collection, one, reason) => {
    await desk.goto(`${app.url}/admin/collections/${collection}/${used[one]}`)
    await desk.locator('.doc-controls__popup button').first().click()
    await desk.locator('#action-delete').click()
    await desk.getByRole('button', { name: 'Confirm', exact: true }).click()
    await desk.getByText(reason).waitFor()
    await screenshot(desk, `delete-${one}`)
  })

  it('is left out of the list of unused tags, however many those are', async () => {
    await openList(desk, 'tags')
    await row(desk, 'Dredging').waitFor()
    await view(desk, 'Unused').click()
    await row(desk, 'Dredging').waitFor({ state: 'detached' })
    await row(desk, 'Nobody names 10').waitFor()
    await desk.getByText('1-10 of 30').waitFor()
    await screenshot(desk, 'unused-tags')
  })
})
