import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isNewsrooms } from '../../../src/options/ofNewsroom'
import { aProgram } from '../../helpers/apiClients'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'
import { isAllowed, transportsOf } from './probe'
import type { Transport } from './probe'
import { makeSamples } from './samples'
import type { Sample, Slug } from './samples'
import { TABLE, WHO } from './table'
import type { Operation, Row, Verdict, Who } from './table'

let newsroom: TestNewsroom
let samples: Record<Slug, Sample>
let people: Partial<Record<Who, Colleague>>
let clients: Record<Who, Client>

beforeAll(async () => {
  newsroom = await openNewsroom()
  const admin = await hire(newsroom, 'admin', 'Ada')
  const editor = await hire(newsroom, 'editor', 'Eve')
  const journalist = await hire(newsroom, 'journalist', 'Ann')
  people = { admin, editor, journalist }
  clients = {
    admin,
    editor,
    journalist,
    ingest: await aProgram(newsroom, ['ingest']),
    program: await aProgram(newsroom, []),
    'read-drafts': await aProgram(newsroom, ['read-drafts']),
    reader: reader(newsroom.url),
  }
  samples = await makeSamples(newsroom)
})
afterAll(() => newsroom.close())

type Target = 'own' | 'other' | 'public'
type Case = { slug: Slug; operation: Operation; transport: Transport; who: Who; target: Target; expected: boolean }

/** What makes a document of its own, whatever else there is. */
const MAKING: readonly Operation[] = ['create', 'import', 'import published', 'upload']
/** What leaves the document it is tried on as it was. */
const HARMLESS: readonly Operation[] = ['jsonld', 'new key', 'ninjs', 'read', 'read versions', 'unlock']
/** What readers have a part in. */
const SHOWING: readonly Operation[] = ['duplicate', 'feeds', 'jsonld', 'ninjs', 'read']

/** The documents on which a row tells people apart. */
function targetsOf([collection, operation, ...verdicts]: Row, who: Who): Target[] {
  if (MAKING.includes(operation)) return ['other']
  const isPerson = who === 'journalist' || who === 'editor' || who === 'admin'
  const hasOwn = isPerson && verdicts.some((verdict) => verdict.includes('own'))
  const isOfReaders = collection === 'articles' && SHOWING.includes(operation)
  return ['other', ...(hasOwn ? (['own'] as const) : []), ...(isOfReaders ? (['public'] as const) : [])]
}

function allows(verdict: Verdict, target: Target): boolean {
  const allowed: Record<Verdict, readonly Target[]> = {
    draft: ['own', 'other', 'public'],
    no: [],
    own: ['own'],
    public: ['public'],
    'public, own': ['public', 'own'],
    yes: ['own', 'other', 'public'],
  }
  return allowed[verdict].includes(target)
}

const SLUGS: readonly Slug[] = ['articles', 'article-events', 'authors', 'sections', 'tags', 'media', 'payload-jobs', 'payload-kv', 'payload-locked-documents', 'redirects', 'imports', 'import-items', 'share-links', 'users', 'api-clients']

function casesOf(slug: Slug): Case[] {
  return TABLE.filter(([collection]) => collection === slug).flatMap((row) => {
    const [, operation, ...verdicts] = row
    return transportsOf(slug, operation).flatMap((transport) =>
      WHO.flatMap((who, column) =>
        targetsOf(row, who).map((target) => ({ slug, operation, transport, who, target, expected: allows(verdicts[column] ?? 'no', target) })),
      ),
    )
  })
}

/** Documents that nothing was done to yet: one serves until something is. */
const untouched = new Map<string, string>()

function keyOf({ operation, slug, target, who }: Case): string {
  return [slug, target, target === 'own' ? who : '', operation === 'untrash'].join()
}

async function documentFor(each: Case): Promise<string> {
  const { operation, slug, target, who } = each
  const known = untouched.get(keyOf(each))
  if (known !== undefined && operation !== 'feeds') return known
  const id = await samples[slug].make(target === 'own' ? people[who] : undefined)
  const change = { ...(target === 'public' ? { _status: 'published' as const } : {}), ...(operation === 'untrash' ? { deletedAt: new Date().toISOString() } : {}) }
  if (Object.keys(change).length > 0) {
    await newsroom.payload.update({ collection: 'articles', id, data: change, overrideAccess: true })
  }
  untouched.set(keyOf(each), id)
  return id
}

it('every row of the table is about something that is tried', () => {
  expect([...new Set(TABLE.map(([collection]) => collection))].sort()).toEqual([...SLUGS].sort())
})

it('every collection of the newsroom is in the table, or Payload’s own', () => {
  const ours = newsroom.payload.config.collections.filter(isNewsrooms).flatMap(({ slug }) => (slug.startsWith('payload-') ? [] : [slug]))
  expect(ours.sort()).toEqual(SLUGS.filter((slug) => !slug.startsWith('payload-')).sort())
})

describe.each(SLUGS)('%s', (slug) => {
  it.each(casesOf(slug))('$operation by $transport, $target, $who: $expected', async (each) => {
    const id = await documentFor(each)
    const allowed = await isAllowed(clients[each.who], { ...each, sample: samples[slug], id, payload: newsroom.payload })
    if (allowed && !HARMLESS.includes(each.operation)) untouched.delete(keyOf(each))
    expect(allowed).toBe(each.expected)
  })
})
