import type { FieldAccess } from 'payload'
import { asksAs } from './person'
import type { Rule } from './words'

/** Editors, and so admins. */
export const editors: Rule = ({ req }) => asksAs('editor', req)

/** The same rule for a field. */
export const editorsField: FieldAccess = ({ req }) => asksAs('editor', req)
