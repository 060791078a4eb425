import type { Payload, PayloadRequest } from 'payload'
import { mayMatch } from '../../access/imports'
import type { Importer } from '../../access/imports'
import { addressOf, pathOn, slugOf } from '../../articles/addresses'
import { idOf } from '../../articles/idOf'
import { slugs } from '../../options/slugs'
import { idFormat } from '../../validation/refuseBadInput'
import { pagesOf } from '../../export/pages'
import { toAtom, toRss } from '../../formats/feeds'
import { toMarkdown } from '../../formats/markdown'
import { toWholeNinjs } from '../../formats/ninjs'
import type { ArticleDocument, FormatOptions } from '../../formats/types'
import { articleUri, idInArticleUri } from '../../formats/urls'
import { siteOptions } from '../../formats/syndication/site'
import type { ItemResult, WireItem } from '../item'
import { readMarkdown } from '../read/markdown'
import { readNinjs } from '../read/ninjs'
import { readXml } from '../read/readXml'
import { copyHash } from './identity'
import type { Stored } from './knownArticles'
import type { Story } from './types'

/** An article of this newsroom that a story is, and whether the import may not change it. */
export type Own = { article: Stored; isOthers: false } | { article: Stored | undefined; isOthers: true }

/**
 * Finds the stories that come from this newsroom's own exports, feeds and API, and the article of each. The hash and
 * version are those of the article as the same format would write it now.
 *
 * @returns the article of each such story. It is `isOthers` for a copy in a feed of another site, and for a client that did
 *   not send it, also if there is no such article, so that a client cannot tell the difference
 */
export async function ownArticles(payload: Payload, req: PayloadRequest, stories: readonly Story[], importer: Importer): Promise<Map<WireItem, Own>> {
  const site = siteOptions()
  const isId = idFormat(payload)
  const ids = new Map(stories.flatMap(({ item }) => {
    const id = ownIdOf(item, site)
    return id !== undefined && isId(id) ? [[item, id] as const] : []
  }))
  const own = new Map<WireItem, Own>()
  if (ids.size === 0) return own
  const where = { id: { in: [...new Set(ids.values())] } }
  const { docs } = await payload.db.find<Stored>({ collection: slugs.articles, limit: 0, pagination: false, req, where })
  const stored = new Map(docs.map((doc) => [String(doc.id), doc]))
  const given = new Map<string, ArticleDocument>()
  for await (const page of pagesOf(payload, where, { draft: true })) for (const article of page) given.set(article.id, article)
  for (const [item, id] of ids) {
    const [article, doc] = [given.get(id), stored.get(id)]
    if (!doc || !mayMatch(importer, doc.source?.sentBy) || isOfAnotherSite(item, site)) {
      if (importer.kind === 'client' || doc) own.set(item, { article: doc, isOthers: true })
      continue
    }
    const now = article && (await readBack(article, item, site))
    const source = { ...doc.source, copyHash: now ? copyHash(now) : null, version: now?.version ?? null, versionAt: now?.updatedAt ?? null }
    own.set(item, { article: { ...doc, source }, isOthers: false })
  }
  return own
}

/**
 * Finds the stories that another site took over from this newsroom: their id or their link is the address of an article
 * here, by its slug or its id, as it is or as it was, whatever its state.
 *
 * @returns the article of each; undefined if there is none at the address any more. A client's stories are copies also if
 *   there never was one, so that it cannot tell the difference
 */
export async function copiesOfOwn(payload: Payload, req: PayloadRequest, stories: readonly Story[], importer: Importer): Promise<Map<WireItem, Stored | undefined>> {
  const { siteUrl } = siteOptions()
  const named = new Map(stories.map(({ item }) => [item, ownSlugsOf(item, siteUrl)] as const).filter(([, found]) => found.length > 0))
  if (named.size === 0) return new Map()
  const all = [...new Set([...named.values()].flat())]
  const options = { limit: 0, pagination: false, req } as const
  const redirects = await payload.db.find<{ from: string; to?: { reference?: unknown } | null }>({ ...options, collection: 'redirects', select: { from: true, to: { reference: true } }, where: { from: { in: all.map(addressOf) } } })
  const targets = redirects.docs.flatMap(({ to }) => idOf(to?.reference) ?? [])
  // The site leads from the id of an article to its slug.
  const ids = [...all.filter(idFormat(payload)), ...targets]
  const { docs } = await payload.db.find<Stored>({
    ...options,
    collection: slugs.articles,
    select: { _status: true, deletedAt: true, embargoUntil: true, headline: true, pubStatus: true, publishedAt: true, slug: true },
    where: { or: [{ slug: { in: all } }, ...(ids.length > 0 ? [{ id: { in: ids } }] : [])] },
  })
  const byName = new Map(docs.flatMap((article) => [String(article.id), article.slug ?? ''].map((name) => [name, article] as const)))
  const found = new Map<string, Stored | undefined>(redirects.docs.map(({ from, to }) => [slugOf(from) ?? '', byName.get(idOf(to?.reference) ?? '')]))
  for (const [name, article] of byName) found.set(name, article)
  return new Map([...named].flatMap(([item, names]) => {
    const known = names.filter((name) => found.has(name))
    return importer.kind === 'client' || known.length > 0 ? [[item, known.map((name) => found.get(name)).find(Boolean)]] : []
  }))
}

function ownSlugsOf({ guid, link, localId }: WireItem, siteUrl: string): string[] {
  return [guid, link, localId].flatMap((address) => {
    const path = address !== undefined && /^https?:/i.test(address) ? pathOn(siteUrl, address) : undefined
    return (path !== undefined && slugOf(path)) || []
  })
}

/** The id of our article that a story has. */
function ownIdOf({ guid }: WireItem, site: FormatOptions): string | undefined {
  const id = idInArticleUri(guid?.toLowerCase())
  return id !== undefined && guid?.toLowerCase() === articleUri(id, site).toLowerCase() ? id : undefined
}

/** Feeds may copy ids of other sites: what has one of ours in a feed of another site is a copy. */
function isOfAnotherSite({ format, origin }: WireItem, site: FormatOptions): boolean {
  return (format === 'rss' || format === 'atom') && origin !== new URL(site.siteUrl).host
}

/** The article written in the format of the story and read again. */
async function readBack(article: ArticleDocument, story: WireItem, site: FormatOptions): Promise<WireItem | undefined> {
  for await (const result of readAgain(article, story, site)) if (result.ok && result.item) return result.item
  return undefined
}

function readAgain(article: ArticleDocument, { format, language, provider }: WireItem, site: FormatOptions): AsyncIterable<ItemResult> | Iterable<ItemResult> {
  if (format === 'ninjs') return readNinjs(JSON.stringify(toWholeNinjs(article, site)))
  if (format === 'markdown') return [readMarkdown(toMarkdown(article, site))]
  const feed = { title: provider ?? '', url: site.siteUrl, feedUrl: site.siteUrl, description: '', language: language ?? '' }
  return readXml(once((format === 'rss' ? toRss : toAtom)([article], feed, site)))
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text)
}
