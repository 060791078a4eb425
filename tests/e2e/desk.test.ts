import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { aBody, createAuthor, createSection, createTag, draftArticle, saveDraft } from '../helpers/articles'
import type { ArticleAnswer } from '../helpers/articles'
import { seriousFaults } from '../helpers/axe'
import { openBrowser, screenshot } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let editor: Client
let journalist: Client
let desk: Page
let journalistsDesk: Page

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  const admin = await signInTo(app, app.admin)
  const section = (await createSection(admin, 'Harbour')).id
  const author = (await createAuthor(admin, { name: 'Jonas Lindqvist' })).id
  const people = {
    editor: { email: 'maria@newsroom.test', password: 'a password for tests only', name: 'Maria Okafor', roles: ['editor'] },
    journalist: { email: 'jonas@newsroom.test', password: 'a password for tests only', name: 'Jonas Lindqvist', roles: ['journalist'], author },
  }
  for (const person of Object.values(people)) await admin.send('POST', '/api/users', person)
  const maria = await signInTo(app, people.editor)
  const jonas = await signInTo(app, people.journalist)
  editor = maria
  journalist = jonas
  const bylines = [{ author, role: 'reporter' }]
  const body = aBody('The tide came in, and the barrier did not close.')
  await draftArticle(journalist, { headline: 'Flood barrier fails its first test', section, bylines, body })
  await draftArticle(journalist, { headline: 'Who paid for the harbour?', section, bylines, body })
  await draftArticle(editor, { headline: 'Budget vote slips', stage: 'in-review', section, bylines: [], body })
  await draftArticle(editor, { headline: 'Museum returns bronzes', stage: 'ready', section, bylines, body })
  desk = await openPage(browser, app, maria.token)
  journalistsDesk = await openPage(browser, app, jonas.token)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const card = (where: Locator | Page, headline: string): Locator => where.getByRole('listitem').filter({ hasText: headline })
const choose = (page: Page, step: string) => page.getByRole('button', { name: step, exact: true }).filter({ visible: true }).click()
const find = async (headline: string) => {
  const { body } = await editor.get<{ docs: ArticleAnswer[] }>('/api/articles', { draft: true, depth: 0, where: { headline: { equals: headline } } })
  return body.docs[0]
}
const stageOf = async (headline: string) => (await find(headline))?.stage

