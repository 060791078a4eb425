import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAdminPage, screenshot } from '../helpers/browser'
import type { AdminPage } from '../helpers/browser'
import { houseCopy } from '../helpers/imports'

let app: AdminPage['app']
let page: AdminPage['page']
let close: AdminPage['close']

beforeAll(async () => {
  ;({ app, page, close } = await openAdminPage())
})
afterAll(() => close())

describe('importing in the admin UI', () => {
  it('takes files and pasted copy, and opens the report (editor F17)', async () => {
    await page.goto(`${app.url}/admin/collections/imports`)
    await page.getByText('Import copy', { exact: true }).click()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('Choose a file, or paste a story.').waitFor()

    await page.getByLabel('Files').setInputFiles([
      { name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(houseCopy({ headline: 'The ferry sails' })) },
      { name: 'broken.txt', mimeType: 'text/plain', buffer: Buffer.from(houseCopy({ headline: 'Broken', published: '31 February 2023' })) },
    ])
    await page.getByLabel('Or paste one story').fill(houseCopy({ headline: 'The pasted story' }))
    const asked = page.waitForEvent('dialog')
    await page.evaluate(() => setTimeout(() => location.reload(), 0))
    await (await asked).dismiss()
    expect(await page.getByLabel('Or paste one story').inputValue()).toContain('The pasted story')
    await screenshot(page, 'import-copy')
    await page.getByRole('button', { name: 'Import', exact: true }).click()

    await page.waitForURL(/\/admin\/collections\/imports\/[^/]+$/)
    await page.getByRole('table').getByText('The ferry sails').waitFor()
    await page.getByRole('table').getByText('The pasted story').waitFor()
    await page.getByRole('table').getByText('broken.txt').waitFor()
    expect(await page.locator('input[name="counts.created"]').inputValue()).toBe('2')
    expect(await page.locator('input[name="counts.failed"]').inputValue()).toBe('1')
  })
})
