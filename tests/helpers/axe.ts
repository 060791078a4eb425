import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const require = createRequire(import.meta.url)

/** How long a page may go on drawing itself, in milliseconds: what fades in has too little contrast until it is there. */
const DRAWN_AFTER_MS = 10_000

/** The serious and critical faults that axe finds on a page, or in a part of it, each with where; those that pass are none. */
export async function seriousFaults(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const deadline = Date.now() + DRAWN_AFTER_MS
  for (;;) {
    const faults = await faultsNow(page, part)
    if (faults.length === 0 || Date.now() > deadline) return faults
  }
}

async function faultsNow(page: Page, part: string): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(part)}, { resultTypes: ["violations"] })`)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ help, nodes }) => nodes.map(({ html, target }) => `${help}: ${target.join(' ')} ${html.slice(0, 120)}`))
}
