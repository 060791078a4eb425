import type { FieldAccess } from 'payload'
import type { Rule } from './words'

/** Nobody through any API; only code that overrides access. */
export const nobody: Rule = () => false

/** The same rule for a field. */
export const nobodyField: FieldAccess = () => false
