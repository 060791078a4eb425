import type { TextField } from 'payload'
import { nobodyField } from '../access/nobody'

/**
 * What the seed or an import last wrote into a document, as a hash, so that the next run can tell a document an
 * editor has changed since from one it may bring up to date. Never shown, never settable from outside.
 */
export function importHashField(): TextField {
  return {
    name: 'importHash',
    type: 'text',
    access: { create: nobodyField, read: nobodyField, update: nobodyField },
    admin: { hidden: true },
    hooks: { beforeDuplicate: [() => null] },
  }
}
