import type { FieldHook } from 'payload'

/** The first login of a newsroom is its administrator, whatever the request says. */
export const firstUserIsAdmin: FieldHook = async ({ operation, req, value }) => {
  if (operation !== 'create') return value
  const { totalDocs } = await req.payload.count({ collection: 'users', overrideAccess: true, req })
  return totalDocs === 0 ? ['admin'] : value
}
