/**
 * How long an editor waits for each screen of the admin UI, and a reader for each page: the built app with made-up articles,
 * in the system's Chromium, from the click on a link to the moment what was asked for can be seen and used.
 *
 *     node --conditions=production --import tsx bench/screens.ts [articles]
 */
import { openBrowser } from '../tests/helpers/browser'
import { percentile, withEditor } from './editor'

const ROUNDS = 5
/** So many stories lie on the desk; the others are published. */
const ON_DESK = 40
const articles = Number(process.argv[2] ?? 2000)

/** A screen, and what of it an editor waits for. */
type Screen = { name: string; path: string; seen: string }

function screens(article: string, slug: string): Screen[] {
  const list = (collection: string, query = '') => ({ path: `/admin/collections/${collection}${query}`, seen: '.table tbody tr .cell-_select, .table tbody tr td a' })
  return [
    { name: 'desk', path: '/admin', seen: '[data-column] li' },
    { name: 'articles', ...list('articles') },
    { name: 'articles, the last page', ...list('articles', `?limit=10&page=${Math.ceil(articles / 10)}`) },
    { name: 'articles, searched', ...list('articles', '?search=treaty') },
    { name: 'an article', path: `/admin/collections/articles/${article}`, seen: '.ContentEditable__root p' },
    { name: 'an article begun', path: '/admin/collections/articles/create', seen: '.ContentEditable__root' },
    { name: 'versions of an article', path: `/admin/collections/articles/${article}/versions`, seen: '.table tbody tr' },
    { name: 'authors', ...list('authors') },
    { name: 'sections', ...list('sections') },
    { name: 'tags', ...list('tags') },
    { name: 'media', path: '/admin/collections/media', seen: '.collection-list' },
    { name: 'reader: front page', path: '/', seen: 'main article, main li' },
    { name: 'reader: article', path: `/articles/${slug}`, seen: 'article p' },
  ]
}

type Page = { docs: [{ id: string; slug: string }] }

await withEditor(articles, async ({ app, authorization }) => {
  const { docs } = (await (await fetch(`${app.url}/api/articles?limit=1`)).json()) as Page
  for (let n = 0; n < ON_DESK; n += 1) {
    await fetch(`${app.url}/api/articles?draft=true`, {
      method: 'POST',
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ headline: `On the desk, ${n}`, stage: ['draft', 'submitted', 'in-review', 'ready'][n % 4] }),
    })
  }
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } })
    await context.addCookies([{ name: 'payload-token', value: authorization.replace('JWT ', ''), url: app.url }])
    const page = await context.newPage()
    const open = async ({ path, seen }: Screen): Promise<number> => {
      await page.goto('about:blank')
      const began = performance.now()
      await page.goto(app.url + path, { waitUntil: 'commit' })
      await page.locator(seen).first().waitFor()
      return performance.now() - began
    }
    for (const screen of screens(docs[0].id, docs[0].slug)) {
      const first = await open(screen)
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) times.push(await open(screen))
      console.log(`${screen.name.padEnd(26)} ${percentile(times, 0.5).toFixed(0).padStart(6)} ms, at most ${Math.max(...times).toFixed(0).padStart(6)}, the first time ${first.toFixed(0).padStart(6)}`)
    }
  } finally {
    await browser.close()
  }
})
