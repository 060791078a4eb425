import type {
  CorrectionComment,
  ImageObject,
  NewsArticle,
  NewsMediaOrganization,
  Person,
  Thing,
  WithContext,
} from 'schema-dts'
import { creators, signatures, withRoles } from './bylines'
import { datelineText, isoDate, modifiedOf } from './dates'
import type { Picture } from './pictures'
import { bodyPictures, heroOf } from './pictures'
import { plainText } from '../articles/plainText'
import type { ArticleDocument, AuthorDocument, Correction, FormatOptions, TagDocument } from './types'
import { articleUri, articleUrl, authorUrl, tagUrl, uriOf } from './urls'
import { allPopulated, defined, list, populated, text } from './values'

/**
 * An article as schema.org NewsArticle, with the fields Google reads of articles.
 *
 * @see https://schema.org/NewsArticle
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function toJsonLd(article: ArticleDocument, options: FormatOptions): WithContext<NewsArticle> {
  const page = text(article.slug) && articleUrl(article.slug ?? '', options)
  const signed = signatures(article)
  const authors = creators(article)
  const others = withRoles(signed, ['contributor', 'photographer']).filter((person) => !authors.includes(person))
  const people = (persons: AuthorDocument[]) => list(persons.map((person) => personOf(person, options)))
  const place = text(article.dateline?.place)
  return defined<WithContext<NewsArticle>>({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': articleUri(article.id, options),
    headline: article.headline ?? '',
    description: text(article.standfirst) ?? text(article.meta?.description),
    url: page,
    mainEntityOfPage: page ? { '@type': 'WebPage', '@id': page } : undefined,
    datePublished: isoDate(article.publishedAt),
    dateModified: isoDate(modifiedOf(article)),
    author: people(authors) ?? [publisherOf(options)],
    editor: people(withRoles(signed, ['editor'])),
    contributor: people(others),
    translator: people(withRoles(signed, ['translator'])),
    publisher: publisherOf(options),
    image: imagesOf(article, options),
    articleSection: text(populated(article.section)?.name),
    dateline: datelineText(article),
    locationCreated: place ? { '@type': 'Place', name: place } : undefined,
    inLanguage: text(article.language),
    articleBody: text(plainText(article.body)),
    wordCount: article.wordCount ?? undefined,
    keywords: list(allPopulated(article.tags).flatMap(({ name }) => text(name) ?? [])),
    about: list(allPopulated(article.tags).map((tag) => thingOf(tag, options))),
    correction: list((article.corrections ?? []).map(correctionOf)),
  })
}

/**
 * JSON-LD as the content of a `<script type="application/ld+json">`: no text in it can end the script, or begin a
 * comment that would hide its end.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function jsonLdScript(data: WithContext<Thing>): string {
  return JSON.stringify(data).replace(/</g, '\\u003c')
}

function personOf({ jobTitle, name, sameAs, slug }: AuthorDocument, options: FormatOptions): Person {
  return defined<Exclude<Person, string>>({
    '@type': 'Person',
    name,
    url: text(slug) && authorUrl(slug, options),
    jobTitle: text(jobTitle),
    sameAs: webAddresses(sameAs),
  })
}

function publisherOf({ newsroom, siteUrl }: FormatOptions): NewsMediaOrganization {
  return defined<Exclude<NewsMediaOrganization, string>>({
    '@type': 'NewsMediaOrganization',
    name: newsroom.name,
    url: siteUrl,
    logo: newsroom.logoUrl ? { '@type': 'ImageObject', url: newsroom.logoUrl } : undefined,
  })
}

function imagesOf(article: ArticleDocument, options: FormatOptions): ImageObject[] | undefined {
  const hero = heroOf(article, options)
  const pictures = [...(hero ? [hero] : []), ...bodyPictures(article, options)].map(imageOf)
  const { imageUrl } = options.newsroom
  if (pictures.length > 0 || imageUrl === undefined) return list(pictures)
  return [{ '@type': 'ImageObject', url: imageUrl, contentUrl: imageUrl }]
}

/** Google takes the credit of a picture from `creditText`. */
function imageOf({ alt, caption, credit, original: { height, url, width } }: Picture): ImageObject {
  return defined<Exclude<ImageObject, string>>({
    '@type': 'ImageObject',
    url,
    contentUrl: url,
    caption: caption ?? alt,
    creditText: credit,
    width: width === undefined ? undefined : { '@type': 'QuantitativeValue', value: width, unitCode: 'E37' },
    height: height === undefined ? undefined : { '@type': 'QuantitativeValue', value: height, unitCode: 'E37' },
  })
}

/** An event stays a plain thing: search engines want a start date of an Event. */
const THINGS = {
  event: 'Thing',
  organisation: 'Organization',
  person: 'Person',
  place: 'Place',
  subject: 'Thing',
} as const

function thingOf({ kind, name, sameAs, slug }: TagDocument, options: FormatOptions): Thing {
  return defined({
    '@type': THINGS[kind] ?? 'Thing',
    name,
    url: text(slug) && tagUrl(slug, options),
    sameAs: webAddresses(sameAs),
  })
}

const CORRECTION_NAMES = { clarification: 'Clarification', correction: 'Correction', update: 'Update' } as const

function correctionOf({ correctedAt, kind, text: words }: Correction): CorrectionComment {
  return defined<Exclude<CorrectionComment, string>>({
    '@type': 'CorrectionComment',
    name: CORRECTION_NAMES[kind],
    text: words,
    datePublished: isoDate(correctedAt),
  })
}

function webAddresses(addresses: readonly string[] | null | undefined): string[] | undefined {
  return list((addresses ?? []).flatMap((address) => uriOf(address) ?? []))
}
