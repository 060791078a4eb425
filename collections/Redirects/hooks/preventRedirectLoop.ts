import { ValidationError } from 'payload'
import type { CollectionBeforeChangeHook, PayloadRequest, Where } from 'payload'
import { nameIn } from '../../../src/i18n/labels'
import { siteOptions } from '../../../src/formats/syndication/site'
import type { Redirect } from '../../../src/payload-types'
import { hasScopePage } from '../../../src/formats/syndication/scopes'
import { askedPath, decoded, neighbourFault, redirectFault, slugOf, unaskedFault } from '../../../src/articles/addresses'
import { withoutSlash } from '../../../src/text/ends'

/** Refuses redirects that nobody would meet, or that would make a chain or a loop, and leads to articles themselves instead of to their addresses. */
export const preventRedirectLoop: CollectionBeforeChangeHook<Redirect> = async ({ data, operation, originalDoc, req }) => {
  // What an older version of this software has stored keeps nobody from leading it elsewhere.
  const isNew = data.from !== undefined && data.from !== originalDoc?.from
  const from = isNew ? askedPath(data.from ?? '') : (originalDoc?.from ?? '')
  const to = { ...originalDoc?.to, ...data.to }
  const url = to.type === 'custom' && to.url ? pathOf(to.url) : undefined
  const shape = redirectFault({ from, url }) ?? (isNew ? unaskedFault(from) : undefined)
  if (shape !== undefined) throw refusal(shape, req)
  const article = url === undefined ? undefined : await articleAt(url, req)
  const others: Where = operation === 'update' && originalDoc ? { id: { not_equals: originalDoc.id } } : {}
  const fault = neighbourFault({
    hasArticle: (await articleAt(from, req)) !== undefined,
    hasPage: isNew && (await hasScopePage(from, req)),
    goesOn: url !== undefined && (await exists({ and: [others, { from: { equals: url } }] }, req)),
    isLedTo: await exists({ and: [others, { 'to.url': { equals: from } }] }, req),
  })
  if (fault !== undefined) throw refusal(fault, req)
  if (article !== undefined) return { ...data, from, to: { type: 'reference', reference: article, url: null } }
  return { ...data, from, to: url === undefined ? { ...to, url: null } : { ...to, url, reference: null } }
}

/** The article whose address this is. */
async function articleAt(path: string, req: PayloadRequest): Promise<string | undefined> {
  const slug = slugOf(path)
  if (slug === undefined) return undefined
  const { docs } = await req.payload.find({
    collection: 'articles',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    req,
    select: {},
    trash: true,
    where: { slug: { equals: slug } },
  })
  return docs[0]?.id
}

async function exists(where: Where, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({ collection: 'redirects', overrideAccess: true, req, where })
  return totalDocs > 0
}

/** An address of this site is told by its path. */
function pathOf(url: string): string {
  const { siteUrl } = siteOptions()
  const path = url.startsWith(`${siteUrl}/`) ? decoded(url.slice(siteUrl.length)) : url
  return path.startsWith('/') ? withoutSlash(path) || path : path
}

function refusal(message: string, req: PayloadRequest): ValidationError {
  return new ValidationError({ collection: 'redirects', errors: [{ path: 'from', label: nameIn(req.i18n.language, 'from'), message }], req }, req.t)
}
