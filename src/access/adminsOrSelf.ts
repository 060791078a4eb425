import { admins } from './admins'
import { personOf } from './person'
import { anyOf } from './words'
import type { Rule } from './words'

/** One's own login. */
const self: Rule = ({ req }) => {
  const person = personOf(req)
  return person !== undefined && { id: { equals: person.id } }
}

/** Admins everyone; anybody else their own login only. */
export const adminsOrSelf = anyOf(admins, self)
