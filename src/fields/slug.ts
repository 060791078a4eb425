import { ValidationError } from 'payload'
import type { CollectionSlug, FieldHook, PayloadRequest, TextField } from 'payload'
import { hint, named, nameIn } from '../i18n/labels'
import { freeSlug } from './freeSlug'
import { isIdForm, isNumberedSlugOf, numberedSlug, slugify } from './slugify'

export type SlugOptions = {
  /** The field the slug is made from. */
  from: 'headline' | 'name'
  /** The slug of a text without a single letter or digit. */
  fallback: string
  /** Whether the slug may no longer follow its text; by default it never follows after creation. */
  isFrozen?: (original: Record<string, unknown>) => boolean
  /** Who may set it; by default, everyone who may write the document. */
  access?: TextField['access']
}

/**
 * A unique, Unicode-safe `slug`, made from another field when none is given.
 *
 * A taken slug gets a numeric suffix, also when two are created at the same moment (src/database/uniqueSlugs). Until
 * it is frozen it follows the text it was made from; what an editor types is kept.
 */
export function slugField({ access = {}, from, fallback, isFrozen = () => true }: SlugOptions): TextField {
  return {
    name: 'slug',
    type: 'text',
    label: named('slug'),
    required: true,
    unique: true,
    index: true,
    access,
    admin: {
      position: 'sidebar',
      description: hint(from === 'headline' ? 'slugFromHeadline' : 'slugFromName'),
    },
    hooks: {
      beforeValidate: [settleSlug({ from, fallback, isFrozen })],
      // Payload's own hook would add " - Copy"; a copy gets a new slug instead.
      beforeDuplicate: [() => undefined],
    },
  }
}

function settleSlug({ from, fallback, isFrozen }: Required<Omit<SlugOptions, 'access'>>): FieldHook {
  return async ({ collection, data, operation, originalDoc, req, value }) => {
    const original: Record<string, unknown> = operation === 'update' ? (originalDoc ?? {}) : {}
    const current = textOf(original.slug)
    const title = textOf(data?.[from] ?? original[from])
    const typed = textOf(value)

    const isTyped = typed !== '' && typed !== current
    const words = slugify(title)
    const derived = isIdForm(words) ? numberedSlug(words, 2) : words || (title && fallback)
    const wanted = isTyped ? slugify(typed) || derived || fallback : derived
    if (isTyped && isIdForm(wanted)) throw idRefused(collection?.slug, req)

    if (!isTyped && current) {
      const follows = isNumberedSlugOf(current, slugify(textOf(original[from])) || fallback)
      if (isFrozen(original) || !follows || !wanted || isNumberedSlugOf(current, wanted)) return current
    }
    if (!wanted || operation !== 'update' || !collection) return wanted || undefined
    // A draft is saved as a version, where no unique index watches: look for a free slug now, not at publication.
    return freeSlug({ base: wanted, collection: collection.slug, id: original.id, req })
  }
}

function idRefused(collection: CollectionSlug | undefined, req: PayloadRequest): ValidationError {
  const message = 'This has the form of an id, by which something else is found: write words.'
  return new ValidationError({ ...(collection && { collection }), errors: [{ path: 'slug', label: nameIn(req.i18n.language, 'slug'), message }], req }, req.t)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
