import { idOf } from '../articles/idOf'
import { personOf } from './person'
import type { Rule } from './words'

/** The author profile of the caller: the byline that is theirs, or one that names their login. */
export const ownProfile: Rule = ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  const named = { user: { equals: person.id } }
  const byline = idOf(person.author)
  return byline === undefined ? named : { or: [named, { id: { equals: byline } }] }
}
