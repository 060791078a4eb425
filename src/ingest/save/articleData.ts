import type { RequiredDataFromCollectionSlug } from 'payload'
import { contentHash } from '../contentHash'
import type { Importer } from '../../access/imports'
import type { WireItem } from '../item'
import type { Identity } from './identity'
import type { Stored } from './knownArticles'
import type { Resolved } from './references'
import type { Story } from './types'

/** The fields an import sets, and by which it tells whether an editor has changed an article since. */
const IMPORTED_FIELDS = [
  'headline',
  'standfirst',
  'body',
  'bylines',
  'section',
  'tags',
  'publishedAt',
  'embargoUntil',
  'language',
  'dateline',
  'corrections',
  'pubStatus',
  'meta',
] as const

/** A longer version is no number and no date, and is not compared. */
const MAX_VERSION = 100

const UNDATED_FIELDS = IMPORTED_FIELDS.filter((field) => field !== 'publishedAt')

/** What an article says in the fields that the import of an item sets, as a hash: the date is the desk's when the source has none. */
export function importHashOf(article: Readonly<Record<string, unknown>>, { publishedAt }: WireItem): string {
  return contentHash(article, publishedAt === undefined ? UNDATED_FIELDS : IMPORTED_FIELDS)
}

/** Whether an article is as its last import left it, whichever of its fields that import set. */
export function isAsImported(article: Readonly<Record<string, unknown>>): boolean {
  return [IMPORTED_FIELDS, UNDATED_FIELDS].some((fields) => contentHash(article, fields) === article.importHash)
}

/**
 * The import hash of an article in which somebody other than an editor of it put one thing for another: what was untouched
 * stays untouched, what an editor has changed stays changed.
 */
export function importHashAfter(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string | null {
  const fields = [IMPORTED_FIELDS, UNDATED_FIELDS].find((each) => contentHash(before, each) === before.importHash)
  return fields ? contentHash(after, fields) : typeof before.importHash === 'string' ? before.importHash : null
}

/** What an article is made of; a draft may be without a section. */
export type ArticleData = Omit<RequiredDataFromCollectionSlug<'articles'>, 'section' | 'slug'> & { section?: string }

/**
 * The article that a story makes, with its references.
 *
 * @param newest the article as it is, when it is there already
 */
export function articleData(
  { item, original }: Story,
  { guid, hash, headline, key }: Identity,
  { bylines, section, tags }: Resolved,
  newest: Stored | undefined,
  importer: Importer,
  status: 'draft' | 'published',
): ArticleData {
  const wasPublished = newest?._status === 'published' || Boolean(newest?.firstPublishedAt)
  // Where a source gives no date but that of its version, the first one stays.
  const isDatedByVersion = item.publishedAt === item.updatedAt
  const publishedAt = wasPublished || isDatedByVersion ? (newest?.publishedAt ?? item.publishedAt) : (item.publishedAt ?? newest?.publishedAt)
  return {
    headline,
    standfirst: item.standfirst ?? null,
    body: item.body,
    bylines,
    ...(section === undefined ? {} : { section }),
    tags,
    publishedAt: publishedAt ?? null,
    modifiedAt: modifiedAt(item, newest),
    embargoUntil: item.embargoUntil ?? null,
    language: item.language ?? 'en',
    dateline: { place: item.dateline?.place ?? null, date: item.dateline?.date ?? null, text: item.dateline?.text ?? null },
    corrections: (item.corrections ?? []).map((correction) => ({ ...correction })),
    // A draft is held back as it is: withheld, it would stay hidden when an editor publishes it.
    pubStatus: item.pubStatus === 'withheld' && status === 'draft' ? 'usable' : item.pubStatus,
    meta: { title: item.meta?.title ?? null, description: item.meta?.description ?? null },
    source: {
      kind: 'wire',
      provider: item.provider ?? null,
      guid: guid ?? null,
      workingHeadline: item.headline === undefined ? headline : null,
      identity: key ?? null,
      version: item.version?.slice(0, MAX_VERSION) ?? null,
      versionAt: item.updatedAt ?? null,
      sentBy: newest ? (newest.source?.sentBy ?? null) : importer.kind === 'client' ? importer.id : null,
      copyHash: hash,
      text: original?.text ?? null,
      encoding: original?.encoding ?? null,
      checksum: original?.checksum ?? null,
      importedAt: new Date().toISOString(),
    },
    stage: 'draft',
  }
}

/**
 * The embargo that stays when a new version of a story says nothing of one: the latest that lies ahead, of what readers
 * will have and of the newest version.
 */
export function keptEmbargo({ embargoUntil, liftsEmbargo }: WireItem, versions: readonly (Stored | undefined)[]): string | undefined {
  if (embargoUntil !== undefined || liftsEmbargo) return undefined
  const now = new Date().toISOString()
  const ahead = versions.flatMap((version) => (version?.embargoUntil ? [new Date(version.embargoUntil).toISOString()] : [])).filter((moment) => moment > now)
  return ahead.sort().at(-1)
}

/** When the source last changed the story: when it published it, where it does not say and the story is new here. */
function modifiedAt(item: WireItem, newest: Stored | undefined): string | null {
  const moment = item.updatedAt ?? (newest ? undefined : item.publishedAt)
  return moment !== undefined && moment < new Date().toISOString() ? moment : null
}
