import type { FieldHook } from 'payload'
import { idOf } from '../articles/idOf'
import { slugs } from '../options/slugs'
import { isOwnArticle } from './ownArticles'
import type { Signed } from './ownArticles'
import { personOf } from './person'
import { readableArticles, readsEveryArticle } from './readableArticles'

/**
 * Leaves out of a relation to articles what its reader may not read. Payload keeps the ids of hidden documents in
 * every answer, and some of its views load a document by such an id without asking who reads it.
 */
export const leaveOutHidden: FieldHook = async ({ overrideAccess, req, value }) => {
  const ids = idsIn(value)
  if (overrideAccess || ids.length === 0 || readsEveryArticle(req)) return value
  const readable = await readableArticles(ids, req)
  const isShown = (each: unknown) => readable.has(idOf(each) ?? '')
  if (Array.isArray(value)) return value.filter(isShown)
  return isShown(value) ? value : null
}

/**
 * Keeps the hidden documents of a relation when somebody saves who was not shown them: each stays behind the document
 * that it followed.
 */
export const keepHidden: FieldHook = async ({ previousValue, req, value }) => {
  const before = idsIn(previousValue)
  if (!req.user || !Array.isArray(value) || before.length === 0 || readsEveryArticle(req)) return value
  const readable = await readableArticles(before, req)
  const kept: unknown[] = value.filter((each) => readable.has(idOf(each) ?? '') || !before.includes(idOf(each) ?? ''))
  for (const [index, id] of before.entries()) {
    if (readable.has(id)) continue
    const leader = before.slice(0, index).findLast((each) => kept.some((one) => idOf(one) === each))
    kept.splice(leader === undefined ? 0 : kept.findIndex((one) => idOf(one) === leader) + 1, 0, id)
  }
  return kept
}

/**
 * The same as {@link leaveOutHidden} for the links inside a text. People who work on an article keep the ids in it: the
 * editor sends the whole text back, and would lose the links.
 */
export const leaveOutHiddenLinks: FieldHook<Signed & { id: string }> = async ({ data, overrideAccess, req, value }) => {
  if (overrideAccess || readsEveryArticle(req)) return value
  const person = personOf(req)
  if (person && data && isOwnArticle(data, person)) return value
  const links = internalLinks(value)
  if (links.length === 0) return value
  const readable = await readableArticles(links.flatMap((doc) => idsIn(doc.value)), req)
  for (const doc of links) {
    if (!readable.has(idOf(doc.value) ?? '')) doc.value = null
  }
  return value
}

type Link = { relationTo: string; value?: unknown }

/** Where the links of a text lead that lead to articles. */
function internalLinks(text: unknown): Link[] {
  const links: Link[] = []
  const pending: unknown[] = [text]
  while (pending.length > 0) {
    const each = pending.pop()
    if (typeof each !== 'object' || each === null) continue
    if (isLink(each)) links.push(each)
    else for (const inside of Object.values(each)) pending.push(inside)
  }
  return links
}

function isLink(value: object): value is Link {
  return 'relationTo' in value && value.relationTo === slugs.articles && 'value' in value
}

function idsIn(value: unknown): string[] {
  return [value].flat().flatMap((each) => idOf(each) ?? [])
}
