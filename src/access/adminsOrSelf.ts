import type { Access } from 'payload'
import { hasRole } from './roles'

/** Admins everyone; anybody else their own login only. */
export const adminsOrSelf: Access = ({ req }) => {
  if (!req.user) return false
  return hasRole(req.user, 'admin') || { id: { equals: req.user.id } }
}
