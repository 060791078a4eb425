import type { FieldAccess } from 'payload'
import { personOf } from './person'
import type { Rule } from './words'

/** Anyone with a login of the desk; a program with an API key has none. */
export const signedIn: Rule = ({ req }) => personOf(req) !== undefined

/** The same rule for a field. */
export const signedInField: FieldAccess = ({ req }) => personOf(req) !== undefined
