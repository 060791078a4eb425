import { readFile } from 'node:fs/promises'
import type { RequiredDataFromCollectionSlug } from 'payload'
import { parseHouseCopy } from '../src/ingest/house'
import { sha256 } from '../src/ingest/contentHash'
import { plainToLexical } from '../src/ingest/lexical'
import { houseItem } from '../src/ingest/read/house'
import { copyHash } from '../src/ingest/save/identity'

/** What a file of wire copy does not say about its article. */
export type ArticleSidecar = {
  /** The copy, in seed/articles. */
  file: string
  headline: string
  slug: string
  /** Slugs of tags. */
  tags: string[]
  /** BCP 47 */
  language: string
}

/** Ids of what the copy names, by the names it uses. */
export type References = {
  section: (name: string) => string
  author: (name: string) => string
  tag: (slug: string) => string
}

/** The article a file of wire copy and its sidecar make, ready to be published. */
export async function articleFromCopy(
  sidecar: ArticleSidecar,
  references: References,
): Promise<RequiredDataFromCollectionSlug<'articles'> & { source: { guid: string } }> {
  const bytes = await readFile(new URL(`articles/${sidecar.file}`, import.meta.url))
  const result = parseHouseCopy(bytes, { name: sidecar.file })
  if (!result.ok) {
    throw new Error(result.errors.map(({ line, column, message }) => `${sidecar.file}:${line}:${column}: ${message}`).join('\n'))
  }
  const { copy } = result
  if (copy.section === undefined) throw new Error(`${sidecar.file}: the copy names no section.`)
  return {
    headline: copy.headline ?? sidecar.headline,
    slug: sidecar.slug,
    standfirst: copy.standfirst,
    dateline: { place: copy.dateline?.place, date: copy.dateline?.date, text: copy.dateline?.text },
    body: plainToLexical(copy.body),
    bylines: copy.bylines.map(({ name, role }) => ({ author: references.author(name), role })),
    section: references.section(copy.section),
    tags: sidecar.tags.map(references.tag),
    language: sidecar.language,
    publishedAt: copy.published,
    pubStatus: 'usable',
    stage: 'ready',
    source: {
      kind: 'wire',
      provider: 'Dateline seed',
      guid: `urn:dateline:seed:${sidecar.slug}`,
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      checksum: sha256(bytes),
      encoding: 'utf-8',
      copyHash: copyHash(houseItem(copy)),
    },
    _status: 'published',
  }
}
