import { ValidationError } from 'payload'
import type { CollectionBeforeChangeHook, PayloadRequest, Where } from 'payload'
import { nameIn } from '../../../src/i18n/labels'
import { siteOptions } from '../../../src/formats/syndication/site'
import { currentOptions } from '../../../src/options/current'
import { slugs } from '../../../src/options/slugs'
import type { Redirect } from '../../../src/payload-types'
import { hasScopePage } from '../../../src/formats/syndication/scopes'
import { askedPath, encodingFault, keptAddress, neighbourFault, NOWHERE, OF_DESTINATION, pathOn, redirectFault, slugOf, unaskedFault } from '../../../src/articles/addresses'
import { keysOf } from '../../../src/formats/syndication/findArticle'
import { redirectsTo } from '../../../src/formats/syndication/redirectsTo'

/** Refuses redirects that nobody would meet, or that would make a chain or a loop, and leads to articles themselves instead of to their addresses. */
export const preventRedirectLoop: CollectionBeforeChangeHook<Redirect> = async ({ data, operation, originalDoc, req }) => {
  // What an older version of this software has stored keeps nobody from leading it elsewhere.
  const isNew = data.from !== undefined && data.from !== originalDoc?.from
  const from = isNew ? askedPath(data.from ?? '') : (originalDoc?.from ?? '')
  const to = { ...originalDoc?.to, ...data.to }
  const { serverUrl = '', siteUrl } = siteOptions()
  const [url, path] = to.type === 'custom' && to.url ? [keptAddress(siteUrl, to.url), pathOn(siteUrl, to.url) ?? pathOnServer(to.url, [serverUrl, req.origin ?? ''])] : []
  const nowhere = data.to === null || (url === undefined && !to.reference) ? NOWHERE : undefined
  const unasked = isNew ? (encodingFault(data.from ?? '') ?? unaskedFault(from, Object.values(currentOptions().routes))) : undefined
  const shape = redirectFault({ from, url, path }) ?? unasked ?? nowhere
  if (shape !== undefined) throw refusal(shape, req)
  const article = path === undefined ? undefined : await articleAt(path, req)
  const others: Where = operation === 'update' && originalDoc ? { id: { not_equals: originalDoc.id } } : {}
  const fault = neighbourFault({
    hasArticle: (await articleAt(from, req)) !== undefined,
    hasPage: isNew && (await hasScopePage(from, req)),
    goesOn: path !== undefined && (await exists({ and: [others, { from: { equals: path } }] }, req)),
    isLedTo: (await redirectsTo([from], req)).some(({ id }) => id !== originalDoc?.id),
  })
  if (fault !== undefined) throw refusal(fault, req)
  if (article !== undefined) return { ...data, from, to: { type: 'reference', reference: article, url: null } }
  return { ...data, from, to: url === undefined ? { ...to, url: null } : { ...to, url, reference: null } }
}

/** The path of an address that is this server by another name: readers would be led round in a circle there, too. */
function pathOnServer(url: string, origins: readonly string[]): string | undefined {
  return origins.filter((origin) => URL.canParse(origin)).map((origin) => pathOn(origin, url)).find((path) => path !== undefined)
}

/** The article whose address this is, by its slug or its id. */
async function articleAt(path: string, req: PayloadRequest): Promise<string | undefined> {
  const slug = slugOf(path)
  const keys = slug === undefined ? [] : keysOf(slug, req.payload)
  if (keys.length === 0) return undefined
  const { docs } = await req.payload.find({
    collection: slugs.articles,
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    req,
    select: {},
    trash: true,
    where: { or: keys },
  })
  return docs[0]?.id
}

async function exists(where: Where, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({ collection: 'redirects', overrideAccess: true, req, where })
  return totalDocs > 0
}

function refusal(message: string, req: PayloadRequest): ValidationError {
  const [path, label] = OF_DESTINATION.includes(message) ? ['to.url', 'webAddress'] as const : ['from', 'from'] as const
  return new ValidationError({ collection: 'redirects', errors: [{ path, label: nameIn(req.i18n.language, label), message }], req }, req.t)
}
