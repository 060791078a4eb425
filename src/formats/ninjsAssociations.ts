import { isoDate } from './dates'
import { mayBeNamed } from './links'
import type { NinjsAssociation, NinjsRendition, NinjsText } from './ninjsTypes'
import type { Picture, Rendition } from './pictures'
import { bodyPictures, heroOf } from './pictures'
import type { ArticleDocument, FormatOptions } from './types'
import { articleUri, articleUrl } from './urls'
import { allPopulated, defined, list, text } from './values'

/** The pictures of an article, hero first, and the articles it points to. */
export function associationsOf(article: ArticleDocument, options: FormatOptions): NinjsAssociation[] {
  const hero = heroOf(article, options)
  return [
    ...(hero ? [pictureAssociation(hero, 'hero')] : []),
    ...bodyPictures(article, options).map((picture) => pictureAssociation(picture, 'body')),
    ...allPopulated(article.related)
      .filter((related) => mayBeNamed(related, options))
      .flatMap((related) => articleAssociation(related, options)),
  ]
}

function pictureAssociation(picture: Picture, rel: 'body' | 'hero'): NinjsAssociation {
  const { alt, caption, credit, focal, original, rights, sizes } = picture
  const descriptions = Object.entries({ alt, caption }).flatMap(([role, value]) => (value ? [plain(role, value)] : []))
  return defined<NinjsAssociation>({
    name: alt ?? picture.id,
    rel,
    uri: picture.uri,
    type: 'picture',
    representationType: 'full',
    pubStatus: 'usable',
    by: credit,
    usageTerms: rights,
    descriptions: list(descriptions),
    renditions: [original, ...sizes].map((file) => renditionOf(file, focal)),
  })
}

/** ninjs counts the point of interest in pixels of the rendition, Payload in parts of a hundred. */
function renditionOf({ bytes, height, name, type, url, width }: Rendition, focal: Picture['focal']): NinjsRendition {
  const pixels = (percentage: number, length: number) => Math.abs(Math.round((percentage * length) / 100))
  const poi = focal && width && height && name === 'original'
  return defined<NinjsRendition>({
    name,
    href: url,
    contentType: type,
    width,
    height,
    sizeInBytes: bytes,
    poi: poi ? { x: pixels(focal.x, width), y: pixels(focal.y, height) } : undefined,
  })
}

function articleAssociation(related: ArticleDocument, options: FormatOptions): NinjsAssociation[] {
  const headline = text(related.headline)
  const slug = text(related.slug)
  if (!headline || !slug) return []
  return [
    defined<NinjsAssociation>({
      name: headline,
      rel: 'related',
      uri: articleUri(related.id, options),
      type: 'text',
      representationType: 'partial',
      pubStatus: 'usable',
      contentCreated: isoDate(related.publishedAt),
      headlines: [plain('main', headline)],
      slugline: slug,
      altIds: [
        { role: 'slug', value: slug },
        { role: 'url', value: articleUrl(slug, options) },
      ],
    }),
  ]
}

function plain(role: string, value: string): NinjsText {
  return { role, contentType: 'text/plain', value }
}
