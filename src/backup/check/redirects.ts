import { pathOn } from '../../articles/addresses'
import { bareAdapter } from '../../database/bare'
import { siteOptions } from '../../formats/syndication/site'
import { isDoc, isDocID } from '../format'
import type { Doc, DocID } from '../format'
import { slugs } from '../../options/slugs'
import type { DocumentCheck, Finding, Ground } from './types'

const REDIRECTS = 'redirects'

type Redirect = { id: DocID; from: string; path: string | undefined }

/** Redirects without a target, and redirect loops. */
export function redirectCheck({ ids, payload }: Ground): DocumentCheck {
  const byFrom = new Map<string, Redirect>()
  const { siteUrl } = siteOptions()

  function look(slug: string, docs: readonly Doc[]): Finding[] {
    if (slug !== REDIRECTS) return []
    return docs.flatMap((doc) => {
      const to = isDoc(doc.to) ? doc.to : {}
      const url = to.type === 'custom' && typeof to.url === 'string' && to.url !== '' ? to.url : undefined
      const article = isDocID(to.reference) ? to.reference : undefined
      if (isDocID(doc.id)) byFrom.set(String(doc.from), { id: doc.id, from: String(doc.from), path: url && pathOn(siteUrl, url) })
      const leads = url !== undefined || (article !== undefined && ids.get(slugs.articles)?.has(article) === true)
      return leads ? [] : { message: `redirect ${String(doc.from)}: has no target`, repair: () => drop(doc) }
    })
  }

  async function drop({ from, id }: Doc): Promise<string> {
    await bareAdapter(payload.db).deleteOne({ collection: REDIRECTS, req: {}, returning: false, where: { id: { equals: id } } })
    byFrom.delete(String(from))
    return 'deleted it'
  }

  function end(): Finding[] {
    const seen = new Set<DocID>()
    return [...byFrom.values()].flatMap((first) => {
      const way = new Set<Redirect>()
      for (let next: Redirect | undefined = first; next && !seen.has(next.id); next = next.path === undefined ? undefined : byFrom.get(next.path)) {
        if (way.has(next)) {
          for (const { id } of way) seen.add(id)
          return { message: `redirect ${next.from}: is part of a loop of ${String(way.size)} redirects; change the target of one of them` }
        }
        way.add(next)
      }
      for (const { id } of way) seen.add(id)
      return []
    })
  }

  return { look, end }
}
