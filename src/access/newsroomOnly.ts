import type { FieldAccess } from 'payload'
import { personOf } from './person'
import { asksWithScope } from './scopes'

/** A field for everybody with a login, and for programs that read what editors read; not for readers. */
export const newsroomOnlyField: FieldAccess = ({ req }) => personOf(req) !== undefined || asksWithScope('read-drafts', req)
