import type { Payload, PayloadRequest } from 'payload'
import type { Transaction } from '../../database/transaction'
import { missingForPublication } from '../../workflow/missing'
import { articleData, importHashOf } from './articleData'
import type { ArticleData } from './articleData'
import { identify } from './identity'
import type { KnownArticles, Stored } from './knownArticles'
import { MAX_ORIGINAL_CHARACTERS } from './original'
import type { References } from './references'
import type { ImportOptions, ImportOutcome, Story, StoryReport } from './types'

type Save = {
  payload: Payload
  transaction: Transaction
  /** The articles that are in already. */
  known: KnownArticles
  references: References
  options: ImportOptions
  /** Whether an article that is there may be written: a dry run must not where it cannot be undone. */
  mayUpdate: boolean
  story: Story
}

/**
 * Brings one story in, as part of a transaction: makes its article, or a new version of it, or leaves it alone.
 *
 * The same copy finds the same article: by the source's own id, else by the copy itself, else by slug and day.
 */
export async function saveStory({ known, mayUpdate, options, payload, references, story, transaction }: Save): Promise<StoryReport> {
  const { item, original } = story
  const { req } = transaction
  if (original && original.text.length > MAX_ORIGINAL_CHARACTERS) {
    return refusal(story, `The copy is longer than ${MAX_ORIGINAL_CHARACTERS.toLocaleString('en')} characters; split it into several stories.`)
  }
  const identity = identify(item)
  const notes = notesOn(story, identity.headline)
  const report = (outcome: ImportOutcome, stored: Stored, made: string[] = []) => reportOn(story, notes, outcome, stored, made)

  const stored = known.find(item)
  if (stored) known.claim(item, stored)
  if (stored?.deletedAt) {
    notes.push('Its article is in the trash, and stays there.')
    return report('skipped', stored)
  }
  const mayPublish = options.publish && item.status === 'published' && item.holdBack === undefined
  const isSameCopy = stored?.source?.copyHash === identity.hash
  if (stored && isSameCopy && (!mayPublish || stored._status === 'published')) return report('skipped', stored)
  if (stored && known.isRehearsed(stored)) return report(isSameCopy ? 'skipped' : 'updated', stored)

  const lacks = missingForPublication(item).map(({ field }) => field)
  if (mayPublish && lacks.length > 0) notes.push(`Not published: it lacks ${lacks.join(', ')}.`)
  const status = mayPublish && lacks.length === 0 ? 'published' : 'draft'
  const newest = stored && (await newestVersion(payload, req, stored.id))
  const isUntouched = newest !== undefined && importHashOf(newest, item) === newest.importHash
  const isSame = isSameCopy || newest?.source?.copyHash === identity.hash
  const publishes = status === 'published' && newest?._status === 'draft' && isUntouched
  if (newest && isSame && !publishes) return report('skipped', newest)

  const missing = references.missing(item)
  const isConflict = newest !== undefined && !isSame && !isUntouched
  if (isConflict) notes.push('The source has changed, and so has an editor the article.')
  if (isConflict && options.onConflict === 'keep') return report('conflict', newest)
  if (missing.length > 0 && !options.create) {
    return refusal(story, `Not known: ${missing.join(', ')}. Make them first, add an alias, or let the import make them.`)
  }
  const resolved = await references.resolve(item, transaction)
  const data = articleData(story, identity, resolved, newest)
  const write = { data, importHash: importHashOf({ ...data }, item), payload, req, status } as const

  if (!newest) {
    const created = await create(write, item.slug ?? '', known.isFree(identity.slug) ? identity.slug : undefined)
    transaction.onUndo(() => payload.delete({ collection: 'articles', id: created.id, overrideAccess: true }))
    known.make(item, created)
    return report('created', created, resolved.made)
  }
  if (newest.importHash === write.importHash && !publishes) return report('skipped', newest, resolved.made)
  const update = (changes: Partial<Write>) => (mayUpdate ? writeVersion({ ...write, ...changes }, newest.id) : newest)
  if (isConflict) {
    notes.push('The source is saved as a draft version.')
    // Until an editor has decided, no later source may take its place.
    return report('conflict', await update({ status: 'draft', importHash: null }), resolved.made)
  }
  const next = newest._status === 'published' && lacks.length === 0 && item.holdBack === undefined ? 'published' : status
  return report('updated', await update({ status: next }), resolved.made)
}

/** The report on a story that is not saved. */
export function refusal({ account, file, item, notes }: Story, message: string): StoryReport {
  return { file, outcome: 'failed', format: item.format, made: [], notes, errors: [{ message }], account }
}

function notesOn({ item, notes }: Story, headline: string): string[] {
  return [
    ...notes,
    ...(item.headline === undefined ? [`There is no headline: it is a draft called by its first sentence, "${headline}".`] : []),
    ...(item.holdBack === undefined ? [] : [`Held back as a draft: ${item.holdBack}`]),
    ...(item.pubStatus === 'usable' ? [] : [`Its source says that it is ${item.pubStatus}.`]),
    ...(item.heroImage ? [`The picture ${item.heroImage.url} was not fetched.`] : []),
  ]
}

function reportOn({ account, file, item }: Story, notes: string[], outcome: ImportOutcome, stored: Stored, made: string[]): StoryReport {
  const { id, _status, headline, slug } = stored
  const article = { id, slug: slug ?? '', headline: headline ?? '', status: _status ?? 'draft' }
  return { file, outcome, format: item.format, article, made, notes, errors: [], account }
}

/** The newest version, draft or not, with relations as ids. */
async function newestVersion(payload: Payload, req: PayloadRequest, id: number | string): Promise<Stored> {
  const doc = await payload.findByID({ collection: 'articles', id, depth: 0, draft: true, overrideAccess: true, req, showHiddenFields: true })
  return { ...doc }
}

/** What is needed to write an article: how, and as what. */
type Write = { payload: Payload; req: PayloadRequest; data: ArticleData; importHash: string | null; status: 'draft' | 'published' }

/** @param freeSlug the slug it will have, if no other article has it and no redirect */
async function create({ data, importHash, payload, req, status }: Write, slug: string, freeSlug: string | undefined): Promise<Stored> {
  const marked = { ...data, slug, ...marks(status), importHash }
  const how = { collection: 'articles', context: { freeSlug }, depth: 0, overrideAccess: true, req } as const
  const doc =
    status === 'published' && data.section !== undefined
      ? await payload.create({ ...how, data: { ...marked, section: data.section } })
      : await payload.create({ ...how, data: marked, draft: true })
  return { ...doc }
}

async function writeVersion({ data, importHash, payload, req, status }: Write, id: number | string): Promise<Stored> {
  const doc = await payload.update({
    collection: 'articles',
    id,
    data: { ...data, ...marks(status), importHash },
    depth: 0,
    draft: status === 'draft',
    overrideAccess: true,
    req,
  })
  return { ...doc }
}

function marks(status: 'draft' | 'published') {
  const stage: 'draft' | 'ready' = status === 'published' ? 'ready' : 'draft'
  return { _status: status, stage }
}
