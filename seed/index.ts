import type { Payload, RequiredDataFromCollectionSlug, Where } from 'payload'
import { withLease } from '../src/database/lease'
import { slugs } from '../src/options/slugs'
import { articleFromCopy } from './article'
import type { References } from './article'
import { lavrovNorthKorea } from './articles/lavrov-north-korea'
import { authors, sections, tags } from './newsroom'
import { upsert } from './upsert'
import type { SeedRow } from './upsert'

const articles = [lavrovNorthKorea]

/**
 * Loads the newsroom that ships: sections, tags, authors and articles.
 *
 * Running it again changes nothing unless the seed's data changed; what editors have changed since is left alone. Two
 * at the same time take turns.
 *
 * @returns a row for each document, in the order of writing
 */
export function seedNewsroom(payload: Payload): Promise<SeedRow[]> {
  return withLease(payload.db, 'seed', async () => {
    const sectionRows = await upsertNamed(payload, slugs.sections, sections)
    const tagRows = await upsertNamed(payload, slugs.tags, tags)
    const authorRows = await upsertNamed(payload, slugs.authors, authors)
    const references: References = {
      section: findId(sections, sectionRows),
      tag: findId(tags, tagRows),
      author: findId(authors, authorRows),
    }
    const articleRows: SeedRow[] = []
    for (const sidecar of articles) {
      const data = await articleFromCopy(sidecar, references)
      articleRows.push(
        await upsert({
          payload,
          collection: slugs.articles,
          name: data.headline,
          where: { 'source.guid': { equals: data.source.guid } },
          data,
        }),
      )
    }
    return [...sectionRows, ...tagRows, ...authorRows, ...articleRows]
  })
}

type Named = { name: string; slug: string; aliases?: string[] | null }

async function upsertNamed<Slug extends 'authors' | 'sections' | 'tags'>(
  payload: Payload,
  collection: Slug,
  documents: (Named & RequiredDataFromCollectionSlug<Slug>)[],
): Promise<SeedRow[]> {
  const rows: SeedRow[] = []
  for (const data of documents) {
    const where: Where = { or: [{ slug: { equals: data.slug } }, { name: { equals: data.name } }] }
    rows.push(await upsert<Slug>({ payload, collection, name: data.name, where, data }))
  }
  return rows
}

/** Finds the id of a seeded document by its slug, its name or one of its aliases, whatever the case. */
function findId(documents: readonly Named[], rows: readonly SeedRow[]): (name: string) => string {
  return (wanted) => {
    const key = wanted.toLowerCase()
    const index = documents.findIndex(({ aliases, name, slug }) =>
      [slug, name, ...(aliases ?? [])].some((known) => known.toLowerCase() === key),
    )
    const row = rows[index]
    if (!row) throw new Error(`The seed knows no "${wanted}": add it to seed/newsroom.ts.`)
    return String(row.id)
  }
}

export type { SeedRow } from './upsert'
