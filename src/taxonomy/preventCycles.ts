import { ValidationError } from 'payload'
import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../articles/idOf'
import { nameIn } from '../i18n/labels'
import { slugs } from '../options/slugs'
import type { Section } from '../payload-types'
import { placedSections } from './moveSection'
import { isWithin } from '../articles/sectionTree'

/** A section is never in itself, however it is written. */
export const preventCycles: CollectionBeforeChangeHook<Section> = async ({ data, originalDoc, req }) => {
  const parent = idOf(data.parent)
  if (!originalDoc || parent === undefined || parent === idOf(originalDoc.parent)) return data
  if (!isWithin(await placedSections(req.payload, req), parent, originalDoc.id)) return data
  const message = 'A section cannot stand in itself, nor in one that stands in it.'
  throw new ValidationError({ collection: slugs.sections, errors: [{ path: 'parent', label: nameIn(req.i18n.language, 'parent'), message }], req }, req.t)
}
