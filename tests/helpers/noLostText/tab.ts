import type { Page } from 'playwright-core'

/** What stands on a page now. */
export type Seen = {
  /** The state of saving that it says; `lost` for the page in place of one that failed, `none` where there is no form. */
  kind: 'lost' | 'none' | 'pending' | 'saved' | 'saving' | 'unsaved'
  /** What the standing messages say. */
  alerts: string
  /** What its fields hold. */
  text: string
}

export const FIELDS = ['headline', 'standfirst', 'body'] as const
export type FieldName = (typeof FIELDS)[number]

const PLACES: Record<FieldName, string> = {
  headline: '#field-headline',
  standfirst: '#field-standfirst',
  body: '[data-field-path="body"] [data-lexical-editor="true"][contenteditable="true"]',
}

export async function look(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
    const kind = document.querySelector('[data-saving]')?.getAttribute('data-saving')
    const alerts = all('[role="alert"]').map(({ innerText }) => innerText).join('\n')
    const typed = all('#field-headline, #field-standfirst').map((field) => (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : ''))
    const text = [...typed, ...all('[data-field-path="body"] [data-lexical-editor="true"]').map(({ innerText }) => innerText)].join('\n')
    return { kind: (kind ?? (alerts.includes('did not load') ? 'lost' : 'none')) as Seen['kind'], alerts, text }
  })
}

export async function isReady(page: Page): Promise<void> {
  await page.locator('form[data-form-ready="true"] [data-lexical-editor="true"]').first().waitFor()
  await page.locator('[data-saving]').first().waitFor()
}

/** What covers the page: somebody took the article over, or has it open. */
export async function answerDialogs(page: Page): Promise<void> {
  for (const name of ['document-take-over-view-read-only', 'document-locked-take-over']) {
    const button = page.locator(`#${name}`)
    if (await button.isVisible()) await button.click({ timeout: 2000 }).catch(() => undefined)
  }
}

/** Types a word at the end of a field, as a person does; false where the field takes none. */
export async function typeWord(page: Page, field: FieldName, word: string): Promise<boolean> {
  await answerDialogs(page)
  const place = page.locator(PLACES[field]).first()
  try {
    await place.click({ timeout: 1500 })
    await page.keyboard.press('Control+End')
    if (!(await place.evaluate((element) => element.contains(document.activeElement) || element === document.activeElement, undefined, { timeout: 1000 }))) return false
    await page.keyboard.type(` ${word}`)
    return await place.evaluate((element) => element.contains(document.activeElement) || element === document.activeElement, undefined, { timeout: 1000 })
  } catch {
    return false
  }
}
