import type { Access, FieldAccess } from 'payload'
import { hasRole } from './roles'

/** Admins only. */
export const admins: Access = ({ req }) => hasRole(req.user, 'admin')

/** The same rule for a field. */
export const adminsField: FieldAccess = ({ req }) => hasRole(req.user, 'admin')
