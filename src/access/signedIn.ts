import { isProgram, personOf } from './person'
import type { Rule } from './words'

/** Anyone with a login, in a project that has users without a role in the newsroom and collections of other logins, too; no program. */
export const withLogin: Rule = ({ req }) => Boolean(req.user) && !isProgram(req)

/** Anyone with a login of the desk; a program with an API key has none. */
export const signedIn: Rule = ({ req }) => personOf(req) !== undefined
