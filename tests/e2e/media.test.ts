import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '../../src/payload-types'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { aBody, draftArticle } from '../helpers/articles'
import type { ArticleAnswer } from '../helpers/articles'
import { openBrowser, screenshot, signInByForm } from '../helpers/browser'
import { reader } from '../helpers/client'
import type { Client } from '../helpers/client'
import { signInTo } from '../helpers/deskPages'
import { aPicture, xmpOf } from '../helpers/picture'

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  await signInByForm(page, app)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

describe('an agency’s picture', () => {
  it('fills in what it says of itself as soon as it is chosen, and what an editor writes over it is kept', async () => {
    const xmp = xmpOf({ alt: 'A port', caption: 'Rajin, in 2018', creators: ['Ann Lee'], credit: 'AP' })
    const buffer = await aPicture().resize(1200, 800).withXmp(xmp).jpeg().toBuffer()
    await page.goto(`${app.url}/admin/collections/media/create`)
    await page.locator('input[type=file]').setInputFiles({ name: 'port.jpg', mimeType: 'image/jpeg', buffer })
    await page.locator('input[name=credit][value="Ann Lee / AP"]').waitFor()
    await page.locator('input[name=alt]').fill('Cranes over a port')
    await screenshot(page, 'picture-chosen')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText(/successfully created/i).first().waitFor()
    const { body } = await reader(app.url).get<{ docs: Media[] }>('/api/media')
    expect(body.docs).toMatchObject([{ alt: 'Cranes over a port', caption: 'Rajin, in 2018', credit: 'Ann Lee / AP', filename: 'port.jpg' }])
  })
})

describe('a picture that is dropped into the text', () => {
  it('is asked at once for what readers and rights holders need, and then stands where it was dropped', async () => {
    const editor = await signInTo(app, app.admin)
    const { id } = await draftArticle(editor, { headline: 'Cranes', body: aBody('Before the picture.') })
    const xmp = xmpOf({ alt: '', caption: 'Rajin, in 2018', creators: ['Ann Lee'], credit: 'AP' })
    const picture = await aPicture().resize(1200, 800).withXmp(xmp).jpeg().toBuffer()
    await page.goto(`${app.url}/admin/collections/articles/${id}`)
    const words = page.locator('.ContentEditable__root p').first()
    await drop(words, { name: 'cranes.jpg', bytes: picture })

    const drawer = page.locator('dialog.drawer--is-open')
    await drawer.locator('input[name=credit][value="Ann Lee / AP"]').waitFor()
    const save = drawer.getByRole('button', { name: /^Save/ })
    // A form that is still asking the server about its fields lets a click go.
    const isRefused = async () => {
      await save.click()
      return drawer.getByText('This field is required.').first().isVisible()
    }
    await expect.poll(isRefused, { interval: 1000, timeout: 30_000 }).toBe(true)
    await screenshot(page, 'picture-dropped')
    await drawer.locator('input[name=alt]').fill('Cranes at dusk')
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('/api/articles/') && response.ok())
    await save.click()
    await page.locator('.ContentEditable__root').getByText('cranes.jpg').waitFor()
    await saved
    await expect.poll(() => pictures(editor, id)).toEqual(['Cranes at dusk | Ann Lee / AP'])
  })
})

/** Lets a file fall onto an element, as a hand from the desktop does. */
async function drop(target: Locator, { bytes, name }: { bytes: Uint8Array; name: string }): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ data, name }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(data), (character) => character.charCodeAt(0))], name, { type: 'image/jpeg' }))
      return transfer
    },
    { data: Buffer.from(bytes).toString('base64'), name },
  )
  const box = await target.boundingBox()
  if (!box) throw new Error('There is nothing to drop the file on.')
  await target.dispatchEvent('drop', { dataTransfer, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 })
}

/** The words of the pictures in the text of an article. */
async function pictures(editor: Client, id: string): Promise<string[]> {
  const { body } = await editor.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true, depth: 1 })
  return (body.body?.root.children ?? []).flatMap(({ type, value }) => (type === 'upload' ? [wordsOf(value)] : []))
}

function wordsOf(picture: unknown): string {
  return typeof picture === 'object' && picture !== null && 'alt' in picture && 'credit' in picture ? `${String(picture.alt)} | ${String(picture.credit)}` : ''
}
