import type { Payload } from 'payload'
import { plainToLexical } from '../src/ingest/lexical'
import { slugs } from '../src/options/slugs'
import { randomNumbers, sampleStory } from './sampleText'
import type { SeedRow } from './upsert'

/** How many articles are written at a time. */
const BATCH = 50

/** The newest sample article is dated so; each further one an hour earlier. */
const NEWEST = Date.UTC(2026, 0, 1)
const HOUR_MS = 60 * 60 * 1000

/**
 * Makes sure the first N made-up articles are there: the same ones on every machine, for trials and benchmarks.
 *
 * The newsroom must have been seeded before: they use its sections, authors and tags.
 *
 * @returns one row that says how many were made, and one for those that were there
 */
export async function seedSample(payload: Payload, count: number): Promise<SeedRow[]> {
  const pool = {
    authors: await idsOf(payload, slugs.authors),
    sections: await idsOf(payload, slugs.sections),
    tags: await idsOf(payload, slugs.tags),
  }
  const made = { created: 0, unchanged: 0 }
  for (let first = 0; first < count; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) => first + i)
    const there = await existing(payload, numbers)
    const missing = numbers.filter((n) => !there.has(guidOf(n)))
    await Promise.all(missing.map((n) => create(payload, n, pool)))
    made.created += missing.length
    made.unchanged += there.size
  }
  return (['created', 'unchanged'] as const)
    .filter((outcome) => made[outcome] > 0)
    .map((outcome) => ({ collection: slugs.articles, id: 'sample', name: `${made[outcome]} sample articles`, outcome, documents: made[outcome] }))
}

type Pool = Record<'authors' | 'sections' | 'tags', string[]>

async function create(payload: Payload, n: number, { authors, sections, tags }: Pool): Promise<void> {
  const random = randomNumbers(n + 1)
  const pick = (ids: readonly string[]) => ids[Math.floor(random() * ids.length)] ?? ''
  const story = sampleStory(random)
  const publishedAt = new Date(NEWEST - n * HOUR_MS).toISOString()
  await payload.create({
    collection: slugs.articles,
    data: {
      headline: story.headline,
      slug: `sample-${n + 1}-${story.place.toLowerCase()}`,
      standfirst: story.standfirst,
      body: plainToLexical(story.paragraphs),
      bylines: [{ author: pick(authors), role: 'reporter' }],
      dateline: { place: story.place, date: publishedAt },
      language: 'en',
      pubStatus: 'usable',
      publishedAt,
      section: pick(sections),
      source: { kind: 'wire', provider: 'Dateline sample', guid: guidOf(n) },
      stage: 'ready',
      tags: [...new Set([pick(tags), pick(tags), pick(tags)])],
      _status: 'published',
    },
    depth: 0,
    overrideAccess: true,
  })
}

async function existing(payload: Payload, numbers: readonly number[]): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: slugs.articles,
    depth: 0,
    limit: numbers.length,
    overrideAccess: true,
    pagination: false,
    select: { source: { guid: true } },
    trash: true,
    where: { 'source.guid': { in: numbers.map(guidOf) } },
  })
  return new Set(docs.map(({ source }) => source?.guid ?? ''))
}

async function idsOf(payload: Payload, collection: 'authors' | 'sections' | 'tags'): Promise<string[]> {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    limit: 100,
    overrideAccess: true,
    pagination: false,
    select: { slug: true },
    sort: 'slug',
  })
  return docs.map(({ id }) => id)
}

function guidOf(n: number): string {
  return `urn:dateline:sample:${n + 1}`
}
