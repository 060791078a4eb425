import type { PopulateType } from 'payload'
import { slugs } from '../../options/slugs'
import type { ArticlesSelect, AuthorsSelect, MediaSelect, SectionsSelect, TagsSelect } from '../../payload-types'

/** What the public rule looks at, so that the formats can ask it once more. */
const publicRule = {
  _status: true,
  deletedAt: true,
  embargoUntil: true,
  pubStatus: true,
  publishedAt: true,
} as const satisfies ArticlesSelect

/** The fields of an article that its address depends on, for sitemaps: no text is read from the database. */
export const ADDRESS = { ...publicRule, headline: true, language: true, modifiedAt: true, slug: true, updatedAt: true } as const satisfies ArticlesSelect

/** The fields of an article that formats print, and no others. */
export const WHOLE = {
  ...ADDRESS,
  body: true,
  bylines: true,
  corrections: true,
  createdAt: true,
  dateline: true,
  heroImage: true,
  meta: true,
  readingTime: true,
  related: true,
  section: true,
  standfirst: true,
  tags: true,
  wordCount: true,
} as const satisfies ArticlesSelect

/** What of a relation formats print, by collection. Related articles come with what the public rule looks at, for every caller. */
export function populated(): PopulateType {
  return {
    [slugs.articles]: { ...publicRule, headline: true, slug: true, standfirst: true, updatedAt: true } satisfies ArticlesSelect,
    [slugs.authors]: { jobTitle: true, name: true, sameAs: true, slug: true } satisfies AuthorsSelect,
    [slugs.media]: {
      alt: true,
      caption: true,
      credit: true,
      filename: true,
      filesize: true,
      focalX: true,
      focalY: true,
      height: true,
      mimeType: true,
      rights: true,
      sizes: true,
      url: true,
      width: true,
    } satisfies MediaSelect,
    [slugs.sections]: { mediaTopic: true, name: true, slug: true } satisfies SectionsSelect,
    [slugs.tags]: { kind: true, mediaTopic: true, name: true, sameAs: true, slug: true } satisfies TagsSelect,
  }
}

/** Deep enough for pictures and links inside the text. */
export const DEPTH = 2
