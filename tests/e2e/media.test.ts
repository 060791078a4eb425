import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '../../src/payload-types'
import { aBody, draftArticle } from '../helpers/articles'
import type { ArticleAnswer } from '../helpers/articles'
import { openAdminPage, screenshot } from '../helpers/browser'
import type { AdminPage } from '../helpers/browser'
import { reader } from '../helpers/client'
import type { Client } from '../helpers/client'
import { signInTo } from '../helpers/deskPages'
import { aPicture, xmpOf } from '../helpers/picture'

let app: AdminPage['app']
let page: AdminPage['page']
let close: AdminPage['close']

beforeAll(async () => {
  ;({ app, page, close } = await openAdminPage())
})
afterAll(() => close())

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

it('a picture that a program sends says by its own metadata what it shows and who it is from', async () => {
  const editor = await signInTo(app, app.admin)
  const xmp = xmpOf({ alt: 'A lighthouse', caption: 'At night', creators: ['Bo Li'], credit: 'AP' })
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await aPicture().withXmp(xmp).jpeg().toBuffer())], { type: 'image/jpeg' }), 'lighthouse.jpg')
  const { body, status } = await editor.sendBody<{ doc: Media }>('/api/media', form)
  expect([status, body.doc]).toEqual([201, expect.objectContaining({ alt: 'A lighthouse', caption: 'At night', credit: 'Bo Li / AP' })])
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

  it.each(['Escape', 'the button'])('leaves the text as it was when its form is closed by %s (editor F5)', async (way) => {
    const editor = await signInTo(app, app.admin)
    const { id } = await draftArticle(editor, { headline: 'Cancelled', body: aBody('One sentence, uncut.', 'Another one.') })
    await page.goto(`${app.url}/admin/collections/articles/${id}`)
    const writes: string[] = []
    page.on('request', (request) => request.method() === 'PATCH' && request.url().includes(`/api/articles/${id}`) && writes.push(request.url()))
    const picture = await aPicture().jpeg().toBuffer()
    for (const put of [() => drop(page.locator('.ContentEditable__root p').first(), { name: 'a.jpg', bytes: picture }), () => pastePicture(picture)]) {
      await put()
      const drawer = page.locator('dialog.drawer--is-open')
      await drawer.locator('input[name=alt]').waitFor()
      if (way === 'Escape') await page.keyboard.press('Escape')
      else await drawer.getByRole('button', { name: 'Close' }).first().click()
      await drawer.waitFor({ state: 'detached' })
      expect(await texts()).toEqual(['One sentence, uncut.', 'Another one.'])
    }
    expect(writes).toEqual([])
  })

  it('stands after the paragraph under the pointer, several in their order (editor F5)', async () => {
    const editor = await signInTo(app, app.admin)
    const { id } = await draftArticle(editor, { headline: 'Two of them', body: aBody('One sentence, uncut.', 'Another one.') })
    await page.goto(`${app.url}/admin/collections/articles/${id}`)
    const one = await aPicture().withXmp(xmpOf({ alt: 'One', caption: 'One', creators: ['Ann Lee'], credit: 'AP' })).jpeg().toBuffer()
    const two = await aPicture().negate().withXmp(xmpOf({ alt: 'Two', caption: 'Two', creators: ['Ann Lee'], credit: 'AP' })).jpeg().toBuffer()
    await drop(page.locator('.ContentEditable__root p').first(), { name: 'one.jpg', bytes: one }, { name: 'two.jpg', bytes: two })
    const drawer = page.locator('dialog.drawer--is-open')
    await drawer.locator('input[name=credit][value="Ann Lee / AP"]').waitFor()
    await expect
      .poll(
        async () => {
          if (await drawer.isVisible()) await drawer.getByRole('button', { name: /^Save/ }).click()
          return page.locator('.ContentEditable__root').getByText('two.jpg').count()
        },
        { interval: 2000, timeout: 60_000 },
      )
      .toBe(1)
    const stored = async () => (await editor.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true, depth: 1 })).body.body?.root.children.map(({ type, value }) => (type === 'upload' && typeof value === 'object' && value !== null && 'filename' in value ? value.filename : type))
    await expect.poll(stored, { timeout: 30_000 }).toEqual(['paragraph', 'one.jpg', 'two.jpg', 'paragraph'])
    expect(await texts()).toEqual(['One sentence, uncut.', 'Another one.'])
  })
})

/** Lets a file fall onto an element, as a hand from the desktop does. */
async function drop(target: Locator, ...files: { bytes: Uint8Array; name: string }[]): Promise<void> {
  const dataTransfer = await carrying(files)
  const box = await target.boundingBox()
  if (!box) throw new Error('There is nothing to drop the file on.')
  await target.dispatchEvent('drop', { dataTransfer, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 })
}

/** Pastes a picture, such as a screenshot, into the middle of the first paragraph. */
async function pastePicture(bytes: Uint8Array): Promise<void> {
  const clipboardData = await carrying([{ bytes, name: 'image.jpg' }])
  await page.locator('.ContentEditable__root p').first().click()
  await page.locator('.ContentEditable__root').evaluate((root, data) => root.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data })), clipboardData)
}

function carrying(files: readonly { bytes: Uint8Array; name: string }[]) {
  return page.evaluateHandle(
    (carried) => {
      const transfer = new DataTransfer()
      for (const { data, name } of carried) transfer.items.add(new File([Uint8Array.from(atob(data), (character) => character.charCodeAt(0))], name, { type: 'image/jpeg' }))
      return transfer
    },
    files.map(({ bytes, name }) => ({ data: Buffer.from(bytes).toString('base64'), name })),
  )
}

/** The paragraphs of the text that have words. */
const texts = async () => (await page.locator('.ContentEditable__root > p').allTextContents()).filter((words) => words !== '')

/** The words of the pictures in the text of an article. */
async function pictures(editor: Client, id: string): Promise<string[]> {
  const { body } = await editor.get<ArticleAnswer>(`/api/articles/${id}`, { draft: true, depth: 1 })
  return (body.body?.root.children ?? []).flatMap(({ type, value }) => (type === 'upload' ? [wordsOf(value)] : []))
}

function wordsOf(picture: unknown): string {
  return typeof picture === 'object' && picture !== null && 'alt' in picture && 'credit' in picture ? `${String(picture.alt)} | ${String(picture.credit)}` : ''
}
