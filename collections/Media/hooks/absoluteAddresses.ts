import type { CollectionAfterReadHook } from 'payload'
import { currentOptions } from '../../../src/options/current'
import { isAdminUi } from '../../../src/validation/pageLimit'
import type { Media } from '../../../src/payload-types'
import { fileUrl } from '../../../src/formats/urls'
import { siteOptions } from '../../../src/formats/syndication/site'

/**
 * Gives the addresses of a picture's files as sites need them, with the server's own (SERVER_URL) in front: without, a page of
 * another server would look for the picture there. The admin UI signs in by cookie and may be open under another name of this
 * server: it gets them as they are.
 */
export const absoluteAddresses: CollectionAfterReadHook<Media> = ({ doc, req }) => {
  if (currentOptions().site.serverUrl === undefined || req.payloadAPI === 'local' || isAdminUi(req)) return doc
  const site = siteOptions()
  const absolute = (url: string | null | undefined) => fileUrl(url, site) ?? url
  const sizes = Object.fromEntries(
    Object.entries(doc.sizes ?? {}).map(([name, size]) => [name, { ...size, ...(size?.url && { url: absolute(size.url) }) }]),
  )
  return {
    ...doc,
    ...(doc.url && { url: absolute(doc.url) }),
    ...(doc.thumbnailURL && { thumbnailURL: absolute(doc.thumbnailURL) }),
    ...(doc.sizes && { sizes }),
  }
}
