import type { FormatOptions } from '../formats/types'
import { readSite } from '../settings'

/**
 * What the settings say of the site and the newsroom, as the formats want it.
 *
 * @throws SettingsError when a setting is wrong
 */
export function siteOptions(): FormatOptions {
  const { language, name, serverUrl, url } = readSite(process.env)
  return { siteUrl: url, serverUrl, newsroom: { language, name } }
}
