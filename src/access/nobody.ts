import type { Access, FieldAccess } from 'payload'

/** Nobody through any API; only code that overrides access. */
export const nobody: Access = () => false

/** The same rule for a field. */
export const nobodyField: FieldAccess = () => false
