import type { Payload, PayloadRequest, RequiredDataFromCollectionSlug } from 'payload'
import { missingForPublication } from '../../workflow/missing'
import { contentHash } from '../contentHash'
import { identify } from './knownArticles'
import type { KnownArticles, Stored } from './knownArticles'
import type { References, Resolved } from './references'
import type { ImportOptions, ImportOutcome, Story, StoryReport } from './types'

/** The fields an import sets, and by which it tells whether an editor has changed an article since. */
const IMPORTED_FIELDS = [
  'headline',
  'standfirst',
  'body',
  'bylines',
  'section',
  'tags',
  'publishedAt',
  'embargoUntil',
  'language',
  'dateline',
  'corrections',
  'pubStatus',
  'meta',
] as const

type Save = {
  payload: Payload
  req: PayloadRequest
  /** The articles that are in already. */
  known: KnownArticles
  references: References
  options: ImportOptions
  story: Story
}

/**
 * Brings one story in, as part of a transaction: makes its article, or a new version of it, or leaves it alone.
 *
 * The same copy finds the same article: by the source's own id, else by the copy itself, else by slug and day.
 */
export async function saveStory({ known, options, payload, references, req, story }: Save): Promise<StoryReport> {
  const { account, file, item, notes: readNotes } = story
  const notes = [...readNotes]
  const { hash, headline } = identify(item)
  if (item.headline === undefined) notes.push(`There is no headline: it is a draft called by its first sentence, "${headline}".`)
  if (item.heroImage) notes.push(`The picture ${item.heroImage.url} was not fetched.`)
  const report = (outcome: ImportOutcome, stored: Stored, made: string[] = []): StoryReport => ({
    file,
    outcome,
    format: item.format,
    article: {
      id: stored.id,
      slug: stored.slug ?? '',
      headline: stored.headline ?? '',
      status: stored._status ?? 'draft',
    },
    made,
    notes,
    errors: [],
    account,
  })

  const stored = known.find(item)
  if (stored?.deletedAt) {
    notes.push('Its article is in the trash, and stays there.')
    return report('skipped', stored)
  }
  const mayPublish = options.publish && item.status === 'published'
  if (stored?.source?.copyHash === hash && (!mayPublish || stored._status === 'published')) return report('skipped', stored)
  const resolved = await references.resolve(item, req)
  const data = dataOf(story, headline, hash, resolved)
  const lacks = item.headline === undefined ? ['headline'] : missingForPublication(data).map(({ field }) => field)
  if (mayPublish && lacks.length > 0) notes.push(`Not published: it lacks ${lacks.join(', ')}.`)
  const status = mayPublish && lacks.length === 0 ? 'published' : 'draft'

  if (!stored) {
    const created = await create({ data, payload, req, status }, item.slug)
    known.add(created)
    return report('created', created, resolved.made)
  }
  const newest = await newestVersion(payload, req, stored.id)
  const importHash = contentHash(data, IMPORTED_FIELDS)
  const isUntouched = contentHash(newest, IMPORTED_FIELDS) === newest.importHash
  const isSame = stored.source?.copyHash === hash || newest.importHash === importHash
  if (isSame && !(status === 'published' && newest._status === 'draft' && isUntouched)) return report('skipped', newest)
  if (!isSame && !isUntouched) {
    notes.push('The source has changed, and so has an editor the article.')
    if (options.onConflict === 'keep') return report('conflict', newest)
    notes.push('The source is saved as a draft version.')
    return report('conflict', await update({ data, payload, req, status: 'draft' }, stored.id), resolved.made)
  }
  const next = newest._status === 'published' && lacks.length === 0 ? 'published' : status
  return report('updated', await update({ data, payload, req, status: next }, stored.id), resolved.made)
}

type Complete = RequiredDataFromCollectionSlug<'articles'>

/** What an article is made of; a draft may be without a section. */
type ArticleData = Omit<Complete, 'section' | 'slug'> & { section?: string }

function dataOf({ item, original }: Story, headline: string, hash: string, { bylines, section, tags }: Resolved): ArticleData {
  return {
    headline,
    standfirst: item.standfirst ?? null,
    body: item.body,
    bylines,
    ...(section === undefined ? {} : { section }),
    tags,
    publishedAt: item.publishedAt ?? null,
    embargoUntil: item.embargoUntil ?? null,
    language: item.language ?? 'en',
    dateline: { place: item.dateline?.place ?? null, date: item.dateline?.date ?? null, text: item.dateline?.text ?? null },
    corrections: (item.corrections ?? []).map((correction) => ({ ...correction })),
    pubStatus: item.pubStatus,
    meta: { title: item.meta?.title ?? null, description: item.meta?.description ?? null },
    source: {
      kind: 'wire',
      provider: item.provider ?? null,
      guid: item.guid ?? null,
      copyHash: hash,
      text: original?.text ?? null,
      encoding: original?.encoding ?? null,
      checksum: original?.checksum ?? null,
      importedAt: new Date().toISOString(),
    },
    stage: 'draft',
  }
}

/** The newest version, draft or not, with relations as ids. */
async function newestVersion(payload: Payload, req: PayloadRequest, id: number | string): Promise<Stored> {
  const doc = await payload.findByID({ collection: 'articles', id, depth: 0, draft: true, overrideAccess: true, req, showHiddenFields: true })
  return { ...doc }
}

/** What is needed to write an article: how, and as what. */
type Write = { payload: Payload; req: PayloadRequest; data: ArticleData; status: 'draft' | 'published' }

async function create({ data, payload, req, status }: Write, slug = ''): Promise<Stored> {
  const marked = { ...data, slug, ...marks(data, status) }
  const how = { collection: 'articles', depth: 0, overrideAccess: true, req } as const
  const doc =
    status === 'published' && data.section !== undefined
      ? await payload.create({ ...how, data: { ...marked, section: data.section } })
      : await payload.create({ ...how, data: marked, draft: true })
  return { ...doc }
}

async function update({ data, payload, req, status }: Write, id: number | string): Promise<Stored> {
  const doc = await payload.update({
    collection: 'articles',
    id,
    data: { ...data, ...marks(data, status) },
    depth: 0,
    draft: status === 'draft',
    overrideAccess: true,
    req,
  })
  return { ...doc }
}

function marks(data: ArticleData, status: 'draft' | 'published') {
  const stage: 'draft' | 'ready' = status === 'published' ? 'ready' : 'draft'
  return { _status: status, stage, importHash: contentHash({ ...data }, IMPORTED_FIELDS) }
}
