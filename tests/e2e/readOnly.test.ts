import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBody, createSection, createTag, draftArticle, publishArticle, saveDraft } from '../helpers/articles'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { openBrowser } from '../helpers/browser'
import type { Client } from '../helpers/client'
import { openPage, signInTo } from '../helpers/deskPages'
import { aPicture } from '../helpers/picture'

let app: RunningApp
let browser: Browser
let page: Page
let admin: Client
let ann: Client
let annId: string
let byline: string
let section: string

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  admin = await signInTo(app, app.admin)
  const login = { email: 'ann@newsroom.test', password: crypto.randomUUID() }
  const { body } = await admin.send<{ doc: { id: string; author: { id: string } | string } }>('POST', '/api/users', { ...login, name: 'Ann Ames', roles: ['journalist'] })
  annId = body.doc.id
  byline = typeof body.doc.author === 'string' ? body.doc.author : body.doc.author.id
  section = (await createSection(admin, 'Harbour')).id
  const signedIn = await signInTo(app, login)
  ann = signedIn
  page = await openPage(browser, app, signedIn.token)
  await page.setViewportSize({ width: 1440, height: 900 })
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const PULL_QUOTE = { type: 'block', version: 2, format: '', fields: { id: '65f000000000000000000001', blockType: 'pullQuote', blockName: '', quote: 'A quote.' } }

/** A body with a paragraph and a block, which has fields of its own. */
function richBody() {
  const body = aBody('First words.')
  return { root: { ...body.root, children: [...body.root.children, PULL_QUOTE] } }
}

const aStory = (headline: string) => ({ headline, standfirst: 'Short.', section, body: richBody(), bylines: [{ author: byline, role: 'reporter' }], dateline: { place: 'Oslo', date: '2026-03-01T00:00:00.000Z' } })

async function open(path: string): Promise<void> {
  await page.goto(`${app.url}/admin/collections/${path}`)
  await page.locator('form[data-form-ready="true"]').first().waitFor()
}

/** The fields of the page that can be typed into or changed, in every tab. */
async function writable(): Promise<string[]> {
  const found: string[] = []
  const tabs = page.locator('.tabs-field__tab-button')
  for (let index = 0; index < Math.max(await tabs.count(), 1); index += 1) {
    if ((await tabs.count()) > 0) await tabs.nth(index).click()
    found.push(
      ...(await page.evaluate(() => {
        const form = document.querySelector('.document-fields')
        const places = [...(form?.querySelectorAll<HTMLInputElement>('input, textarea, select, [contenteditable="true"]') ?? [])]
        const isOpen = (each: HTMLInputElement) => each.isContentEditable || !(each.disabled || each.readOnly || each.getAttribute('aria-disabled') === 'true' || each.closest('.rs--is-disabled') !== null)
        // Lists of other documents and links to share change nothing of the form.
        const isField = (each: HTMLInputElement) => each.type !== 'hidden' && each.closest('.field-type.join, table, [class*=share]') === null
        const buttons = [...(form?.querySelectorAll<HTMLButtonElement>('.array-field__add-row, .upload__dropzoneAndUpload button, .relationship-add-new__add-button, .clickable-tooltip') ?? [])]
        return [...places.filter((each) => isField(each) && isOpen(each)), ...buttons.filter(({ disabled }) => !disabled)].map((each) => each.id || each.outerHTML.slice(0, 200))
      })),
    )
  }
  return found
}

/** The requests that change something, from now on. */
function writes(): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    if (/\/api\/(?:articles|authors|media|sections|tags|users)\/[^/]+\?/.test(request.url()) && ['PATCH', 'POST', 'PUT'].includes(request.method())) seen.push(`${request.method()} ${request.url()}`)
  })
  return seen
}

const panel = () => page.getByRole('region', { name: 'How far it is' })

async function tryToType(): Promise<void> {
  await page.locator('.tabs-field__tab-button').first().click()
  for (const place of ['#field-headline', '#field-standfirst', '.ContentEditable__root']) {
    await page.locator(place).first().click({ force: true })
    await page.keyboard.type('Lost')
  }
}

