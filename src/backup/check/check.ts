import type { CollectionSlug, Payload, SanitizedCollectionConfig } from 'payload'
import { isSearched } from '../../articles/search/searched'
import { openSnapshot } from '../../database/snapshot'
import { searchIndexOf } from '../../database/search/withSearch'
import { nameOfSlug, slugs } from '../../options/slugs'
import { isDocID } from '../format'
import type { Doc, DocID } from '../format'
import { idsOf, linesOf, sourcesOf } from '../rows'
import type { Source } from '../rows'
import { fileCheck } from './files'
import { redirectCheck } from './redirects'
import { relationsOf, relationsOfVersion } from './relations'
import { searchFindings } from './search'
import { slugCheck } from './slugs'
import type { Finding, Ground } from './types'
import { VersionCheck } from './versions'

/** One finding, and what was done about it, if anything. */
export type Checked = { message: string; repaired?: string }

/**
 * Looks for what does not fit together in a newsroom: relations, slugs, redirects, the search index, versions and files. It
 * may be at work meanwhile.
 *
 * @param isRepairing whether what can be put right safely is
 */
export async function* check(payload: Payload, { isRepairing }: { isRepairing: boolean }): AsyncGenerator<Checked> {
  const snapshot = await openSnapshot(payload)
  let hasRepaired = false
  try {
    const sources = sourcesOf(payload)
    const ids = new Map<string, Set<DocID>>()
    for (const { kind, slug } of sources) if (kind === 'collections') ids.set(slug, await idsOf(snapshot, slug as CollectionSlug))
    for await (const { message, repair } of findingsOf({ ids, payload, snapshot }, sources)) {
      const repaired = isRepairing ? await repair?.() : undefined
      hasRepaired ||= repaired !== undefined
      yield { message, ...(repaired !== undefined && { repaired }) }
    }
  } finally {
    await snapshot.close()
  }
  // Versions that have become the newest are to be found.
  if (hasRepaired) await searchIndexOf(payload)?.fill()
}

async function* findingsOf(ground: Ground, sources: readonly Source[]): AsyncGenerator<Finding> {
  const checks = [slugCheck(ground), redirectCheck(ground), await fileCheck(ground)]
  const published = new Map<string, Set<DocID>>()
  for (const source of sources.filter(({ kind }) => kind === 'collections')) {
    const seen = new Set<DocID>()
    published.set(source.slug, seen)
    for await (const docs of pagesOf(ground, source)) {
      for (const doc of docs) if (doc._status === 'published' && isDocID(doc.id)) seen.add(doc.id)
      // A redirect to nothing is one finding.
      if (source.slug !== 'redirects') for (const doc of docs) yield* relationsOf(ground, source.slug, doc)
      for (const { look } of checks) yield* await look(source.slug, docs)
      const name = nameOfSlug(source.slug)
      if (isSearched(name)) yield* await searchFindings(ground, name, docs)
    }
  }
  for (const { end } of checks) yield* (await end?.()) ?? []
  for (const source of sources.filter(({ kind, slug }) => kind === 'versions' && hasDrafts(ground.payload.collections[slug as CollectionSlug].config))) {
    const versions = new VersionCheck(ground, source.slug)
    for await (const docs of pagesOf(ground, source)) {
      yield* versions.look(docs)
      const newest = docs.filter(({ latest }) => latest === true)
      for (const doc of newest) yield* relationsOfVersion(ground, source.slug, doc)
      if (source.slug === slugs.articles) yield* await searchFindings(ground, 'versions', newest)
    }
    yield* versions.end(published.get(source.slug) ?? new Set())
  }
}

async function* pagesOf({ snapshot }: Ground, source: Source): AsyncGenerator<Doc[]> {
  for await (const lines of linesOf(snapshot, source)) yield lines.map(({ doc }) => doc)
}

function hasDrafts({ versions }: SanitizedCollectionConfig): boolean {
  return Boolean(versions?.drafts)
}
