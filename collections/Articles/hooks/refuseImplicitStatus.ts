import { APIError } from 'payload'
import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import { NEWEST_FIRST } from '../../../src/database/newestFirst'
import type { Article } from '../../../src/payload-types'
import { shownArticle } from './shownArticle'

/** Remembers whether an update says what readers are to see, and has a bulk update begin from the newest versions, as a single one does. */
export const noteIntent: CollectionBeforeOperationHook<'articles'> = ({ args, context, operation }) => {
  if (operation !== 'update') return args
  const data: unknown = 'data' in args ? args.data : undefined
  const names = (field: string) => typeof data === 'object' && data !== null && Reflect.get(data, field) != null
  context.keepsShown = !names('_status') && !names('deletedAt')
  if ('where' in args && !('id' in args && args.id) && !('draft' in args && args.draft)) context[NEWEST_FIRST] = true
  return names('_status') ? args : withoutStatus(args)
}

/** Payload would store a status of null, which is that of nothing that readers see. */
function withoutStatus<Args extends object>(args: Args): Args {
  if (!('data' in args) || typeof args.data !== 'object' || args.data === null || !('_status' in args.data)) return args
  const { _status, ...data } = args.data
  return { ...args, data }
}

/**
 * What comes out of the trash is a draft, unless the request says that it is published; and it comes out as a whole:
 * Payload would take the newer draft alone out of it.
 */
export const leaveTrashAsDraft: CollectionBeforeChangeHook<Article> = ({ context, data, originalDoc }) => {
  if (!originalDoc?.deletedAt || data.deletedAt) return data
  if (context.savesDraft === true) throw new APIError('To take an article out of the trash, leave out draft=true.', 400, undefined, true)
  return context.keepsShown === true ? { ...data, _status: 'draft' } : data
}

/**
 * Readers see a change only when a request asks for it. Payload would merge a newer draft into what readers see, and
 * unpublish both, when an update names no `_status`: it is refused with what to send instead.
 */
export const refuseImplicitStatus: CollectionBeforeChangeHook<Article> = async ({ context, data, operation, originalDoc, req }) => {
  const isBeside = context.savesDraft === true && data._status !== 'published'
  if (operation !== 'update' || isBeside || !originalDoc || originalDoc._status === 'published' || data._status === 'published') return data
  if (!context.isRestoringVersion && context.keepsShown !== true) return data
  const shown = await shownArticle(originalDoc.id, req)
  if (shown?._status !== 'published' || shown.deletedAt) return data
  throw new APIError(context.isRestoringVersion ? RESTORE : UPDATE, 409, undefined, true)
}

const UPDATE =
  'Readers have an older version than the newest draft. Send draft=true to change the draft, _status: "published" to publish the draft with this change, or _status: "draft" to unpublish the article. To take it down as it is, POST to its /withdraw or /unpublish.'
const RESTORE = 'This would take the published version away from readers. Restore the version as a draft (draft=true), then publish it.'
