import type { Field } from 'payload'
import { nobodyField } from '../../../src/access/nobody'
import { newsroomOnlyField } from '../../../src/access/newsroomOnly'

/**
 * How often an article has been saved. A person who saves sends back the revision that they saw, as forms of the
 * admin UI do by themselves; hooks/recordRevision.ts refuses what is based on an older one.
 */
export const revision: Field[] = [
  {
    name: 'revision',
    type: 'number',
    access: { read: newsroomOnlyField },
    admin: { hidden: true },
    hooks: { beforeDuplicate: [() => null] },
  },
  {
    name: 'saves',
    type: 'json',
    hidden: true,
    access: { create: nobodyField, read: nobodyField, update: nobodyField },
    hooks: { beforeDuplicate: [() => null] },
  },
]
