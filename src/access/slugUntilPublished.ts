import type { FieldAccess } from 'payload'
import { asksAs } from './person'

/** The web address of what readers have seen is changed by editors only. */
export const slugUntilPublished: FieldAccess<{ id: string; firstPublishedAt?: string | null }> = ({ doc, req }) =>
  !doc?.firstPublishedAt || asksAs('editor', req)
