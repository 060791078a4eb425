import type { FieldHook } from 'payload'
import { slugs } from '../../../src/options/slugs'

/** The first login of a newsroom is its administrator, whatever the request says. */
export const firstUserIsAdmin: FieldHook = async ({ operation, req, value }) => {
  if (operation !== 'create') return value
  const { totalDocs } = await req.payload.count({ collection: slugs.users, overrideAccess: true, req })
  return totalDocs === 0 ? ['admin'] : value
}
