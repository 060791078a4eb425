import { slugify } from '../../fields/slugify'
import { contentHash, sha256 } from '../contentHash'
import type { WireItem } from '../item'
import { isGlobalId } from '../read/values'
import { workingHeadline } from './workingHeadline'
import type { Story } from './types'

/** How the ids begin that are made for stories without one. */
export const MADE_GUID = 'urn:dateline:copy:'

/** What standard input and a request without a name are called: it says nothing of where a story comes from. */
const UNNAMED: readonly string[] = ['-', 'request']

/** By what a story is known. */
export type Identity = {
  /**
   * The story's id together with who gave it out (a feed, a site, an agency, a file), as a hash; undefined when the
   * source gives neither, so that only the same copy is the same story.
   */
  key: string | undefined
  /** The key under which a withdrawal is remembered that names the same id and no provider. */
  vagueKey: string | undefined
  /** The source's own id, see {@link sameId}; of a source that has none, one made of the day and the slug it comes with. */
  guid: string | undefined
  /** Whether the id is the source's own. */
  isOwnGuid: boolean
  /** {@link copyHash} */
  hash: string
  /** What it is called until it has a headline. */
  headline: string
  slug: string
}

/** What does not count in {@link copyHash}: where a story comes from and stood, and which version of it this is. */
const UNCOUNTED: readonly string[] = ['aliases', 'faults', 'format', 'holdBack', 'isWhole', 'link', 'localId', 'notice', 'origin', 'takesBack', 'updatedAt', 'version']

/**
 * What makes two copies the same copy: everything the reader found, whatever the spelling of the file, except when it
 * was changed. Its format does not count either, so that an exported article is the same when you import it again.
 */
export function copyHash(item: WireItem): string {
  const fields = Object.keys(item).filter((field) => !UNCOUNTED.includes(field))
  return contentHash(item, fields)
}

/** Whether a withdrawal keeps its story out when it comes later. WordPress and feeds may bring a story back. */
export function isForGood({ faults, format, pubStatus }: WireItem): boolean {
  return pubStatus === 'canceled' && !faults && !['atom', 'rss', 'wxr'].includes(format)
}

const known = new WeakMap<WireItem, Identity>()

/** By what a story is known; found out once for each. */
export function identify({ file, item }: Pick<Story, 'file' | 'item'>): Identity {
  const before = known.get(item)
  if (before) return before
  const headline = item.headline ?? workingHeadline(item)
  const slug = slugify(item.slug ?? headline)
  const day = item.publishedAt?.slice(0, 10)
  const guid = sameId(item.guid) ?? (day && slug ? `${MADE_GUID}${day}:${slug}` : undefined)
  const isOwnGuid = item.guid !== undefined || item.localId !== undefined
  const id = item.localId ?? guid
  const scope = isOwnGuid ? scopeOfId(item, file) : (item.origin ?? scopeOfFile(file))
  const key = id === undefined || scope === undefined ? undefined : sha256(`${scope}\n${id}`)
  const isOfProvider = item.format === 'ninjs' && item.provider !== undefined && scope === scopeOfProvider(item.provider)
  const vagueKey = isOfProvider && id !== undefined ? sha256(`${scopeOfProvider()}\n${id}`) : undefined
  const identity = { key, vagueKey, guid, isOwnGuid, hash: copyHash(item), headline, slug }
  known.set(item, identity)
  return identity
}

/**
 * An id in the one spelling that all that mean the same have: the scheme and the authority of a URI are in any case (RFC
 * 3986 6.2.2.1), and so is the namespace of a URN (RFC 8141 3.1).
 */
function sameId(id: string | undefined): string | undefined {
  return id?.replace(/^(?:https?:\/\/[^/?#]{0,300}|urn:[^:]{0,32}|tag:[^:]{0,300})/i, (start) => start.toLowerCase())
}

/** Who gave out the id of a story; empty for an id that needs nobody. */
function scopeOfId({ format, guid, localId, origin, provider }: WireItem, file: string): string | undefined {
  if (origin !== undefined) return `feed ${origin}`
  if (localId === undefined && guid !== undefined && isGlobalId(guid)) return ''
  return format === 'ninjs' ? scopeOfProvider(provider) : scopeOfFile(file)
}

function scopeOfProvider(provider = ''): string {
  return `ninjs ${provider}`
}

function scopeOfFile(file: string): string | undefined {
  return UNNAMED.includes(file) ? undefined : `file ${file.replace(/^(?:\.\/)+/, '')}`
}
