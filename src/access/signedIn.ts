import { loginOf, personOf } from './person'
import type { Rule } from './words'

/** Anyone with a login, in a project that has users without a role in the newsroom, too. */
export const withLogin: Rule = ({ req }) => loginOf(req) !== undefined

/** Anyone with a login of the desk; a program with an API key has none. */
export const signedIn: Rule = ({ req }) => personOf(req) !== undefined
