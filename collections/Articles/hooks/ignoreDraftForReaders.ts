import type { CollectionBeforeOperationHook } from 'payload'
import { personOf } from '../../../src/access/person'
import { asksWithScope } from '../../../src/access/scopes'

/**
 * Readers, and programs that may not read drafts, get what is public whether they ask for drafts or not. Payload looks
 * at the newest versions first, so that a public article with a newer draft would be missing.
 */
export const ignoreDraftForReaders: CollectionBeforeOperationHook<'articles'> = ({ args, overrideAccess, operation, req }) => {
  if (overrideAccess || operation !== 'read' || personOf(req) !== undefined || asksWithScope('read-drafts', req)) return args
  return { ...args, draft: false }
}
