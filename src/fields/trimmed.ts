import type { FieldHook } from 'payload'
import { isBlank } from '../articles/blank'

/**
 * Takes the blanks off both ends of a text; a text that shows nothing is none. An autosave comes while somebody types,
 * and is given back to them: the blank before the next word stays.
 */
export const trimmed: FieldHook = ({ req, value }) => {
  if (typeof value !== 'string' || String(req.query?.autosave) === 'true') return value
  return isBlank(value) ? '' : value.trim()
}
