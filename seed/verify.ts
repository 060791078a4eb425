import { slugs } from '../src/options/slugs'
import { readDate } from '../src/text/dateText'
import { readFile } from 'node:fs/promises'
import type { Payload } from 'payload'
import { paragraphsOf } from '../src/articles/plainText'
import type { Article } from '../src/payload-types'
import { lavrovNorthKorea } from './articles/lavrov-north-korea'
import { authors, sections, tags } from './newsroom'

/** A thing that is not as the seed says: what, what it should be, what it is. */
export type Difference = { what: string; expected: unknown; found: unknown }

/** Where the parts of the client's copy stand, by line of its file, the first being 1. */
const STANDFIRST_LINE = 3
const DATELINE_LINE = 6
const FIRST_BODY_LINE = 7

/**
 * Reads the seeded newsroom back as an anonymous reader may, and compares it with the copy's own lines.
 *
 * The lines are taken straight from the file, not through the parser, so that a fault of the parser shows.
 *
 * @returns every difference; none when all is as it should be
 */
export async function verifySeed(payload: Payload): Promise<Difference[]> {
  const copy = await readFile(new URL(`articles/${lavrovNorthKorea.file}`, import.meta.url), 'utf8')
  const lines = copy.split('\n')
  const article = await readPublicly(payload, lavrovNorthKorea.slug)
  if (!article) return [{ what: 'article', expected: lavrovNorthKorea.slug, found: 'not public' }]

  const expected: Record<string, [unknown, unknown]> = {
    headline: [lavrovNorthKorea.headline, article.headline],
    publishedAt: [readDate('2023-10-18')?.toISOString(), article.publishedAt],
    standfirst: [lines[STANDFIRST_LINE - 1], article.standfirst],
    'dateline.place': ['Pyongyang', article.dateline?.place],
    'dateline.text': [lines[DATELINE_LINE - 1], article.dateline?.text],
    body: [lines.slice(FIRST_BODY_LINE - 1), paragraphsOf(article.body)],
    section: ['Politics', nameOf(article.section)],
    bylines: ['CJ journalist (reporter), HUXIANA (editor)', bylinesOf(article)],
    tags: [lavrovNorthKorea.tags.length, article.tags?.length],
    'source (private)': [undefined, article.source],
    sections: [sections.length, await countPublic(payload, slugs.sections)],
    tagCount: [tags.length, await countPublic(payload, slugs.tags)],
    authors: [authors.length, await countPublic(payload, slugs.authors)],
  }
  return Object.entries(expected)
    .filter(([, [wanted, found]]) => JSON.stringify(wanted) !== JSON.stringify(found))
    .map(([what, [wanted, found]]) => ({ what, expected: wanted, found }))
}

async function readPublicly(payload: Payload, slug: string): Promise<Article | undefined> {
  const { docs } = await payload.find({
    collection: slugs.articles,
    depth: 1,
    limit: 1,
    overrideAccess: false,
    where: { slug: { equals: slug } },
  })
  return docs[0]
}

async function countPublic(payload: Payload, collection: 'authors' | 'sections' | 'tags'): Promise<number> {
  const { totalDocs } = await payload.count({ collection, overrideAccess: false })
  return totalDocs
}

function bylinesOf(article: Article): string {
  return (article.bylines ?? []).map(({ author, role }) => `${nameOf(author) ?? '?'} (${role})`).join(', ')
}

function nameOf(relation: { name: string } | string | null | undefined): string | undefined {
  return typeof relation === 'object' ? relation?.name : relation
}
