import type { Payload, PayloadRequest } from 'payload'
import { mayBeTold, mayInImport } from '../../access/imports'
import type { Importer } from '../../access/imports'
import type { Transaction } from '../../database/transaction'
import { missingForPublication } from '../../articles/missing'
import { sourcesSlug } from '../../fields/slugify'
import { slugs } from '../../options/slugs'
import { redirectAliases } from './aliases'
import { articleData, importHashOf, isAsImported, keptEmbargo } from './articleData'
import type { ArticleData } from './articleData'
import { identify } from './identity'
import type { KnownArticles, Stored } from './knownArticles'
import { MAX_ORIGINAL_CHARACTERS } from './original'
import type { References } from './references'
import type { ImportOptions, ImportOutcome, Story, StoryReport } from './types'
import { compareVersions } from './versions'
import { doubtfulLabel, withdrawStory } from './withdrawStory'

export type Save = {
  payload: Payload
  transaction: Transaction
  /** The articles that are in already. */
  known: KnownArticles
  references: References
  options: ImportOptions
  importer: Importer
  /** Whether an article that is there may be written: a dry run must not where it cannot be undone. */
  mayUpdate: boolean
  /** Whether an article waits to be published by itself. */
  isScheduled: (id: number | string) => Promise<boolean>
  story: Story
}

/** A report, and whether the importer may be told which article it is about, and which notes they are told in any case. */
export type Saved = { report: StoryReport; isTold: boolean; openNotes?: readonly string[] }

/**
 * Brings one story in, as part of a transaction: makes its article, or a new version of it, or leaves it alone.
 *
 * The same copy finds the same article: by the id that its source gave it, else by the copy itself.
 */
