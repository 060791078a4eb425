import { mayInImport } from '../../access/imports'
import { hasScopePage } from '../../formats/syndication/scopes'
import { keysOf } from '../../formats/syndication/findArticle'
import { redirectsTo } from '../../formats/syndication/redirectsTo'
import { addressOf, askedPath, neighbourFault, redirectFault, slugOf, unaskedFault } from '../../articles/addresses'
import { currentOptions } from '../../options/current'
import { slugs } from '../../options/slugs'
import type { Stored } from './knownArticles'
import type { Save } from './saveStory'

/** A story has had so many addresses at most. */
const MAX_ALIASES = 50

type Redirect = { from: string; to?: { reference?: unknown } | null }

/**
 * Redirects the addresses that a story had at its source to its article, unless something else has the address.
 *
 * @param notes says why one does not
 * @returns what was made, as reports name it
 */
export async function redirectAliases({ importer, known, payload, story, transaction }: Save, { id, slug }: Stored, notes: string[]): Promise<string[]> {
  const paths = [...new Set(story.item.aliases?.map(askedPath))].filter((path) => path !== addressOf(slug ?? ''))
  if (paths.length === 0) return []
  if (!mayInImport(importer, 'redirect')) {
    notes.push('Its earlier addresses lead nowhere, as this key may not redirect.')
    return []
  }
  const { req } = transaction
  const few = paths.slice(0, MAX_ALIASES)
  const { docs } = await payload.db.find<Redirect>({ collection: 'redirects', limit: 0, pagination: false, req, where: { from: { in: few } } })
  const keys = few.flatMap((path) => keysOf(slugOf(path) ?? '', payload))
  const articles = keys.length === 0 ? [] : (await payload.db.find<{ id: string; slug: string }>({ collection: slugs.articles, limit: 0, pagination: false, req, select: { slug: true }, where: { or: keys } })).docs
  const made: string[] = []
  for (const path of few) {
    const there = docs.find(({ from }) => from === path)
    if (there && String(there.to?.reference) === String(id)) continue
    const fault =
      (there ? 'Another redirect leads away from here.' : undefined) ??
      redirectFault({ from: path }) ??
      unaskedFault(path, Object.values(currentOptions().routes)) ??
      neighbourFault({ goesOn: false, hasArticle: articles.some((article) => [article.slug, article.id].includes(slugOf(path) ?? '')), hasPage: await hasScopePage(path, req), isLedTo: (await redirectsTo([path], req)).length > 0 })
    if (fault !== undefined) {
      notes.push(`Its earlier address ${path.slice(0, 200)} does not lead to it: ${fault}`)
      continue
    }
    const redirect = await payload.create({ collection: 'redirects', data: { from: encodeURI(path), to: { type: 'reference', reference: String(id), url: null } }, depth: 0, overrideAccess: true, req })
    transaction.onUndo(() => payload.delete({ collection: 'redirects', id: redirect.id, overrideAccess: true }))
    known.redirect(path)
    made.push(`redirects: ${path}`)
  }
  if (paths.length > MAX_ALIASES) notes.push(`Only the first ${String(MAX_ALIASES)} of its ${String(paths.length)} earlier addresses lead to it.`)
  return made
}
