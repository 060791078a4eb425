import { APIError } from 'payload'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { asksAs, personOf } from '../../../src/access/person'
import type { Article } from '../../../src/payload-types'
import { changedFields, conflictMessage, overlapping, remembers, savesOf, savesSince, withSave } from '../../../src/articles/revisions'
import type { Save } from '../../../src/articles/revisions'

/** What changes with every save, and says nothing of what was changed. */
const COMPUTED = new Set(['createdAt', 'events', 'firstPublishedAt', 'id', 'modifiedAt', 'readingTime', 'revision', 'saves', 'updatedAt', 'wordCount'])
const BESIDE = new Set([...COMPUTED, '_status'])

/**
 * Refuses, with 409 and who changed what, a save that is based on an older revision than the stored one, and counts
 * the saves. A save without a revision is based on the stored one. An autosaved draft is refused only when somebody
 * changed the same fields; other changes are merged. src/database/revisions.ts enforces this up to the write.
 */
export const recordRevision: CollectionBeforeChangeHook<Article> = ({ context, data, operation, originalDoc, req }) => {
  const before = operation === 'update' ? originalDoc : undefined
  const saves = savesOf(before?.saves)
  const stored = before?.revision ?? 0
  const person = personOf(req)
  const base = context.isRestoringVersion ? stored : (data.revision ?? stored)
  // Payload turns the parameter into a boolean.
  const isAutosave = String(req.query.autosave) === 'true'
  const isMerged = isAutosave && context.savesDraft === true && data._status !== 'published'
  // A draft that is saved beside a published version always differs in its status.
  const fields = before ? changedFields({ ...before }, { ...data }, isMerged ? BESIDE : COMPUTED) : []
  if (before && base !== stored && !isForced(req)) {
    const since = isMerged ? overlapping(saves, base, fields) : savesSince(saves, base, person?.id ?? null)
    if (since.length > 0 || base > stored || !remembers(saves, base)) {
      throw new APIError(conflictMessage(since), 409, { revision: stored, since: since.map(({ at, fields, who }) => ({ at, fields, who })) }, true)
    }
  }
  const save: Save = {
    revision: stored + 1,
    at: new Date().toISOString(),
    by: person?.id ?? null,
    who: person?.name ?? 'The newsroom’s own code',
    fields,
    isAutosave,
  }
  return { ...data, revision: save.revision, saves: before ? withSave(saves, save) : [] }
}

/** An editor may save over what others have changed. */
function isForced(req: PayloadRequest): boolean {
  return req.query.force === 'true' && asksAs('editor', req)
}
