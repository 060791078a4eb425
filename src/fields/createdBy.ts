import type { RelationshipField } from 'payload'
import { nobodyField } from '../access/nobody'
import { loginOf } from '../access/person'
import { newsroomOnlyField } from '../access/newsroomOnly'
import { named } from '../i18n/labels'
import { slugs } from '../options/slugs'
import { SHOWN_BY_NAME } from './shownByName'

/** Who made a document: set when it is made, by nobody's wish. Copies belong to who copies. */
export function createdByField(): RelationshipField {
  return {
    name: 'createdBy',
    type: 'relationship',
    relationTo: slugs.users,
    label: named('createdBy'),
    index: true,
    access: { create: nobodyField, read: newsroomOnlyField, update: nobodyField },
    admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data.createdBy), components: SHOWN_BY_NAME },
    hooks: {
      beforeChange: [({ operation, req, value }) => (operation === 'create' ? (loginOf(req)?.id ?? null) : value)],
      beforeDuplicate: [() => null],
    },
  }
}
