import type { FeedDescription, FeedItem } from './feedItem'
import { feedItems, feedUpdated } from './feedItem'
import type { ArticleDocument, FormatOptions } from './types'
import { authorUrl } from './urls'
import type { XmlElement } from './xml'
import { element, textElement, xmlDocument } from './xml'

/**
 * An Atom feed (RFC 4287) with whole texts. Its own author is the newsroom, who signs what nobody else does.
 *
 * Articles that are not public are left out.
 */
export function toAtom(articles: readonly ArticleDocument[], feed: FeedDescription, options: FormatOptions): string {
  const items = feedItems(articles, options)
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.feedUrl),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, feedUpdated(items, options).toISOString()),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.url }),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.feedUrl }),
      element('author', {}, element('name', {}, options.newsroom.name), element('uri', {}, options.siteUrl)),
      ...items.map((item) => entryElement(item, options)),
    ),
  )
}

function entryElement(item: FeedItem, options: FormatOptions): XmlElement {
  const { original: file } = item.picture ?? {}
  return element(
    'entry',
    { 'xml:lang': item.language },
    element('id', {}, item.id),
    element('title', { type: 'text' }, item.title),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url, hreflang: item.language }),
    file && element('link', { rel: 'enclosure', type: file.type, href: file.url, length: file.bytes }),
    element('published', {}, item.published.toISOString()),
    element('updated', {}, item.updated.toISOString()),
    ...item.authors.map(({ name, slug }) =>
      element('author', {}, element('name', {}, name), textElement('uri', slug && authorUrl(slug, options))),
    ),
    ...item.categories.map(({ name, scheme, slug }) => element('category', { term: slug, scheme, label: name })),
    textElement('summary', item.summary, { type: 'text' }),
    textElement('content', item.html || undefined, { type: 'html' }),
  )
}
