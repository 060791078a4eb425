import type { FormatOptions } from '../types'
import { readSite } from '../../settings'

/**
 * What the settings say of the site and the newsroom, as the formats want it.
 *
 * @throws SettingsError when a setting is wrong
 */
export function siteOptions(): FormatOptions {
  const { imageUrl, language, logoUrl, name, serverUrl, tagAuthority, url } = readSite(process.env)
  return {
    siteUrl: url,
    serverUrl,
    ...(tagAuthority === undefined ? {} : { tagAuthority }),
    newsroom: { language, name, ...(logoUrl === undefined ? {} : { logoUrl }), ...(imageUrl === undefined ? {} : { imageUrl }) },
  }
}
