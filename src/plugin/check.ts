import { OVERRIDABLE, SWITCHES } from '../options/options'
import type { NewsroomOptions } from '../options/options'
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

/** @throws OptionsError that says of each wrong option what to write */
export function checkOptions(options: NewsroomOptions): void {
  const faults = [...unknown(options), ...siteFaults(options.site), ...overrideFaults(options), ...switchFaults(options)]
  if (options.timeZone !== undefined && !isTimeZone(options.timeZone)) faults.push(`newsroom: timeZone "${options.timeZone}" is not a time zone: write its IANA name, such as Europe/Berlin.`)
  if (options.jobs !== undefined && options.jobs !== 'on' && options.jobs !== 'off') faults.push(`newsroom: jobs is on or off, not "${options.jobs}".`)
  if (faults.length > 0) throw new OptionsError(faults.join('\n'))
}

function unknown(options: NewsroomOptions): string[] {
  return Object.keys(options).flatMap((name) => {
    if (Object.hasOwn(NAMES, name)) return []
    const nearest = nearestName(name, Object.keys(NAMES))
    return [`newsroom: there is no option "${name}"${nearest === undefined ? `: known are ${Object.keys(NAMES).join(', ')}` : `: did you mean ${nearest}?`}`]
  })
}

function siteFaults(site: NewsroomOptions['site']): string[] {
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
