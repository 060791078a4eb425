import { loginOf } from './person'
import type { Rule } from './words'

/** Documents that the caller has brought in. */
export const ownUploads: Rule = ({ req }) => {
  const login = loginOf(req)
  return login !== undefined && { createdBy: { equals: login.id } }
}
