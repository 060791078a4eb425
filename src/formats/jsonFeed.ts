import type { FeedDescription, FeedItem } from './feedItem'
import { feedItems } from './feedItem'
import type { ArticleDocument, FormatOptions } from './types'
import { authorUrl } from './urls'
import { defined, list } from './values'

/** A JSON Feed 1.1 as far as this newsroom fills it (https://www.jsonfeed.org/version/1.1/). */
export type JsonFeed = {
  version: 'https://jsonfeed.org/version/1.1'
  title: string
  home_page_url: string
  feed_url: string
  description: string
  language: string
  authors: JsonFeedAuthor[]
  items: JsonFeedItem[]
}

type JsonFeedAuthor = { name: string; url?: string }

type JsonFeedItem = {
  id: string
  url: string
  title: string
  content_html: string
  summary?: string
  image?: string
  date_published: string
  date_modified: string
  authors?: JsonFeedAuthor[]
  tags?: string[]
  language?: string
}

/**
 * A JSON Feed 1.1 with whole texts; serialise it with `JSON.stringify`.
 *
 * Articles that are not public are left out.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function toJsonFeed(
  articles: readonly ArticleDocument[],
  feed: FeedDescription,
  options: FormatOptions,
): JsonFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: feed.feedUrl,
    description: feed.description,
    language: feed.language,
    authors: [{ name: options.newsroom.name, url: options.siteUrl }],
    items: feedItems(articles, options).map((item) => jsonItem(item, options)),
  }
}

function jsonItem(item: FeedItem, options: FormatOptions): JsonFeedItem {
  return defined<JsonFeedItem>({
    id: item.id,
    url: item.url,
    title: item.title,
    content_html: item.html,
    summary: item.summary,
    image: item.picture?.original.url,
    date_published: item.published.toISOString(),
    date_modified: item.updated.toISOString(),
    authors: list(
      item.authors.map(({ name, slug }) => defined({ name, url: slug ? authorUrl(slug, options) : undefined })),
    ),
    tags: list(item.categories.map(({ name }) => name)),
    language: item.language,
  })
}
