import type { FeedDescription, FeedItem } from './feedItem'
import { feedItems, feedUpdated } from './feedItem'
import { linesHtml } from './html'
import type { ArticleDocument, FormatOptions } from './types'
import type { XmlElement } from './xml'
import { element, textElement, xmlDocument } from './xml'

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/**
 * An RSS 2.0 feed, with whole texts (`content:encoded`), authors by name (`dc:creator`: RSS's own `author` is an e-mail
 * address) and pictures (`enclosure`, and Media RSS for their words).
 *
 * Articles that are not public are left out.
 *
 * @see https://www.rssboard.org/rss-specification
 * @see https://www.rssboard.org/media-rss
 */
export function toRss(articles: readonly ArticleDocument[], feed: FeedDescription, options: FormatOptions): string {
  const items = feedItems(articles, options)
  return xmlDocument(
    element(
      'rss',
      { version: '2.0', ...NAMESPACES },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.url),
        element('description', {}, feed.description),
        element('language', {}, feed.language),
        element('lastBuildDate', {}, feedUpdated(items, options).toUTCString()),
        element('docs', {}, 'https://www.rssboard.org/rss-specification'),
        element('atom:link', { href: feed.feedUrl, rel: 'self', type: 'application/rss+xml' }),
        ...items.map(itemElement),
      ),
    ),
  )
}

function itemElement(item: FeedItem): XmlElement {
  return element(
    'item',
    {},
    element('title', {}, item.title),
    element('link', {}, item.url),
    element('guid', { isPermaLink: 'false' }, item.id),
    element('pubDate', {}, item.published.toUTCString()),
    ...item.authors.map(({ name }) => element('dc:creator', {}, name)),
    ...item.categories.map(({ name, scheme }) => element('category', { domain: scheme }, name)),
    // RSS reads a description as HTML: words with a "<" or "&" are escaped twice.
    textElement('description', item.summary === undefined ? undefined : linesHtml(item.summary)),
    textElement('content:encoded', item.html || undefined),
    ...pictureElements(item),
  )
}

/** RSS requires a length of an enclosure; 0 says that it is not known. */
function pictureElements({ picture }: FeedItem): (XmlElement | undefined)[] {
  if (!picture) return []
  const { bytes, height, type = 'application/octet-stream', url, width } = picture.original
  return [
    element('enclosure', { url, length: bytes ?? 0, type }),
    element(
      'media:content',
      { url, type, medium: 'image', width, height, fileSize: bytes },
      textElement('media:description', picture.caption ?? picture.alt, { type: 'plain' }),
      textElement('media:credit', picture.credit),
    ),
  ]
}
