import type { TextField } from 'payload'
import { hint, named } from '../i18n/labels'

/** Other spellings under which wire copy may name a document. */
export function aliasesField(): TextField {
  return {
    name: 'aliases',
    type: 'text',
    label: named('aliases'),
    hasMany: true,
    admin: { description: hint('aliases') },
  }
}
