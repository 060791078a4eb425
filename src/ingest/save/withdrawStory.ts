import type { Payload, PayloadRequest } from 'payload'
import { mayBeTold, mayInImport } from '../../access/imports'
import { slugs } from '../../options/slugs'
import type { WireError } from '../item'
import { isForGood } from './identity'
import type { Stored } from './knownArticles'
import { isShownToReaders, newestVersion, refusal, reportOn } from './saveStory'
import type { Save, Saved } from './saveStory'
import { compareVersions } from './versions'

const MAY_WITHDRAW = 'This may withdraw the story, which readers have. An editor has to decide now.'

/** Of a document that is written again: what the database and the hooks set themselves. */
const COMPUTED: readonly string[] = ['createdAt', 'id', 'revision', 'saves', 'updatedAt']

/**
 * Withdraws the article of a story that its source withdraws (a kill). It needs the story's id alone, and goes before
 * everything that holds for other copy: older versions, edits, stages, what the article lacks. An older version of the
 * newsroom's own article or of a feed's entry is skipped: it may have been brought back since.
 *
 * @returns undefined for a story that is not here and came with all its text
 */
export async function withdrawStory(save: Save): Promise<Saved | undefined> {
  const { importer, isScheduled, known, mayUpdate, payload, story, transaction } = save
  const { item } = story
  const notes = [...story.notes]
  if (item.faults) return doubtfulKill(save, item.faults)
  if (known.isOthers(story)) {
    const message = 'By its id or address it is an article of this newsroom, which this notice may not withdraw. An editor has to withdraw it now.'
    const article = known.othersArticle(story)
    const report = article ? notWithdrawn(save, article, message) : { ...refusal(story, ''), outcome: 'notWithdrawn' as const, notes, errors: [{ message }] }
    // A client is told the same if there is no such article.
    return { report, isTold: importer.kind !== 'client', openNotes: notes }
  }
  const { articles, isCertain } = known.findWithdrawn(story)
  const [first] = articles
  const others = known.findOfOthers(story)
  if (!first && !others && (item.isWhole || item.takesBack)) return undefined
  if (!first && others) return ofOthers(save, others)
  if (!first) {
    if (isForGood(item)) known.kill(story)
    const note = `Its source withdraws it, and it is not here: there is nothing to withdraw.${isForGood(item) ? ' If it comes later, it stays out.' : ''}`
    return { report: { ...refusal(story, ''), outcome: 'skipped', notes: [...notes, note], errors: [] }, isTold: true }
  }
  const isTold = mayBeTold(importer, first)
  if (!isCertain) return { report: notWithdrawn(save, first, 'Several articles have this id. An editor has to withdraw the right one now.'), isTold }
  const isOwn = known.isOwn(story)
  // A feed keeps what it says of an entry that was deleted, also when it has the entry again.
  if ((isOwn || item.format === 'atom') && (compareVersions({ version: item.version, versionAt: item.updatedAt }, first.source ?? {}) ?? 0) < 0) {
    notes.push('An older version: a newer one is in already.')
    return { report: reportOn(story, notes, 'skipped', first, []), isTold }
  }
  let outcome: 'skipped' | 'withdrawn' = 'skipped'
  for (const article of articles) {
    known.claim(story, article)
    if (known.isRehearsed(article)) {
      outcome = 'withdrawn'
      continue
    }
    const newest = await newestVersion(payload, transaction.req, article.id)
    if (newest.pubStatus === 'canceled' && article.pubStatus === 'canceled') continue
    const isDraft = article._status !== 'published' && newest.stage !== 'ready' && !(await isScheduled(article.id))
    const mayWithdraw = mayInImport(importer, 'withdraw', article.source?.sentBy ?? null) || (isDraft && !isOwn && mayInImport(importer, 'update draft'))
    if (!mayWithdraw) return { report: notWithdrawn(save, article, 'Its source withdraws this story, and this key may not. An editor has to withdraw it now.'), isTold }
    if (mayUpdate) await cancel(payload, transaction.req, article, newest, item.notice)
    article.pubStatus = 'canceled'
    outcome = 'withdrawn'
  }
  if (others) return ofOthers(save, others)
  if (outcome === 'skipped') notes.push('It is withdrawn already.')
  return { report: { ...reportOn(story, notes, outcome, first, []), account: story.account }, isTold }
}

/** Another client sent the article, too: only an editor may withdraw it. */
function ofOthers(save: Save, article: Stored): Saved {
  const report = notWithdrawn(save, article, 'Its source withdraws this story, which came from another source or key, too: it could not be withdrawn there. An editor has been told.')
  return { report, isTold: mayBeTold(save.importer, article) }
}

/**
 * A label in the headline of a story without an id may kill what readers have under the headline without it, and so may the
 * kill of a story without a day what they have under its headline: an editor looks at that. A story that is published with its
 * label is one of its own.
 */
export function doubtfulLabel(save: Save): Saved | undefined {
  const { importer, known, story } = save
  if (known.find(story)?._status === 'published') return undefined
  const headlined = story.item.takesBack === 'withdraws' ? headlinedFor(save) : []
  const shown = [...known.findUnlabelled(story).articles, ...headlined].find(isShownToReaders)
  return shown && { report: notWithdrawn(save, shown, MAY_WITHDRAW), isTold: mayBeTold(importer, shown) }
}

/** What has the headline of a story, as far as the importer may be told of it: nobody finds out by guessing what is under embargo. */
function headlinedFor({ importer, known, story }: Save): Stored[] {
  return known.findHeadlined(story).filter((article) => mayBeTold(importer, article))
}

/** A status that is not known may be a withdrawal: an editor looks at what readers have of the story. */
function doubtfulKill(save: Save, faults: readonly WireError[]): Saved {
  const { importer, known, story } = save
  const ofOthers = known.findOfOthers(story)
  const shown = [...known.findWithdrawn(story).articles, ...known.findUnlabelled(story).articles, ...headlinedFor(save), ...(ofOthers ? [ofOthers] : [])].find(({ _status, pubStatus }) => _status === 'published' && pubStatus !== 'canceled')
  if (!shown) return { report: { ...refusal(story, ''), outcome: 'failed', errors: faults }, isTold: true }
  const report = notWithdrawn(save, shown, MAY_WITHDRAW)
  return { report: { ...report, errors: [...faults, ...report.errors] }, isTold: mayBeTold(importer, shown) }
}

function notWithdrawn({ story }: Save, article: Stored, message: string) {
  return { ...reportOn(story, [...story.notes], 'notWithdrawn', article, []), errors: [{ message }] }
}

/** Withdraws what readers have, and the newer draft beside it, each in its own words. */
async function cancel(payload: Payload, req: PayloadRequest, article: Stored, newest: Stored, notice: string | undefined): Promise<void> {
  const how = { collection: slugs.articles, id: String(article.id), depth: 0, overrideAccess: true, req, trash: true } as const
  if (article._status === 'published') {
    const shown = await payload.findByID({ ...how, draft: false, showHiddenFields: true })
    await payload.update({ ...how, data: { ...withdrawn({ ...shown }, notice), _status: 'published', stage: 'ready' } })
  }
  if (newest._status === 'draft') await payload.update({ ...how, data: withdrawn(newest, notice), draft: true })
}

function withdrawn(article: Readonly<Record<string, unknown>>, notice: string | undefined) {
  const content = Object.fromEntries(Object.entries(article).filter(([name]) => !COMPUTED.includes(name)))
  return { ...content, pubStatus: 'canceled' as const, ...(notice === undefined ? {} : { notice }) }
}
