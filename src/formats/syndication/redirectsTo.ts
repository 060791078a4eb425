import type { PayloadRequest } from 'payload'
import { pathOn } from '../../articles/addresses'
import { siteOptions } from './site'

/** A redirect to an address. */
export type Leading = { id: string; url: string }

/** The redirects that lead to one of these paths of the site, with any query and fragment. */
export async function redirectsTo(paths: readonly string[], req: PayloadRequest): Promise<Leading[]> {
  const { siteUrl } = siteOptions()
  const { docs } = await req.payload.find({
    collection: 'redirects',
    depth: 0,
    limit: 0,
    overrideAccess: true,
    pagination: false,
    req,
    select: { to: true },
    where: { or: [{ 'to.url': { in: [...paths] } }, ...paths.flatMap((path) => ['?', '#'].map((sign) => ({ 'to.url': { contains: path + sign } })))] },
  })
  const leading = docs.map(({ id, to }) => ({ id, url: to?.url ?? '' }))
  return leading.filter(({ url }) => paths.includes(pathOn(siteUrl, url) ?? ''))
}
