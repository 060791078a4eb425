import type { CollectionBeforeOperationHook } from 'payload'

/**
 * Tells the hooks to come whether a save leaves what readers see as it is, which Payload does not tell them. What goes into
 * the trash is taken from readers, whatever the request calls the save: Payload would put the newer draft alone there.
 */
export const noteDraftSave: CollectionBeforeOperationHook<'articles'> = ({ args, context, operation }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return args
  const asked = operation === 'update' && 'data' in args && isTrashed(args.data) ? { ...args, draft: false } : args
  context.savesDraft = 'draft' in asked && asked.draft === true
  return asked
}

function isTrashed(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'deletedAt' in data && Boolean(data.deletedAt)
}
