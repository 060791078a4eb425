import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp } from '../helpers/app'
import type { RunningApp } from '../helpers/app'
import { draftArticle } from '../helpers/articles'
import { openBrowser, screenshot } from '../helpers/browser'
import { paste } from '../helpers/clipboard'
import { openPage, signInTo } from '../helpers/deskPages'

let app: RunningApp
let browser: Browser
let page: Page

beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
  page = await openPage(browser, app, (await signInTo(app, app.admin)).token)
})
beforeEach(async () => {
  const { id } = await draftArticle(await signInTo(app, app.admin), { headline: 'Pasted' })
  await page.goto(`${app.url}/admin/collections/articles/${id}`)
  await page.locator('.ContentEditable__root').click()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

const text = () => page.locator('.ContentEditable__root')
/** The blocks of the text, each with its words. */
const blocks = () => text().evaluate((root) => [...root.children].map((block) => [block.tagName.toLowerCase(), block.textContent]))

/** The editor hears where the cursor is a moment after the browser has moved it. */
const drawn = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

const item = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level${String(level)} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`
const paragraph = (words: string) => `<p class=MsoNormal>${words}<o:p></o:p></p>`

describe('what is pasted into the text', () => {
  it('comes in from Word with its lists, and without its empty paragraphs', async () => {
    const fragment = `${paragraph('The <b>plan</b>:')}${paragraph('&nbsp;')}${item(1, '1.', 'Roads')}${item(2, 'o', 'The ring road')}${item(1, '2.', 'Schools')}${paragraph('That is <a href="https://example.com/plan">all</a>.')}`
    await paste(page, { html: `<html><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->${fragment}<!--EndFragment--></body></html>`, text: 'The plan' })
    await text().getByText('That is').waitFor()
    expect(await blocks()).toEqual([
      ['p', 'The plan:'],
      ['ol', 'RoadsThe ring roadSchools'],
      ['p', 'That is all.'],
    ])
    expect(await text().locator('ol > li > ul > li').allTextContents()).toEqual(['The ring road'])
    await screenshot(page, 'pasted-from-word')
  })

  it('is what readers get, when it is saved', async () => {
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok())
    await paste(page, { html: `${item(1, '·', 'Roads')}${item(1, '·', 'Schools')}`, text: 'Roads' })
    const { doc }: { doc: { id: string } } = await (await saved).json()
    const preview = await browser.newContext()
    await preview.addCookies(await page.context().cookies())
    const seen = await preview.newPage()
    await seen.goto(`${app.url}/preview/articles/${doc.id}`)
    expect(await seen.locator('main ul > li').filter({ hasText: /^(?:Roads|Schools)$/ }).allTextContents()).toEqual(['Roads', 'Schools'])
    await preview.close()
  })

  it('comes in from the wire in paragraphs, whatever column it was broken for', async () => {
    await paste(page, { text: 'GENEVA (AP) -- Talks on the treaty broke down late on Tuesday after\nthe two sides could not agree on who would count the ships.\n\nThey went home.\n' })
    await text().getByText('They went home.').waitFor()
    expect(await blocks()).toEqual([
      ['p', 'GENEVA (AP) -- Talks on the treaty broke down late on Tuesday after the two sides could not agree on who would count the ships.'],
      ['p', 'They went home.'],
    ])
  })

  it('brings in no script, no handler and no address that runs, however deep they stand', async () => {
    const deep = '<span style="color:red">'.repeat(40_000)
    await paste(page, { html: `<p onclick="hacked=1">One<script>hacked=1</script><img src=x onerror="hacked=1"> <a href="javascript:hacked=1">two</a>${deep} three</p>`, text: 'One' })
    await text().getByText('One two three').waitFor()
    expect(await text().locator('a, img, script, [onclick]').count()).toBe(0)
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  })

  it('goes into the sentence when it is a part of one', async () => {
    await page.keyboard.type('Before after')
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+ArrowRight')
    await drawn()
    await paste(page, { html: '<meta charset="utf-8"><span style="font-weight:700">between</span>', text: 'between' })
    await text().locator('strong').waitFor()
    expect(await blocks()).toEqual([['p', expect.stringMatching(/^Before ?between ?after$/)]])
  })
})
