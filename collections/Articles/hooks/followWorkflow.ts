import { ValidationError } from 'payload'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { idOf } from '../../../src/articles/idOf'
import { isOwnArticle } from '../../../src/access/ownArticles'
import { personOf } from '../../../src/access/person'
import { hasRole } from '../../../src/articles/roles'
import { nameIn } from '../../../src/i18n/labels'
import { slugs } from '../../../src/options/slugs'
import type { Article, User } from '../../../src/payload-types'
import { settleCorrections } from '../../../src/articles/corrections'
import { eventsBetween } from '../../../src/articles/events'
import type { Recorded } from '../../../src/articles/events'
import { missingForPublication } from '../../../src/articles/missing'
import type { MissingField } from '../../../src/articles/missing'
import { stageFault } from '../../../src/articles/stages'
import { visibilityOf } from '../../../src/articles/visibility'
import { remember } from './logEvents'
import { shownArticle } from './shownArticle'
import type { Shown } from './shownArticle'

/**
 * Holds a save to the rules of the desk (src/articles), refusing it with all that is wrong at once; makes what is
 * published ready, and remembers what is to be logged. Code without a user is trusted, except that nobody publishes
 * what is not complete.
 */
export const followWorkflow: CollectionBeforeChangeHook<Article> = async ({ context, data, operation, originalDoc, req }) => {
  const before = operation === 'update' ? originalDoc : undefined
  const person = personOf(req)
  const shown = before?.firstPublishedAt ? await shownArticle(before.id, req) : undefined
  const isPublishing = data._status === 'published'
  const settled: Partial<Article> = isPublishing ? { ...data, stage: 'ready' } : data
  const corrected = settleCorrections(shown?.corrections ?? [], settled.corrections ?? [])
  const faults = [
    ...(person ? peoplesFaults({ asked: data, before, person, settled }) : []),
    ...(person && 'fault' in corrected ? [{ path: 'corrections', message: corrected.fault } as const] : []),
    ...(isPublishing && settled.pubStatus !== 'canceled' && !settled.deletedAt ? await lacksOf(settled, req) : []),
  ]
  if (faults.length > 0) throw new ValidationError({ collection: slugs.articles, errors: faults.map((fault) => ({ ...fault, label: nameIn(req.i18n.language, fault.path) })), req }, req.t)
  if (person && isPublishing && 'rows' in corrected) settled.corrections = dated(corrected.rows, shown)

  const staysShown = context.savesDraft === true && !isPublishing
  const next = isPublishing ? settled : staysShown && !settled.deletedAt ? shown : undefined
  const events = eventsBetween(before && recorded(before, shown), recorded(settled, next)).map((event) =>
    event.kind === 'publication' && event.to !== null ? { ...event, to: loggedAs(settled) } : event,
  )
  const importedBy = typeof context.importedBy === 'string' ? context.importedBy : undefined
  if (before && isPublishing && importedBy !== undefined) events.push({ kind: 'import', from: null, to: null })
  // Of what an import or other code makes, the log begins with what readers are shown.
  const isLogged = Boolean(before ?? person) || (importedBy !== undefined && isPublishing)
  if (events.length === 0 || !isLogged) return settled
  remember(req, before?.id, { events, note: settled.note, person, who: importedBy })
  return { ...settled, note: null }
}

/** What is wrong with a field. */
type Fault = { path: 'corrections' | 'note' | 'stage' | MissingField['field']; message: string }

type Asked = { asked: Partial<Article>; before: Article | undefined; person: User; settled: Partial<Article> }

function peoplesFaults({ asked, before, person, settled }: Asked): Fault[] {
  const { note } = asked
  const isSentBack = asked._status === 'published' && before !== undefined && asked.stage !== before.stage && asked.stage !== 'ready'
  const stage = isSentBack
    ? 'What is published is ready. To send it back, save a draft (draft=true).'
    : stageFault({ from: before?.stage, to: settled.stage ?? 'draft', holds: (mover) => (mover === 'writer' ? before !== undefined && isOwnArticle(before, person) : hasRole(person, mover)), note })
  const isEmbargoMoved = before?.firstPublishedAt && !isSame(before.embargoUntil, asked.embargoUntil)
  const faults: (Fault | false)[] = [
    stage !== undefined && { path: 'stage', message: stage },
    Boolean(isEmbargoMoved && !note?.trim()) && {
      path: 'note',
      message: 'Say in a note why the embargo changes after publication.',
    },
    !before?.firstPublishedAt && Boolean(asked.corrections?.length) && {
      path: 'corrections',
      message: 'There is nothing to correct before readers have seen it: change the text.',
    },
  ]
  return faults.filter((fault) => fault !== false)
}

async function lacksOf(article: Partial<Article>, req: PayloadRequest): Promise<Fault[]> {
  const id = idOf(article.heroImage)
  const picture =
    id === undefined
      ? undefined
      : await req.payload.findByID({ collection: slugs.media, id, depth: 0, disableErrors: true, overrideAccess: true, req })
  return missingForPublication({ ...article, picture }).map(({ field, message }) => ({ path: field, message }))
}

/** New corrections are made when readers first see them. */
function dated(rows: NonNullable<Article['corrections']>, shown: Shown | undefined): NonNullable<Article['corrections']> {
  const seen = shown?.corrections?.length ?? 0
  const now = new Date().toISOString()
  return rows.map((row, index) => (index < seen ? row : { ...row, correctedAt: now }))
}

/** What the log compares: the stage of the newest version, with the status and embargo of the published version; without one, of the newest. */
function recorded(newest: Partial<Article>, shown: Partial<Shown> | undefined): Recorded {
  const { embargoUntil, pubStatus } = shownAs(shown) === null ? newest : { ...shown }
  return { embargoUntil, pubStatus, shown: shownAs(shown), stage: newest.stage }
}

/** `published`, or `future` if the date of the published version lies ahead; null if nothing is published. Status and embargo have events of their own. */
function shownAs(article: Partial<Shown> | undefined): 'future' | 'published' | null {
  if (article?._status !== 'published' || article.deletedAt) return null
  return loggedAs(article) === 'future' ? 'future' : 'published'
}

/** What publishing an article comes to: readers may not see it at once, or at all. */
function loggedAs(published: Partial<Shown>): string {
  const main = { pubStatus: 'usable', ...published, publishedAt: published.publishedAt ?? new Date() }
  const { kind } = visibilityOf({ main, newest: main })
  return kind === 'public' ? 'published' : kind
}

function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return one && other ? Date.parse(one) === Date.parse(other) : Boolean(one) === Boolean(other)
}
