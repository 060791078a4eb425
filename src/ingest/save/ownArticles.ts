import type { Payload, PayloadRequest, Where } from 'payload'
import { mayMatch } from '../../access/imports'
import type { Importer } from '../../access/imports'
import { addressOf, pathOn, slugOf } from '../../articles/addresses'
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

/**
 * Finds the stories that come from this newsroom's own exports, feeds and API, and the article of each. The hash and
 * version are those of the article as the same format would write it now.
 *
 * @returns the article of each such story; 'others' for a copy in a feed of another site, and for a client that did not
 *   send the article, also if there is no such article, so that a client cannot tell the difference
 */
export async function ownArticles(payload: Payload, req: PayloadRequest, stories: readonly Story[], importer: Importer): Promise<Map<WireItem, Stored | 'others'>> {
  const site = siteOptions()
  const isId = idFormat(payload)
  const ids = new Map(stories.flatMap(({ item }) => {
    const id = ownIdOf(item, site)
    return id !== undefined && isId(id) ? [[item, id] as const] : []
  }))
  const own = new Map<WireItem, Stored | 'others'>()
  if (ids.size === 0) return own
  const where = { id: { in: [...new Set(ids.values())] } }
  const { docs } = await payload.db.find<Stored>({ collection: slugs.articles, limit: 0, pagination: false, req, where })
  const stored = new Map(docs.map((doc) => [String(doc.id), doc]))
  const given = new Map<string, ArticleDocument>()
  for await (const page of pagesOf(payload, where, { draft: true })) for (const article of page) given.set(article.id, article)
  for (const [item, id] of ids) {
    const [article, doc] = [given.get(id), stored.get(id)]
    if (!doc || !mayMatch(importer, doc.source?.sentBy) || isOfAnotherSite(item, site)) {
      if (importer.kind === 'client' || doc) own.set(item, 'others')
      continue
    }
    const now = article && (await readBack(article, item, site))
    own.set(item, { ...doc, source: { ...doc.source, copyHash: now ? copyHash(now) : null, version: now?.version ?? null, versionAt: now?.updatedAt ?? null } })
  }
  return own
}

/**
 * Finds the stories that another site took over from this newsroom: their id or their link is the address of an article
 * here, by its slug or its id, as it is or as it was, whatever its state. For a client that is so also if there is no such article.
 */
export async function copiesOfOwn(payload: Payload, req: PayloadRequest, stories: readonly Story[], importer: Importer): Promise<Set<WireItem>> {
  const { siteUrl } = siteOptions()
  const named = new Map(stories.map(({ item }) => [item, ownSlugsOf(item, siteUrl)] as const).filter(([, found]) => found.length > 0))
  if (named.size === 0 || importer.kind === 'client') return new Set(named.keys())
  const all = [...new Set([...named.values()].flat())]
  const options = { limit: 0, pagination: false, req } as const
  // The site leads from the id of an article to its slug.
  const ids = all.filter(idFormat(payload))
  const where: Where = { or: [{ slug: { in: all } }, ...(ids.length > 0 ? [{ id: { in: ids } }] : [])] }
  const [articles, redirects] = [
    await payload.db.find<{ id: string; slug: string }>({ ...options, collection: slugs.articles, select: { slug: true }, where }),
    await payload.db.find<{ from: string }>({ ...options, collection: 'redirects', select: { from: true }, where: { from: { in: all.map(addressOf) } } }),
  ]
  const known = new Set([...articles.docs.flatMap(({ id, slug }) => [String(id), slug]), ...redirects.docs.map(({ from }) => slugOf(from))])
  return new Set([...named].filter(([, found]) => found.some((slug) => known.has(slug))).map(([item]) => item))
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
