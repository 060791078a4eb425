import { personOf } from './person'
import type { Rule } from './words'

/** Anyone with a login of the desk; a program with an API key has none. */
export const signedIn: Rule = ({ req }) => personOf(req) !== undefined
