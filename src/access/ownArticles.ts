import type { FieldAccess } from 'payload'
import { idOf } from '../articles/idOf'
import { asksAs, personOf } from './person'
import { asksWithScope } from './scopes'
import type { Rule } from './words'

/** What {@link isOwnArticle} needs to know; relations as ids or documents. */
export type Signed = {
  bylines?: readonly { author?: unknown }[] | null | undefined
  createdBy?: unknown
}

type Author = { id: string; author?: unknown }

/** Articles that a person began or signs, unless they are in the trash. */
export const ownArticles: Rule = ({ req }) => {
  const person = personOf(req)
  if (!person) return false
  const byline = idOf(person.author)
  const began = { createdBy: { equals: person.id } }
  const own = byline === undefined ? began : { or: [began, { 'bylines.author': { equals: byline } }] }
  return { and: [own, { deletedAt: { exists: false } }] }
}

/** The same rule as {@link ownArticles}, for an article already in hand. */
export function isOwnArticle({ bylines, createdBy }: Signed, person: Author): boolean {
  const byline = idOf(person.author)
  return idOf(createdBy) === idOf(person) || (byline !== undefined && (bylines ?? []).some(({ author }) => idOf(author) === byline))
}

/**
 * A field that editors, and programs that read as they do, see on every article, others only on their own. Asked without an article, as it is for filters
 * and sorting, it is closed to others: an answer would tell of articles that are not theirs. The form of an article asks with what is written in it, which
 * is what the caller was given or has typed.
 */
export const ownArticlesField: FieldAccess<Signed & { id: string }> = ({ data, doc, id, req }) => {
  const person = personOf(req)
  const article = doc ?? (id === undefined ? undefined : data)
  return asksAs('editor', req) || asksWithScope('read-drafts', req) || (person !== undefined && article !== undefined && isOwnArticle(article, person))
}
