import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { plainText } from '../../../../src/articles/plainText'
import { toMarkdown } from '../../../../src/formats/markdown'
import { toNinjs } from '../../../../src/formats/ninjs'
import { toRss } from '../../../../src/formats/rss'
import type { ArticleDocument } from '../../../../src/formats/types'
import { htmlToLexical } from '../../../../src/ingest/lexical'
import { readMarkdown, readNinjs } from '../../../../src/ingest/read'
import { isItem, onlyItem, xmlResults } from './help'

// Hundreds of documents each: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000 })

const OPTIONS = { siteUrl: 'https://a.example', newsroom: { name: 'The Example', language: 'en' } }

const word = fc.stringMatching(/^[A-Za-zé&<>*_#.!0-9[\]`~|"'-]{1,8}$/)
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => escape(`w ${all.join(' ')} w`))
const phrase = fc.oneof(words, words.map((text) => `<b>${text}</b>`), words.map((text) => `<i>${text}</i>`), words.map((text) => `<a href="https://a.example/x?y=1">${text}</a>`))
const phrases = fc.array(phrase, { minLength: 1, maxLength: 4 }).map((all) => all.join(' and '))
const list = fc.tuple(fc.constantFrom('ul', 'ol'), fc.array(phrases, { minLength: 1, maxLength: 4 })).map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`)
const block = fc.oneof(
  phrases.map((text) => `<p>${text}</p>`),
  phrases.map((text) => `<p>${text}<br>${text}</p>`),
  words.map((text) => `<h2>${text}</h2>`),
  words.map((text) => `<h3>${text}</h3>`),
  phrases.map((text) => `<blockquote>${text}</blockquote>`),
  words.map((text) => `<figure class="pullquote"><p>${text}</p><cite>Ann</cite></figure>`),
  words.map((text) => `<figure><iframe src="https://v.example/1"></iframe><figcaption>${text}</figcaption></figure>`),
)
// Two lists side by side are one in Markdown, so that a paragraph parts them.
const html = fc.array(fc.oneof(block, list.map((text) => `${text}<p>x</p>`)), { minLength: 1, maxLength: 8 }).map((all) => all.join(''))

const article = html.map((text): ArticleDocument => ({
  id: '1',
  _status: 'published',
  headline: 'Ferry: "safe"',
  slug: 'ferry',
  standfirst: 'All safe.',
  language: 'en',
  pubStatus: 'usable',
  publishedAt: '2024-04-05T09:00:00.000Z',
  updatedAt: '2024-04-06T09:00:00.000Z',
  createdAt: '2024-04-05T08:00:00.000Z',
  body: htmlToLexical(text).document,
  section: { id: 's', name: 'Sea', slug: 'sea' },
  tags: [{ id: 't', name: 'Bo Cy', slug: 'bo-cy', kind: 'person' }, { id: 'u', name: 'Ferries', slug: 'ferries', kind: 'subject' }],
  bylines: [{ author: { id: 'a', name: 'CJ journalist', slug: 'cj-journalist' }, role: 'reporter' }, { author: { id: 'b', name: 'HUXIANA', slug: 'huxiana' }, role: 'editor' }],
  dateline: { place: 'Pyongyang', date: '2023-10-18T00:00:00.000Z', text: 'Pyongyang - - October,18,2023' },
  corrections: [{ kind: 'correction', correctedAt: '2024-04-06T08:00:00.000Z', text: 'Forty.\n\nNot fifty.' }],
  meta: { title: 'Ferry', description: 'Found' },
}))

const SAME = {
  headline: 'Ferry: "safe"',
  slug: 'ferry',
  standfirst: 'All safe.',
  language: 'en',
  status: 'published',
  publishedAt: '2024-04-05T09:00:00.000Z',
  section: { name: 'Sea', slug: 'sea' },
  bylines: [{ name: 'CJ journalist', slug: 'cj-journalist', role: 'reporter' }, { name: 'HUXIANA', slug: 'huxiana', role: 'editor' }],
  corrections: [{ kind: 'correction', correctedAt: '2024-04-06T08:00:00.000Z', text: 'Forty.\n\nNot fifty.' }],
  meta: { title: 'Ferry', description: 'Found' },
}

describe('what our own export wrote comes back', () => {
  it('from Markdown', () => {
    fc.assert(fc.property(article, (source) => {
      const { item } = onlyItem([readMarkdown(toMarkdown(source, OPTIONS))])
      expect(item.body).toEqual(source.body)
      expect(item).toMatchObject({ ...SAME, dateline: source.dateline, tags: [{ slug: 'bo-cy', kind: 'person' }, { slug: 'ferries', kind: 'subject' }] })
    }))
  })

  it('from ninjs', () => {
    fc.assert(fc.property(article, (source) => {
      const { item } = onlyItem(Array.from(readNinjs(JSON.stringify(toNinjs(source, OPTIONS)))))
      expect(item.body).toEqual(source.body)
      expect(item).toMatchObject({ ...SAME, dateline: { place: 'Pyongyang', text: 'Pyongyang - - October,18,2023' } })
      expect(new Set(item.tags.map(({ kind, slug }) => `${kind} ${slug ?? ''}`))).toEqual(new Set(['person bo-cy', 'subject ferries']))
    }))
  })

  it('from an RSS feed, as far as a feed holds it', async () => {
    await fc.assert(fc.asyncProperty(article, async (source) => {
      const feed = { title: 'T', url: 'https://a.example/', feedUrl: 'https://a.example/f', description: 'D', language: 'en' }
      const [result] = (await xmlResults(toRss([source], feed, OPTIONS))).filter(isItem)
      // Around the text the feed prints the standfirst and the corrections.
      expect(plainText(result?.item.body)).toContain(plainText(source.body))
      expect(result?.item).toMatchObject({ headline: 'Ferry: "safe"', section: { name: 'Sea' }, bylines: [{ name: 'CJ journalist' }], standfirst: 'All safe.' })
    }), { numRuns: 30 })
  })
})

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