export async function saveStory(save: Save): Promise<Saved> {
  const { importer, isScheduled, known, mayUpdate, options, payload, references, story, transaction } = save
  const { item, original } = story
  const { req } = transaction
  // What is in as it is stays as an editor left it, whatever its words say.
  const isIn = known.find(story)?.source?.copyHash === identify(story).hash && !known.findUnlabelled(story).articles.some(isShownToReaders)
  const isKilled = item.pubStatus === 'canceled' || (item.takesBack === 'withdraws' && !isIn)
  const withdrawn = (isKilled ? await withdrawStory(save) : undefined) ?? doubtfulLabel(save)
  if (withdrawn) return withdrawn
  if (original && original.text.length > MAX_ORIGINAL_CHARACTERS) {
    return refused(refusal(story, `The copy is longer than ${MAX_ORIGINAL_CHARACTERS.toLocaleString('en')} characters; split it into several stories.`))
  }
  if (known.isOthers(story)) {
    return { report: { ...refusal(story, ''), outcome: 'skipped', notes: [...story.notes, 'By its id or address it is an article of this newsroom, which a copy from elsewhere does not change.'], errors: [] }, isTold: true }
  }
  const identity = identify(story)
  const stored = known.find(story)
  const notes = notesOn(story, identity.headline, stored)
  const isTold = stored === undefined || mayBeTold(importer, stored)
  // Callers who read no drafts get the article that readers have.
  const seesDrafts = importer.kind !== 'client' || importer.readsDrafts
  let isTakenBack = false
  // Of its own copy a client is told what it set itself.
  const openNotes: string[] = []
  const report = (outcome: ImportOutcome, article: Stored, made: string[] = []): Saved => {
    const saved = reportOn(story, notes, outcome, seesDrafts ? article : (stored ?? article), made)
    return { report: isTakenBack ? { ...saved, outcome: 'notWithdrawn', errors: [{ message: TAKEN_BACK }] } : saved, isTold, openNotes }
  }

  if (stored) known.claim(story, stored)
  if (stored?.deletedAt) {
    notes.push('Its article is in the trash, and stays there.')
    return report('skipped', stored)
  }
  const kill = known.killOf(story)
  if (!stored && kill === 'certain' && !item.isWhole) {
    notes.push('Its source has withdrawn it.')
    return { report: { ...refusal(story, ''), outcome: 'skipped', notes, errors: [] }, isTold: true }
  }
  const order = stored ? compareVersions({ version: item.version, versionAt: item.updatedAt }, stored.source ?? {}) : undefined
  if (stored && order !== undefined && order < 0) {
    notes.push('An older version: a newer one is in already.')
    return report('skipped', stored)
  }
  const sentBy = stored && (stored.source?.sentBy ?? null)
  const comesLate = kill !== undefined && stored?._status !== 'published'
  if (comesLate) notes.push('Not published: a withdrawal of it came before. An editor decides.')
  // What a source holds back never takes from readers what they have, and what it withholds here is held back.
  const isWithheld = item.pubStatus === 'withheld' && isShownToReaders(stored)
  const isConcealed = isShownToReaders(stored) && !isAhead(stored?.embargoUntil) && isAhead(item.embargoUntil)
  const mayPublish = options.publish && !isWithheld && !isConcealed && !comesLate && item.status === 'published' && item.holdBack === undefined && mayInImport(importer, 'publish', sentBy)
  const isSameCopy = stored?.source?.copyHash === identity.hash
  if (stored && isSameCopy && (!mayPublish || stored._status === 'published')) return report('skipped', stored)
  isTakenBack = (isWithheld || isConcealed || (item.takesBack === 'holds' && isShownToReaders(stored))) && !known.isOwn(story)
  if (stored && known.isRehearsed(stored)) {
    if (!isSameCopy) known.update(stored, { source: { version: item.version ?? null, versionAt: item.updatedAt ?? null, copyHash: identity.hash } })
    return report(isSameCopy ? 'skipped' : 'updated', stored)
  }

  const lacks = missingForPublication({ ...item, bylines: item.bylines.map(({ name }) => ({ author: name })) }).map(({ field }) => field)
  if (mayPublish && lacks.length > 0) notes.push(`Not published: it lacks ${lacks.join(', ')}.`)
  const status = mayPublish && lacks.length === 0 ? 'published' : 'draft'
  const newest = stored && (await newestVersion(payload, req, stored.id))
  const newer = newest && compareVersions({ version: item.version, versionAt: item.updatedAt }, newest.source ?? {})
  if (newest && newer !== undefined && newer < 0) {
    notes.push('An older version: a newer one is in already.')
    return report('skipped', newest)
  }
  const isUntouched = newest !== undefined && isAsImported(newest)
  const isSame = isSameCopy || newest?.source?.copyHash === identity.hash
  const isShown = newest?._status === 'published'
  const isApproved = newest !== undefined && !isShown && (newest.stage === 'ready' || (await isScheduled(newest.id)))
  // An update that was not fit to publish is no reason to keep readers from the next one.
  const updatesShown = isShown || (stored?._status === 'published' && isUntouched && !isApproved && newest?.stage === 'draft')
  const publishes = status === 'published' && newest?._status === 'draft' && isUntouched && !isApproved && newest.pubStatus !== 'canceled'
  if (newest && isSame && !publishes) return report('skipped', newest)

  const missing = references.missing(item)
  if (newest && !isSame) {
    const why = settledBy({ importer, isApproved, newest, sentBy, stored })
    if (why !== undefined) {
      notes.push(why)
      return report('conflict', newest)
    }
  }
  const isConflict = newest !== undefined && !isSame && !isUntouched
  if (isConflict) notes.push('The source has changed, and so has an editor the article.')
  if (isConflict && (options.onConflict === 'keep' || !mayInImport(importer, 'save over'))) return report('conflict', newest)
  if (missing.length > 0 && !options.create) {
    return refused(refusal(story, `Not known: ${missing.join(', ')}. Make them first, add an alias, or let the import make them.`))
  }
  const mayMake = !story.isDoubtful && mayInImport(importer, 'make names', sentBy)
  if (missing.length > 0 && !mayMake) {
    notes.push(`Left out, as ${story.isDoubtful ? 'their characters may be wrong' : 'this key may not make them'}: ${missing.join(', ')}.`)
  }
  const resolved = await references.resolve(item, transaction, { make: mayMake })
  const next = updatesShown && lacks.length === 0 && !isWithheld && (item.pubStatus === 'withheld' || (options.publish && !isConcealed && item.holdBack === undefined)) ? 'published' : status
  const writtenAs = isConflict ? 'draft' : newest ? next : status
  const kept = keptEmbargo(item, [stored, newest])
  if (kept !== undefined) {
    const note = `It says nothing of an embargo: the one until ${kept.replace('.000Z', 'Z')} stays.`
    notes.push(note)
    if (importer.kind === 'client' && sentBy === importer.id) openNotes.push(note)
  }
  const told = kept === undefined ? story : { ...story, item: { ...item, embargoUntil: kept } }
  const { source, ...content } = articleData(told, identity, resolved, newest, importer, writtenAs)
  // What came in by wire stays what its agency knows it by.
  const data: ArticleData = known.isOwn(story) ? content : { ...content, source }
  const write = { data, importHash: importHashOf({ ...newest, ...data }, item), payload, req, status: writtenAs } as const

  if (!newest) {
    const created = await create(write, sourcesSlug(item.slug), known.isFree(identity.slug) ? identity.slug : undefined)
    transaction.onUndo(() => payload.delete({ collection: slugs.articles, id: created.id, overrideAccess: true }))
    known.make(story, created)
    return report('created', created, [...resolved.made, ...(await redirectAliases(save, created, notes))])
  }
  if (newest.importHash === write.importHash && !publishes) return report('skipped', newest, resolved.made)
  const update = async (changes: Partial<Write>) => {
    if (mayUpdate) await writeVersion({ ...write, ...changes }, newest.id)
    const written: Stored = { ...newest, headline: data.headline, _status: writtenAs }
    if (stored) known.update(stored, { source: data.source ?? {} })
    return mayUpdate ? written : newest
  }
  if (isConflict) {
    notes.push('The source is saved as a draft version.')
    // Until an editor has decided, no later source may take its place.
    return report('conflict', await update({ importHash: null }), resolved.made)
  }
  if (isShown && writtenAs === 'draft') notes.push('Readers keep what they have; this is saved as a draft beside it.')
  const written = await update({})
  return report('updated', written, [...resolved.made, ...(mayUpdate ? await redirectAliases(save, written, notes) : [])])
}

