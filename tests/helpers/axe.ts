import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const require = createRequire(import.meta.url)

/** The serious and critical faults that axe finds on a page, or in a part of it, each with where; those that pass are none. */
export async function seriousFaults(page: Page, part = 'html'): Promise<string[]> {
  // A colour on its way to another is no one's choice: without transitions, axe sees only the first and the last.
  await page.evaluate(() => {
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { transition: none !important }')
    document.adoptedStyleSheets.push(still)
  })
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(part)}, { resultTypes: ["violations"] })`)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ help, nodes }) => nodes.map(({ html, target }) => `${help}: ${target.join(' ')} ${html.slice(0, 120)}`))
}
