import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import type { ShareLink } from '../../../src/payload-types'
import { hashOfToken, newToken } from '../../../src/site/shareToken'
import { siteOptions } from '../../../src/formats/syndication/site'
import { sharedUrl } from '../../../src/formats/urls'

/** Makes the token of a new link, of which only the hash is stored. */
export const mintToken: CollectionBeforeChangeHook<ShareLink> = ({ context, data, operation }) => {
  if (operation !== 'create') return data
  const token = newToken()
  context.shareToken = token
  return { ...data, tokenHash: hashOfToken(token) }
}

/** Tells the address of a new link, once, to the person who made it. */
export const tellAddress: CollectionAfterChangeHook<ShareLink> = ({ context, doc, operation }) => {
  if (operation !== 'create' || typeof context.shareToken !== 'string') return doc
  return { ...doc, url: sharedUrl(context.shareToken, siteOptions()) }
}
