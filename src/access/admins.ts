import type { FieldAccess } from 'payload'
import { asksAs } from './person'
import type { Rule } from './words'

/** Admins only. */
export const admins: Rule = ({ req }) => asksAs('admin', req)

/** The same rule for a field. */
export const adminsField: FieldAccess = ({ req }) => asksAs('admin', req)
