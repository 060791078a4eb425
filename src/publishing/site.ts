import type { FormatOptions } from '../formats/types'
import { readSite } from '../settings'

/**
 * What the settings say of the site and the newsroom, as the formats want it.
 *
 * @throws SettingsError when a setting is wrong
 */
export function siteOptions(): FormatOptions {
  const { language, name, url } = readSite(process.env)
  return { siteUrl: url, newsroom: { language, name } }
}
