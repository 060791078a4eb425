import { isPublicArticle } from '../articles/publicArticle'
import { creators } from './bylines'
import { dateOf, isoDate, latest, modifiedOf } from './dates'
import { xmlText } from './escape'
import { linesHtml, pictureHtml, toHtml } from './html'
import type { Picture } from './pictures'
import { heroOf } from './pictures'
import { paragraphsOf } from '../articles/plainText'
import type { ArticleDocument, AuthorDocument, Correction, FormatOptions } from './types'
import { articleUri, articleUrl, sectionUrl, tagUrl } from './urls'
import { allPopulated, populated, text } from './values'

/** A summary made of the first paragraph is no longer. */
const MAX_SUMMARY = 300

/** What a feed says of itself. */
export type FeedDescription = {
  title: string
  /** The page it is the feed of. */
  url: string
  /** Its own address. */
  feedUrl: string
  description: string
  /** BCP 47. */
  language: string
}

/** A public article, in the words that RSS, Atom and JSON Feed share. */
export type FeedItem = {
  /** The article's `tag:` URI: readers that have seen it know it again under a new slug. */
  id: string
  url: string
  title: string
  summary: string | undefined
  html: string
  published: Date
  updated: Date
  language: string | undefined
  authors: AuthorDocument[]
  categories: { name: string; slug: string; scheme: string }[]
  picture: Picture | undefined
}

/** The articles of a feed that are public by now, in the order given. Others are never sent, to anybody. */
export function feedItems(articles: readonly ArticleDocument[], options: FormatOptions): FeedItem[] {
  return articles
    .filter((article) => isPublicArticle(article, options.now))
    .flatMap((article) => feedItem(article, options) ?? [])
}

/** When a feed last changed: with its latest item. Without items, now. */
export function feedUpdated(items: readonly FeedItem[], { now }: FormatOptions): Date {
  return latest(items.map(({ updated }) => isoDate(updated))) ?? now ?? new Date()
}

function feedItem(article: ArticleDocument, options: FormatOptions): FeedItem | undefined {
  const published = dateOf(article.publishedAt)
  if (!published || !article.slug) return undefined
  return {
    id: articleUri(article.id, options),
    url: articleUrl(article.slug, options),
    title: xmlText(article.headline ?? ''),
    summary: text(article.standfirst) ?? text(article.meta?.description) ?? firstWords(article),
    html: feedHtml(article, options),
    published,
    updated: latest([isoDate(modifiedOf(article)), article.publishedAt]) ?? published,
    language: text(article.language),
    authors: creators(article),
    categories: categoriesOf(article, options),
    picture: heroOf(article, options),
  }
}

/** The first paragraph, cut at a word when it is long. */
function firstWords({ body }: ArticleDocument): string | undefined {
  const paragraph = paragraphsOf(body).find((line) => text(line) !== undefined)?.trim()
  if (paragraph === undefined || paragraph.length <= MAX_SUMMARY) return paragraph
  const cut = paragraph.slice(0, MAX_SUMMARY)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_SUMMARY / 2))}…`
}

function categoriesOf(article: ArticleDocument, options: FormatOptions): FeedItem['categories'] {
  const section = populated(article.section)
  const inScheme = (scheme: string) => (concept: { name: string; slug: string }) =>
    text(concept.name) ? [{ name: concept.name, slug: text(concept.slug) ?? concept.name, scheme }] : []
  return [
    ...(section ? [section] : []).flatMap(inScheme(sectionUrl('', options))),
    ...allPopulated(article.tags).flatMap(inScheme(tagUrl('', options))),
  ]
}

/** What a feed reader shows in place of the page: the picture, the lead, the text, and what was put right since. */
function feedHtml(article: ArticleDocument, options: FormatOptions): string {
  const hero = heroOf(article, options)
  const standfirst = text(article.standfirst)
  return [
    hero && pictureHtml(hero),
    standfirst && `<p><strong>${linesHtml(standfirst)}</strong></p>`,
    toHtml(article, options),
    ...(article.corrections ?? []).map(correctionHtml),
  ]
    .filter(Boolean)
    .join('\n')
}

function correctionHtml({ correctedAt, kind, text: words }: Correction): string {
  const day = isoDate(correctedAt)?.slice(0, 10)
  const label = kind.charAt(0).toUpperCase() + kind.slice(1)
  return `<p><em>${linesHtml(day ? `${label} (${day})` : label)}: ${linesHtml(words)}</em></p>`
}
