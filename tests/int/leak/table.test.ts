import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reader } from '../../helpers/client'
import type { Client } from '../../helpers/client'
import { openNewsroom } from '../../helpers/newsroom'
import type { TestNewsroom } from '../../helpers/newsroom'
import { hire } from '../desk/people'
import type { Colleague } from '../desk/people'
import { isAllowed, isTriable, TRANSPORTS } from './probe'
import type { Transport } from './probe'
import { makeSamples } from './samples'
import type { Sample, Slug } from './samples'
import { TABLE, WHO } from './table'
import type { Operation, Row, Verdict, Who } from './table'

let newsroom: TestNewsroom
let samples: Record<Slug, Sample>
let people: Record<Exclude<Who, 'reader'>, Colleague>

beforeAll(async () => {
  newsroom = await openNewsroom()
  const admin = await hire(newsroom, 'admin', 'Ada')
  people = { admin, editor: await hire(newsroom, 'editor', 'Eve'), journalist: await hire(newsroom, 'journalist', 'Ann') }
  samples = await makeSamples(newsroom)
})
afterAll(() => newsroom.close())

type Target = 'own' | 'other' | 'public'
type Case = { slug: Slug; operation: Operation; transport: Transport; who: Who; target: Target; expected: boolean }

/** The documents on which a row tells people apart. */
function targetsOf([collection, operation, ...verdicts]: Row, who: Who): Target[] {
  if (operation === 'create') return ['other']
  const hasOwn = who !== 'reader' && verdicts.some((verdict) => verdict.includes('own'))
  const isOfReaders = collection === 'articles' && operation === 'read'
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

const SLUGS: readonly Slug[] = ['articles', 'article-events', 'authors', 'sections', 'tags', 'media', 'users']

function casesOf(slug: Slug): Case[] {
  return TABLE.filter(([collection]) => collection === slug).flatMap((row) => {
    const [, operation, ...verdicts] = row
    return TRANSPORTS.filter((transport) => isTriable(slug, operation, transport)).flatMap((transport) =>
      WHO.flatMap((who, column) =>
        targetsOf(row, who).map((target) => ({ slug, operation, transport, who, target, expected: allows(verdicts[column] ?? 'no', target) })),
      ),
    )
  })
}

function clientOf(who: Who): Client {
  return who === 'reader' ? reader(newsroom.url) : people[who]
}

async function documentFor({ slug, target, who }: Case): Promise<string> {
  const id = await samples[slug].make(target === 'own' && who !== 'reader' ? people[who] : undefined)
  if (target === 'public') {
    await newsroom.payload.update({ collection: 'articles', id, data: { _status: 'published' }, overrideAccess: true })
  }
  return id
}

it('every row of the table is about something that is tried', () => {
  expect([...new Set(TABLE.map(([collection]) => collection))].sort()).toEqual([...SLUGS].sort())
})

describe.each(SLUGS)('%s', (slug) => {
  it.each(casesOf(slug))('$operation by $transport, $target, $who: $expected', async (each) => {
    const id = await documentFor(each)
    const allowed = await isAllowed(clientOf(each.who), { ...each, sample: samples[slug], id, payload: newsroom.payload })
    expect(allowed).toBe(each.expected)
  })
})
