import type { Page } from 'playwright-core'

/** Pastes what another program copied, by the browser's own clipboard, to where the cursor is. */
export async function paste(page: Page, copied: { html?: string; text: string }): Promise<void> {
  await page.evaluate(({ html, text }) => {
    const copy = (event: ClipboardEvent) => {
      if (html !== undefined) event.clipboardData?.setData('text/html', html)
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    document.addEventListener('copy', copy, { capture: true, once: true })
  }, copied)
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
}
