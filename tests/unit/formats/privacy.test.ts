import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toAtom, toJsonFeed, toRss } from '../../../src/formats/feeds'
import { toHtml } from '../../../src/formats/html'
import { toJsonLd } from '../../../src/formats/jsonLd'
import { toMarkdown } from '../../../src/formats/markdown'
import { toNinjs } from '../../../src/formats/ninjs'
import { toNewsSitemap, toSitemap } from '../../../src/formats/sitemaps'
import type { Article } from '../../../src/payload-types'
import { anyArticle } from './arbitraries'
import { CANARY, clientArticle, lexical, options, paragraph, words } from './clientArticle'

const feed = {
  title: 'T',
  url: 'https://news.example',
  feedUrl: 'https://news.example/feeds/rss.xml',
  description: 'D',
  language: 'en',
}

/** An article in every format. */
async function everything(article: Article): Promise<string> {
  const articles = [article]
  return [
    JSON.stringify(toNinjs(article, options)),
    JSON.stringify(toJsonLd(article, options)),
    JSON.stringify(toJsonFeed(articles, feed, options)),
    toMarkdown(article, options),
    toHtml(article, options),
    toRss(articles, feed, options),
    toAtom(articles, feed, options),
    await toSitemap(articles, options),
    await toNewsSitemap(articles, options),
  ].join('\n')
}

/** An article that another one links to, relates to and shows: with all it holds, and not public. */
const secret = clientArticle({ _status: 'draft', headline: CANARY, slug: CANARY.toLowerCase(), standfirst: CANARY })

it('no format has anything of a private field', async () => {
  const output = await everything(clientArticle())
  expect(output).toContain('Lavrov')
  expect(output).not.toContain(CANARY)
  expect(output).not.toContain('in-review')
  expect(output).not.toContain('12:34:56.789')
})

it('no format names an article that is not public', async () => {
  const link = {
    type: 'link',
    fields: { linkType: 'internal', doc: { relationTo: 'articles', value: secret } },
    children: [words('x')],
  }
  const output = await everything(clientArticle({ body: lexical(paragraph(link)), related: [secret] }))
  expect(output.toUpperCase()).not.toContain(CANARY)
})

it('no format has anything of what a stranger hides in the text’s nodes', async () => {
  const hidden = { secret: CANARY, data: { text: CANARY } }
  const nodes = [
    paragraph({ ...words('x'), ...hidden, style: CANARY }),
    { type: 'block', fields: { blockType: 'desk-note', note: CANARY } },
    { type: 'block', fields: { blockType: 'pullQuote', quote: 'q', blockName: CANARY, ...hidden } },
    { type: 'upload', value: { id: 'm', url: '/m.jpg', alt: 'a', uploadedBy: { email: CANARY } }, ...hidden },
    { type: 'list', children: [{ type: 'listitem', children: [words('y')], ...hidden }] },
  ]
  expect(await everything(clientArticle({ body: lexical(...nodes) }))).not.toContain(CANARY)
})

it('no format of any article has anything of a private field', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticle, async (article) => {
      expect(await everything(article)).not.toContain(CANARY)
    }),
  )
})
