import { APIError } from 'payload'
import type { CollectionBeforeChangeHook } from 'payload'
import type { ShareLink } from '../../../src/payload-types'

/** A link that was revoked stays so: nobody brings it back. */
export const stayRevoked: CollectionBeforeChangeHook<ShareLink> = ({ data, originalDoc }) => {
  if (originalDoc?.revoked && data.revoked !== true) throw new APIError('This link was revoked. Make a new one.', 400, undefined, true)
  return data
}
