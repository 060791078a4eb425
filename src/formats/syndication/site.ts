import type { FormatOptions } from '../types'
import { currentOptions } from '../../options/current'

/**
 * What the options say of the site and the newsroom, as the formats want it.
 */
export function siteOptions(): FormatOptions {
  const { imageUrl, language = 'en', logoUrl, name = 'Dateline', tagAuthority, url, serverUrl = url } = currentOptions().site
  return {
    siteUrl: url,
    serverUrl,
    ...(tagAuthority === undefined ? {} : { tagAuthority }),
    newsroom: { language, name, ...(logoUrl === undefined ? {} : { logoUrl }), ...(imageUrl === undefined ? {} : { imageUrl }) },
  }
}
