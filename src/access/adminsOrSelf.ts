import { admins } from './admins'
import { loginOf } from './person'
import { anyOf } from './words'
import type { Rule } from './words'

/** One's own login. */
const self: Rule = ({ req }) => {
  const login = loginOf(req)
  return login !== undefined && { id: { equals: login.id } }
}

/** Admins everyone; anybody else their own login only. */
export const adminsOrSelf = anyOf(admins, self)
