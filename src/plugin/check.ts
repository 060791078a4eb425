import type { Config } from 'payload'
import { OVERRIDABLE, SWITCHES } from '../options/options'
import type { NewsroomOptions, SiteOptions } from '../options/options'
import { isLanguageTag } from '../text/language'
import { isTimeZone } from '../text/dateText'
import { nearestName } from '../validation/nearestName'

/** An option is wrong; the message has one line for each. */
export class OptionsError extends Error {
  override name = 'OptionsError'
}

/** Every option by its name: one that is missing here does not compile. */
const NAMES: Readonly<Record<keyof NewsroomOptions, true>> = {
  apiClients: true,
  articles: true,
  authors: true,
  delivery: true,
  desk: true,
  disabled: true,
  feeds: true,
  import: true,
  isIntrospectionOpen: true,
  jobs: true,
  media: true,
  mediaDir: true,
  redisUrl: true,
  sections: true,
  setupToken: true,
  site: true,
  storage: true,
  tags: true,
  timeZone: true,
  users: true,
}

/** What `site` has, and of which type each is. */
const SITE: Readonly<Record<keyof SiteOptions, 'boolean' | 'string'>> = {
  hasReader: 'boolean',
  imageUrl: 'string',
  language: 'string',
  logoUrl: 'string',
  name: 'string',
  serverUrl: 'string',
  tagAuthority: 'string',
  url: 'string',
}

/** @throws OptionsError that says of each wrong option what to write */
export function checkOptions(options: NewsroomOptions): void {
  if (!isRecord(options)) throw new OptionsError('newsroom: pass an object of options, such as { site: { url: \'https://example.com\' } }, or nothing.')
  const faults = [...unknown(options), ...siteFaults(options.site), ...overrideFaults(options), ...switchFaults(options)]
  if (options.timeZone !== undefined && !isTimeZone(options.timeZone)) faults.push(`newsroom: timeZone "${options.timeZone}" is not a time zone: write its IANA name, such as Europe/Berlin.`)
  if (options.jobs !== undefined && options.jobs !== 'on' && options.jobs !== 'off') faults.push(`newsroom: jobs is on or off, not "${options.jobs}".`)
  if (faults.length > 0) throw new OptionsError(faults.join('\n'))
}

/** @throws OptionsError when the newsroom cannot be kept in this project */
export function checkProject({ admin, collections = [] }: Config): void {
  const faults = [
    admin?.user !== undefined && admin.user !== 'users' && `newsroom: people sign in to the newsroom by the collection "users", and admin.user is "${admin.user}": call that collection users.`,
    collections.some(({ auth, slug }) => slug === 'users' && !auth) && 'newsroom: the collection "users" has no auth: people sign in to the newsroom by it.',
    collections.some(({ slug, upload }) => slug === 'media' && !upload) && 'newsroom: the collection "media" has no upload: the pictures of articles are kept in it.',
  ].filter((fault) => fault !== false)
  if (faults.length > 0) throw new OptionsError(faults.join('\n'))
}

function unknown(options: NewsroomOptions): string[] {
  return Object.keys(options).flatMap((name) => {
    if (Object.hasOwn(NAMES, name)) return []
    return [`newsroom: there is no option "${name}"${meant(name, Object.keys(NAMES))}`]
  })
}

function meant(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  return nearest === undefined ? `: known are ${known.join(', ')}` : `: did you mean ${nearest}?`
}

function siteFaults(site: NewsroomOptions['site']): string[] {
  if (site === undefined) return []
  if (!isRecord(site)) return ['newsroom: site is an object, such as { url: \'https://example.com\' }.']
  const unknownNames = Object.keys(site).flatMap((name) => (Object.hasOwn(SITE, name) ? [] : [`newsroom: site has no "${name}"${meant(name, Object.keys(SITE))}`]))
  const wrong = Object.entries(SITE).flatMap(([name, type]) => {
    const given = (site as Record<string, unknown>)[name]
    if (name === 'url' && given === undefined) return ['newsroom: site.url is missing: write the address of the site, such as https://example.com.']
    return given === undefined || typeof given === type ? [] : [`newsroom: site.${name} is ${type === 'string' ? 'a text' : 'true or false'}, not ${JSON.stringify(given)}.`]
  })
  if (unknownNames.length + wrong.length > 0) return [...unknownNames, ...wrong]
  const language = site.language === undefined || isLanguageTag(site.language) ? [] : [`newsroom: site.language "${site.language}" is not a language: write a BCP 47 tag, such as en, ko or zh-Hant.`]
  return [...language, ...addressFaults(site)]
}

function addressFaults(site: NewsroomOptions['site']): string[] {
  return (['url', 'serverUrl'] as const).flatMap((name) => {
    const url = site?.[name]
    const isAddress = url === undefined || (/^https?:\/\/[^/]/.test(url) && URL.canParse(url) && !/[/?#]$/.test(url))
    return isAddress ? [] : [`newsroom: site.${name} "${url}" is not the address of a site: write it as https://example.com, without a slash at the end.`]
  })
}

function overrideFaults(options: NewsroomOptions): string[] {
  return OVERRIDABLE.flatMap((name) => {
    const given = options[name]
    const isOff = given === false && name === 'apiClients'
    return given === undefined || isOff || (typeof given === 'object' && typeof given.override === 'function') ? [] : [`newsroom: ${name} takes { override: ({ defaultCollection }) => … }${name === 'apiClients' ? ', or false' : ''}.`]
  })
}

function switchFaults(options: NewsroomOptions): string[] {
  return SWITCHES.flatMap((name) => {
    const given: unknown = options[name]
    return given === undefined || typeof given === 'boolean' ? [] : [`newsroom: ${name} is true or false, not ${JSON.stringify(given)}.`]
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
