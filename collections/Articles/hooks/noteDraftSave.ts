import type { CollectionBeforeOperationHook } from 'payload'

/** Tells the hooks to come whether a save leaves what readers see as it is, which Payload does not tell them. */
export const noteDraftSave: CollectionBeforeOperationHook<'articles'> = ({ args, context, operation }) => {
  if (operation === 'create' || operation === 'update' || operation === 'restoreVersion') {
    context.savesDraft = 'draft' in args && args.draft === true
  }
  return args
}
