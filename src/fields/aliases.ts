import type { TextField } from 'payload'

/** Other spellings under which wire copy may name a document. */
export function aliasesField(): TextField {
  return {
    name: 'aliases',
    type: 'text',
    hasMany: true,
    admin: { description: 'Other spellings that wire copy uses for the same thing. Copy that names one is filed here.' },
  }
}
