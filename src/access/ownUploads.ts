import { personOf } from './person'
import type { Rule } from './words'

/** Documents that the caller has brought in. */
export const ownUploads: Rule = ({ req }) => {
  const person = personOf(req)
  return person !== undefined && { createdBy: { equals: person.id } }
}
