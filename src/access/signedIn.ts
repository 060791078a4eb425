import type { Access, FieldAccess } from 'payload'

/** Anyone with a login. */
export const signedIn: Access = ({ req }) => Boolean(req.user)

/** The same rule for a field. */
export const signedInField: FieldAccess = ({ req }) => Boolean(req.user)