describe('the desk', () => {
  it('is the page after sign-in, with every story in the column where it is', async () => {
    await desk.goto(`${app.url}/admin`)
    await card(column(desk, 'Draft'), 'Flood barrier fails its first test').waitFor()
    await card(column(desk, 'In review'), 'Budget vote slips').waitFor()
    await card(column(desk, 'Ready'), 'Museum returns bronzes').waitFor()
    await desk.getByText('Nothing needs attention.').waitFor()
  })

  it('shows a journalist what is theirs, and lets them submit it by the keyboard', async () => {
    await journalistsDesk.goto(`${app.url}/admin`)
    await card(column(journalistsDesk, 'Draft'), 'Who paid for the harbour?').waitFor()
    expect(await journalistsDesk.getByText('Budget vote slips').count()).toBe(0)
    // What the server sends has come to life by then.
    await journalistsDesk.locator('[data-tour]').waitFor()
    await journalistsDesk.getByRole('button', { name: 'Move “Who paid for the harbour?”' }).press('Enter')
    await journalistsDesk.getByRole('button', { name: 'Submit', exact: true }).filter({ visible: true }).press('Enter')
    await card(column(journalistsDesk, 'Submitted'), 'Who paid for the harbour?').waitFor()
    expect(await stageOf('Who paid for the harbour?')).toBe('submitted')
  })

  it('shows an editor what others did, without being loaded again', async () => {
    await card(column(desk, 'Submitted'), 'Who paid for the harbour?').waitFor()
  })

  it('takes a card that is dragged where it may go', async () => {
    await card(desk, 'Who paid for the harbour?').dragTo(column(desk, 'In review'))
    await card(column(desk, 'In review'), 'Who paid for the harbour?').waitFor()
    expect(await stageOf('Who paid for the harbour?')).toBe('in-review')
  })

  it('asks why a card goes back, and keeps the reason until the server has it (editor F1)', async () => {
    await card(desk, 'Who paid for the harbour?').dragTo(column(desk, 'Draft'))
    await desk.getByLabel('Why does it go back?').fill('Who says so?')
    await desk.context().setOffline(true)
    await desk.getByRole('button', { name: 'Send back', exact: true }).click()
    await card(desk, 'Who paid for the harbour?').getByText('That did not work.').waitFor()
    await desk.context().setOffline(false)
    expect(await desk.getByLabel('Why does it go back?').inputValue()).toBe('Who says so?')
    await desk.getByRole('button', { name: 'Send back', exact: true }).click()
    await card(column(desk, 'Draft'), 'Who paid for the harbour?').waitFor()
  })

  it('says on the card why the server refuses', async () => {
    await desk.getByRole('button', { name: 'Move “Budget vote slips”' }).click()
    await choose(desk, 'Publish')
    await card(desk, 'Budget vote slips').getByText('Add a byline.').waitFor()
    await screenshot(desk, 'desk-refusal')
    expect(await stageOf('Budget vote slips')).toBe('in-review')
  })

  it('is narrowed down in the address, so that it can be kept', async () => {
    await desk.getByRole('button', { name: 'Mine', exact: true }).click()
    await card(desk, 'Flood barrier fails its first test').waitFor({ state: 'detached' })
    expect(new URL(desk.url()).searchParams.get('mine')).toBe('true')
    await desk.reload()
    await card(desk, 'Museum returns bronzes').waitFor()
    expect(await card(desk, 'Flood barrier fails its first test').count()).toBe(0)
    await desk.getByRole('button', { name: 'Show all' }).click()
    await card(desk, 'Flood barrier fails its first test').waitFor()
  })

  it('says who has an article open', async () => {
    await journalistsDesk.getByRole('link', { name: 'Flood barrier fails its first test' }).click()
    await journalistsDesk.getByRole('textbox', { name: /headline/i }).fill('Flood barrier fails its second test')
    await card(desk, 'Flood barrier fails its second test').getByText('Jonas Lindqvist has it open').waitFor()
    await screenshot(desk, 'desk')
  })

  it('opens an article by its card', async () => {
    await saveDraft(editor, String((await find('Museum returns bronzes'))?.id), { standfirst: 'All eleven.' })
    await desk.getByRole('link', { name: 'Museum returns bronzes' }).click()
    await desk.getByText('All eleven.').waitFor()
  })

  it('asks an editor about a story that its source may withdraw, and lets them dismiss that', async () => {
    const story = { uri: 'urn:desk:ferry', headline: 'Ferry runs aground', body_text: 'Nobody was hurt.', infoSources: [{ name: 'Jonas Lindqvist', role: 'reporter' }], subjects: [{ name: 'Harbour', rel: 'section' }] }
    for (const copy of [story, { ...story, pubStatus: 'gone' }]) await editor.sendBody('/api/import?name=ferry&publish=true', JSON.stringify(copy))
    await desk.goto(`${app.url}/admin`)
    await desk.getByRole('heading', { name: 'Withdraw now: the source withdraws it' }).waitFor()
    await screenshot(desk, 'desk-kill')
    await desk.getByRole('button', { name: 'Dismiss the withdrawal of “Ferry runs aground”' }).click()
    await desk.getByLabel('Why do readers keep the story?').fill('The agency meant another ferry.')
    await desk.context().setOffline(true)
    await desk.getByRole('button', { name: 'Dismiss', exact: true }).click()
    await desk.getByRole('alert').getByText('That did not work.').waitFor()
    await desk.context().setOffline(false)
    await desk.getByRole('button', { name: 'Dismiss', exact: true }).click()
    await desk.getByText('Nothing needs attention.').waitFor()
    expect((await find('Ferry runs aground'))?._status).toBe('published')
  })

  it('speaks the language of whoever looks, from right to left where that is read so', async () => {
    const page = await openPage(browser, app, (await signInTo(app, app.admin)).token)
    await page.context().addCookies([{ name: 'payload-lng', value: 'ar', url: app.url }])
    await page.goto(`${app.url}/admin`)
    await page.getByRole('heading', { name: 'مكتب التحرير', exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('RTL')
    await screenshot(page, 'desk-arabic')
    await page.context().close()
  })

  it.each(['light', 'dark'] as const)('has no serious fault for axe: %s', async (theme) => {
    const page = await openPage(browser, app, (await signInTo(app, app.admin)).token, theme)
    await page.goto(`${app.url}/admin`)
    await card(page, 'Museum returns bronzes').waitFor()
    await page.locator('[data-tour]').waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await page.context().close()
  })
})

describe('the page of an article', () => {
  const panel = () => desk.getByRole('region', { name: 'How far it is' })

  it('says what is missing, and leads there', async () => {
    await desk.goto(`${app.url}/admin/collections/articles/${String((await find('Budget vote slips'))?.id)}`)
    await panel().getByText('In review').waitFor()
    await panel().getByRole('button', { name: 'Bylines' }).click()
    await desk.waitForFunction(() => document.activeElement?.closest('#field-bylines') != null)
  })

  it('counts words as one types', async () => {
    await desk.getByText('10 words · 1 min read').waitFor()
    await desk.getByText('The tide came in').click()
    await desk.keyboard.press('End')
    await desk.keyboard.type(' Not again.')
    await desk.getByText('12 words · 1 min read').waitFor()
    await screenshot(desk, 'article')
  })

  it('takes the next step, with what was typed', async () => {
    await panel().getByRole('button', { name: 'Mark ready' }).click()
    await panel().getByText('Ready', { exact: true }).waitFor()
    expect(await find('Budget vote slips')).toMatchObject({ stage: 'ready', wordCount: 12 })
  })

  it('says what the server has against a step', async () => {
    await panel().getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.getByText('Add a byline.').first().waitFor()
    expect((await find('Budget vote slips'))?._status).toBe('draft')
  })

  it('asks why it goes back, and logs it', async () => {
    await panel().getByRole('button', { name: 'Send back to the writer…' }).click()
    await panel().getByLabel('Why does it go back?').fill('Who voted?')
    await desk.context().setOffline(true)
    await panel().getByRole('button', { name: 'Send back', exact: true }).click()
    await desk.getByText('Not done: the server cannot be reached.').waitFor()
    await desk.context().setOffline(false)
    expect(await panel().getByLabel('Why does it go back?').inputValue()).toBe('Who voted?')
    await panel().getByRole('button', { name: 'Send back', exact: true }).click()
    await panel().getByText('Draft', { exact: true }).waitFor()
    const { body } = await editor.get<{ docs: { note: string }[] }>('/api/article-events', { sort: '-createdAt', limit: 1 })
    expect(body.docs[0]?.note).toBe('Who voted?')
  })

  it('has no serious fault for axe in what is ours', async () => {
    expect(await seriousFaults(desk, 'section[aria-label="How far it is"]')).toEqual([])
  })
})

describe('the list of articles', () => {
  it('has views that are asked for again and again', async () => {
    await desk.goto(`${app.url}/admin/collections/articles`)
    await desk.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'My drafts' }).click()
    await desk.getByRole('cell', { name: 'Flood barrier fails its second test', exact: true }).waitFor({ state: 'detached' })
    await desk.getByRole('cell', { name: 'Budget vote slips', exact: true }).waitFor()
    await screenshot(desk, 'list')
  })
})

describe('two tags that are the same', () => {
  it('are merged on the page of the one that goes', async () => {
    const goes = await createTag(editor, 'Harbor works')
    await createTag(editor, 'Harbour works')
    await desk.goto(`${app.url}/admin/collections/tags/${goes.id}`)
    await desk.getByLabel('Choose the one that stays').fill('Harbour')
    await desk.getByRole('option', { name: 'Harbour works' }).click()
    await desk.getByRole('button', { name: 'Merge', exact: true }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click()
    await desk.getByRole('heading', { name: 'Harbour works' }).waitFor()
    await screenshot(desk, 'merged')
  })
})
