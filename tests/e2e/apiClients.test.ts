import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAdminPage, screenshot } from '../helpers/browser'
import type { AdminPage } from '../helpers/browser'
import { client } from '../helpers/client'

let app: AdminPage['app']
let page: AdminPage['page']
let close: AdminPage['close']

beforeAll(async () => {
  ;({ app, page, close } = await openAdminPage())
})
afterAll(() => close())

describe('the key of an API client', () => {
  it('is made and shown in the admin UI, and once it is in use only replaced after a question', async () => {
    await page.goto(`${app.url}/admin/collections/api-clients/create`)
    await page.getByText('Save first, then make the key.').waitFor()
    await page.locator('input[name=name]').fill('Preview of the site')
    await page.locator('#field-scopes input').first().fill('Read drafts')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Save', exact: true }).click()

    await page.getByRole('button', { name: 'New key' }).click()
    const shown = page.getByRole('textbox', { name: 'API key' })
    const first = await shown.inputValue()
    await screenshot(page, 'new-key')
    expect(await statusWith(first)).toBe(200)

    await page.reload()
    await page.getByRole('button', { name: 'New key' }).click()
    await page.getByText('A program uses the key there is.').waitFor()
    expect(await statusWith(first)).toBe(200)
    await page.locator('#confirm-action').click()
    const second = await shown.inputValue()
    expect(await statusWith(first)).toBe(401)
    expect(await statusWith(second)).toBe(200)
  })
})

async function statusWith(key: string): Promise<number> {
  const { status } = await client(app.url, { Authorization: `api-clients API-Key ${key}` }).get('/api/articles', { draft: true })
  return status
}