describe('the form of an article', () => {
  it('is read-only once it is submitted, says why, and is open again after taking it back (editor F2)', { timeout: 180_000 }, async () => {
    const { id } = await draftArticle(ann, aStory('Submitted and taken back'))
    await open(`articles/${id}`)
    expect(await writable()).toContain('field-headline')
    await panel().getByRole('button', { name: 'Submit', exact: true }).click()
    await panel().getByText('Submitted: the editors have it. Take it back to change it.').waitFor()
    await expect.poll(writable, { timeout: 15_000 }).toEqual([])
    const sent = writes()
    await tryToType()
    expect(await page.locator('#field-headline').inputValue()).toBe('Submitted and taken back')
    expect(sent).toEqual([])

    await panel().getByRole('button', { name: 'Take back' }).click()
    await panel().getByText('Submitted: the editors have it.').waitFor({ state: 'detached' })
    await expect.poll(writable, { timeout: 15_000 }).toContain('field-headline')
    await page.locator('.tabs-field__tab-button').first().click()
    await page.getByText('First words.').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Changed.')
    await page.locator('#field-standfirst').fill('Shorter.')
    await expect
      .poll(async () => JSON.stringify((await ann.get(`/api/articles/${id}`, { draft: true, depth: 0 })).body), { timeout: 30_000 })
      .toMatch(/(?=.*First words\. Changed\.)(?=.*Shorter\.)(?=.*"stage":"draft")/s)
  })

  it('is read-only from the start when it opens submitted, and opens when an editor sends it back', { timeout: 180_000 }, async () => {
    const { id } = await draftArticle(ann, { ...aStory('Opened submitted'), stage: 'submitted' })
    await open(`articles/${id}`)
    await panel().getByText('Submitted: the editors have it.').waitFor()
    expect(await writable()).toEqual([])
    await tryToType()
    await saveDraft(admin, id, { stage: 'in-review' })
    await panel().getByText('In review: an editor is working on it').waitFor()
    await panel().getByRole('button', { name: 'Take back' }).waitFor({ state: 'detached' })
    await saveDraft(admin, id, { stage: 'draft', note: 'Shorten it.' })
    await panel().getByText('In review: an editor is working on it').waitFor({ state: 'detached' })
    await expect.poll(writable, { timeout: 15_000 }).toContain('field-standfirst')
    expect(JSON.stringify((await ann.get(`/api/articles/${id}`, { draft: true, depth: 0 })).body)).not.toContain('Lost')
  })

  it('is read-only for journalists once it is published, and on stories of others (editor F2)', { timeout: 180_000 }, async () => {
    const mine = await publishArticle(admin, { ...aStory('Mine and published') })
    await open(`articles/${mine.id}`)
    await panel().getByText('Published: ask an editor to change it').waitFor()
    expect(await writable()).toEqual([])
    await tryToType()
    const others = await publishArticle(admin, { headline: 'By the desk', section, body: richBody() })
    await open(`articles/${others.id}`)
    await panel().getByText('This is the story of ZZ The desk').waitFor()
    expect(await writable()).toEqual([])
    await tryToType()
    for (const { id } of [mine, others]) expect(JSON.stringify((await admin.get(`/api/articles/${id}`, { draft: true, depth: 0 })).body)).not.toContain('Lost')
  })
})

describe('every other form that a journalist may not save', () => {
  it('is read-only, field by field where some may be saved (editor F2)', { timeout: 180_000 }, async () => {
    const tag = (await createTag(admin, 'Ports')).id
    const form = new FormData()
    form.set('_payload', JSON.stringify({ alt: 'A port', credit: 'AP' }))
    form.set('file', new Blob([new Uint8Array(await aPicture().jpeg().toBuffer())], { type: 'image/jpeg' }), 'port.jpg')
    const { body } = await admin.sendBody<{ doc: { id: string } }>('/api/media', form)
    for (const path of [`sections/${section}`, `tags/${tag}`, `media/${body.doc.id}`]) {
      await open(path)
      expect([path, await writable()]).toEqual([path, []])
    }
    await open(`authors/${byline}`)
    expect((await writable()).filter((id) => /field-(?:name|slug|jobTitle|email)/.test(id))).toEqual([])
    expect(await writable()).toContain('field-bio')
    await open(`users/${annId}`)
    expect((await writable()).filter((id) => /field-(?:roles|author)/.test(id))).toEqual([])
    expect(await writable()).toContain('field-name')
  })
})
