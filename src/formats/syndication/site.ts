import { slugs } from '../../options/slugs'
import type { FormatOptions } from '../types'
import { currentOptions } from '../../options/current'

/**
 * What the options say of the site and the newsroom, as the formats want it.
 */
export function siteOptions(): FormatOptions {
  const { feeds: hasFeeds = true, site } = currentOptions()
  const { imageUrl, language = 'en', logoUrl, name = 'Dateline', tagAuthority, url, serverUrl = url } = site
  return {
    siteUrl: url,
    serverUrl,
    hasFeeds,
    articlesSlug: slugs.articles,
    ...(tagAuthority === undefined ? {} : { tagAuthority }),
    newsroom: { language, name, ...(logoUrl === undefined ? {} : { logoUrl }), ...(imageUrl === undefined ? {} : { imageUrl }) },
  }
}