type Settled = { importer: Importer; isApproved: boolean; newest: Stored; sentBy: string | null | undefined; stored: Stored | undefined }

/** Why an article is not changed by another version of its story, regardless of edits; undefined when it may be. */
function settledBy({ importer, isApproved, newest, sentBy, stored }: Settled): string | undefined {
  if (newest.pubStatus === 'canceled' || stored?.pubStatus === 'canceled') return 'The article is withdrawn: an editor decides whether it comes back.'
  if (isApproved) return 'The article is ready or scheduled as an editor approved it. Send it back to change it.'
  const isPublished = newest._status === 'published' || stored?._status === 'published'
  if (isPublished && !mayInImport(importer, 'update published', sentBy)) return 'The article is published, and this key may not change what is.'
  return undefined
}

function refused(report: StoryReport): Saved {
  return { report, isTold: true }
}

/** The report on a story that is not saved. A withdrawal that failed is one that was not carried out. */
export function refusal({ account, file, item, notes }: Story, message: string): StoryReport {
  return { file, outcome: item.pubStatus === 'canceled' ? 'notWithdrawn' : 'failed', format: item.format, made: [], notes, errors: [{ message }], account }
}

/** Why an article that readers see is reported that its source holds back. */
const TAKEN_BACK = 'Its source holds this story back now, and readers still see the article. An editor has to decide.'

/** Whether readers have the article, or will when its time comes. */
export function isShownToReaders(article: Stored | undefined): boolean {
  return article?._status === 'published' && article.pubStatus === 'usable'
}

function isAhead(moment: string | null | undefined): boolean {
  return typeof moment === 'string' && new Date(moment) > new Date()
}

function notesOn({ item, notes }: Story, headline: string, stored: Stored | undefined): string[] {
  return [
    ...notes,
    ...(item.headline === undefined ? [`There is no headline: it is a draft called by its first sentence, "${headline}".`] : []),
    ...(item.holdBack === undefined ? [] : [`${isShownToReaders(stored) ? 'Not published, and readers keep what they have' : 'Held back as a draft'}: ${item.holdBack}`]),
    ...(item.pubStatus === 'usable' ? [] : [`Its source says that it is ${item.pubStatus}.`]),
    ...(item.heroImage ? [`The picture ${item.heroImage.url} was not fetched.`] : []),
  ]
}

export function reportOn({ account, file, item }: Story, notes: string[], outcome: ImportOutcome, stored: Stored, made: string[]): StoryReport {
  const { id, _status, headline, slug } = stored
  const article = { id, slug: slug ?? '', headline: headline ?? '', status: _status ?? 'draft' }
  return { file, outcome, format: item.format, article, made, notes, errors: [], account }
}

/** The newest version, draft or not, with relations as ids. */
export async function newestVersion(payload: Payload, req: PayloadRequest, id: number | string): Promise<Stored> {
  const doc = await payload.findByID({ collection: slugs.articles, id, depth: 0, draft: true, overrideAccess: true, req, showHiddenFields: true, trash: true })
  return { ...doc }
}

/** What is needed to write an article: how, and as what. */
type Write = { payload: Payload; req: PayloadRequest; data: ArticleData; importHash: string | null; status: 'draft' | 'published' }

/** @param freeSlug the slug it will have, if no other article has it and no redirect */
async function create({ data, importHash, payload, req, status }: Write, slug: string, freeSlug: string | undefined): Promise<Stored> {
  const marked = { ...data, slug, ...marks(status), importHash }
  const how = { collection: slugs.articles, context: { freeSlug }, depth: 0, overrideAccess: true, req } as const
  const doc =
    status === 'published' && data.section !== undefined
      ? await payload.create({ ...how, data: { ...marked, section: data.section } })
      : await payload.create({ ...how, data: marked, draft: true })
  return { ...doc }
}

async function writeVersion({ data, importHash, payload, req, status }: Write, id: number | string): Promise<void> {
  await payload.update({
    collection: slugs.articles,
    id,
    data: { ...data, ...marks(status), importHash },
    depth: 0,
    draft: status === 'draft',
    overrideAccess: true,
    req,
  })
}

function marks(status: 'draft' | 'published') {
  const stage: 'draft' | 'ready' = status === 'published' ? 'ready' : 'draft'
  return { _status: status, stage }
}
