import type { AuthStrategy } from 'payload'
import { slugs } from '../../options/slugs'
import { findClient } from './findClient'
import { noteUse } from './noteUse'

/**
 * Signs programs in by their key. Payload's own keys are stored so that they can be read again; of these only a hash is
 * kept. Requests with a key that is no good do not come this far (refuseBadKey).
 */
export const apiKeyStrategy: AuthStrategy = {
  name: 'api-key',
  authenticate: async ({ headers, payload }) => {
    const found = await findClient(headers, payload)
    if (!found || 'fault' in found) return { user: null }
    await noteUse(found.client, payload)
    return { user: { ...found.client, _strategy: 'api-key', collection: slugs.apiClients } }
  },
}
