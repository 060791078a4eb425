import type { Article, Author, Media, Section, Tag } from '../payload-types'

/** The addresses of the newsroom on the web, and its name. */
export type FormatOptions = {
  /** Address of the site readers visit, such as `https://example.com` or `https://example.com/news`. */
  siteUrl: string
  /**
   * Address of the server that answers the API, feeds, sitemaps and files.
   *
   * @default siteUrl
   */
  serverUrl?: string
  /**
   * Addresses of the site and the server as paths, without their host: for pages that this server itself shows, by
   * whatever name it is asked. Ids stay what they are.
   *
   * @default false
   */
  isRelative?: boolean
  /**
   * Who mints ids, as RFC 4151 has it: a host name the newsroom held on a date, such as `example.com,2024-05-01`.
   * Set it before the site moves to another host, and the ids stay.
   *
   * @default the host of siteUrl, on the first day of 2025
   */
  tagAuthority?: string
  /**
   * The slug of the collection of articles, by which links in a text say that they lead to one.
   *
   * @default 'articles'
   */
  articlesSlug?: string
  /**
   * Whether this server answers feeds, so that reader pages name them.
   *
   * @default true
   */
  hasFeeds?: boolean
  newsroom: {
    name: string
    /** BCP 47. */
    language: string
    logoUrl?: string
    /** The picture of an article that has none. */
    imageUrl?: string
  }
  /**
   * The moment to judge by what is public.
   *
   * @default the present
   */
  now?: Date
}

/** The fields of an article that may leave the house. What is not named here, no format can reach. */
type OpenField =
  | '_status'
  | 'body'
  | 'corrections'
  | 'createdAt'
  | 'dateline'
  | 'deletedAt'
  | 'embargoUntil'
  | 'headline'
  | 'heroImage'
  | 'language'
  | 'meta'
  | 'modifiedAt'
  | 'pubStatus'
  | 'publishedAt'
  | 'readingTime'
  | 'slug'
  | 'standfirst'
  | 'updatedAt'
  | 'wordCount'

export type AuthorDocument = Pick<Author, 'id' | 'name' | 'slug'> & Partial<Pick<Author, 'jobTitle' | 'sameAs'>>
export type SectionDocument = Pick<Section, 'id' | 'name' | 'slug'> & Partial<Pick<Section, 'mediaTopic'>>
export type TagDocument = Pick<Tag, 'id' | 'kind' | 'name' | 'slug'> & Partial<Pick<Tag, 'mediaTopic' | 'sameAs'>>
export type MediaDocument = Partial<Media> & Pick<Media, 'id'>

export type BylineRole = NonNullable<Article['bylines']>[number]['role']
export type Correction = NonNullable<Article['corrections']>[number]

/**
 * An article as REST answers it: relations populated or as ids, fields missing where a draft or a `select` lacks them.
 * Every {@link Article} is one.
 */
export type ArticleDocument = { id: string } & { [Field in OpenField]?: Article[Field] | null } & {
  bylines?: { author: string | AuthorDocument; role: BylineRole }[] | null
  related?: (string | ArticleDocument)[] | null
  section?: string | SectionDocument | null
  tags?: (string | TagDocument)[] | null
}
