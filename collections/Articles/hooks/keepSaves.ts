import { APIError } from 'payload'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { asksAs, personOf } from '../../../src/access/person'
import type { Article } from '../../../src/payload-types'
import { changedFields, conflictMessage, remembers, savesSince, withSave } from '../../../src/workflow/revisions'
import type { Save } from '../../../src/workflow/revisions'

/** What changes with every save, and says nothing of what was changed. */
const COMPUTED = new Set(['createdAt', 'events', 'firstPublishedAt', 'id', 'readingTime', 'revision', 'saves', 'updatedAt', 'wordCount'])

/**
 * Refuses, with 409 and who changed what, a save that is based on an older revision than the stored one, and counts
 * the saves. What names no revision is based on the one that is stored; src/database/revisions.ts holds both to it to
 * the moment of writing.
 */
export const keepSaves: CollectionBeforeChangeHook<Article> = ({ context, data, operation, originalDoc, req }) => {
  const before = operation === 'update' ? originalDoc : undefined
  const saves = savesOf(before?.saves)
  const stored = before?.revision ?? 0
  const person = personOf(req)
  const base = context.isRestoringVersion ? stored : (data.revision ?? stored)
  if (before && base !== stored && !isForced(req)) {
    const since = savesSince(saves, base, person?.id ?? null)
    if (since.length > 0 || base > stored || !remembers(saves, base)) {
      throw new APIError(conflictMessage(since), 409, { revision: stored, since: since.map(({ at, fields, who }) => ({ at, fields, who })) }, true)
    }
  }
  const save: Save = {
    revision: stored + 1,
    at: new Date().toISOString(),
    by: person?.id ?? null,
    who: person?.name ?? 'The newsroom’s own code',
    fields: before ? changedFields({ ...before }, { ...data }, COMPUTED) : [],
    // Payload turns the parameter into a boolean.
    isAutosave: String(req.query.autosave) === 'true',
  }
  return { ...data, revision: save.revision, saves: before ? withSave(saves, save) : [] }
}

/** An editor may save over what others have changed. */
function isForced(req: PayloadRequest): boolean {
  return req.query.force === 'true' && asksAs('editor', req)
}

function savesOf(value: unknown): Save[] {
  return Array.isArray(value) ? value.filter(isSave) : []
}

function isSave(value: unknown): value is Save {
  return typeof value === 'object' && value !== null && 'revision' in value && 'at' in value && 'who' in value && 'fields' in value
}
