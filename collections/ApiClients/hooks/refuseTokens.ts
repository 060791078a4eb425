import { Forbidden } from 'payload'
import type { CollectionBeforeOperationHook } from 'payload'

/** A program shows its key with every request: it is not given a token, as people are. */
export const refuseTokens: CollectionBeforeOperationHook<'api-clients'> = ({ args, operation, req }) => {
  if (operation === 'refresh') throw new Forbidden(req.t)
  return args
}
