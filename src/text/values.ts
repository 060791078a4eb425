import * as v from 'valibot'
import { isTimeZone } from './dateText'
import { isLanguageTag } from './language'
import { quoted, quotedUrl } from './quoted'

/*
 * What the schemas of settings and options are made of. A message goes on from the name of the setting: `"x" is not a port: …`.
 */

type Says = (issue: { input: unknown }) => string
type IsRight = (text: string) => boolean

/** A text; the message does not quote a wrong one. */
export const hidden = (isRight: IsRight, says: Says | string) => v.pipe(v.string(says), v.check(isRight, says))

/** A text; the message quotes a wrong one and goes on with `says`. */
export const text = (isRight: IsRight, says: string) => hidden(isRight, ({ input }) => `${quoted(input)} ${says}`)

/** An address; the message quotes a wrong one without its login. */
export const address = (isRight: IsRight, says: string) => hidden(isRight, ({ input }) => `${quotedUrl(input)} ${says}`)

/** A whole number in ASCII digits. */
export const wholeNumber = (least: number, most: number, says: string) =>
  v.pipe(text((digits) => /^\d+$/.test(digits) && Number(digits) >= least && Number(digits) <= most, says), v.transform(Number))

/** How many of something. */
export const count = (what: string, least = 0, most = 999_999_999) =>
  wholeNumber(least, most, `is not a whole number from ${String(least)} to ${String(most)}: write how many ${what}.`)

/** What a header may hold. */
export const token = hidden((word) => /^[\x21-\x7e]{1,500}$/.test(word), 'cannot be sent in a header: write up to 500 letters, digits and signs of ASCII, without blanks.')

/** What several settings are. */
export const onOrOff = v.picklist(['on', 'off'], ({ input }) => `is on or off, not ${quoted(input)}.`)
export const flag = text((word) => word === 'true' || word === 'false', 'is neither true nor false.')
export const timeZone = text(isTimeZone, 'is not a time zone: write its IANA name, such as Europe/Berlin.')
export const language = text(isLanguageTag, 'is not a language: write a BCP 47 tag, such as en, ko or zh-Hant.')

/** Whether a text is an address on the web, without blanks and control characters, which `URL` would leave out. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) && URL.canParse(url)
}

/** Whether a path may follow an address: it has no login, query or fragment. */
export function isSiteAddress(url: string): boolean {
  return isWebAddress(url) && !/[?#]/.test(url) && new URL(url).username + new URL(url).password === ''
}

/** What a variable says: no blanks around it, and nothing when it is blank. */
export const trimmed = <Given>(given: Given) => (typeof given === 'string' ? given.trim() || undefined : given)

/** A variable of the environment, and what it is by default. */
export const setting = <const Schema extends v.GenericSchema, const Preset extends v.Default<Schema, undefined>>(schema: Schema, preset: Preset) =>
  v.pipe(v.optional(v.unknown(), ''), v.transform(trimmed), v.optional(schema, preset))

/** A line for each fault: the name of the setting, and the message. */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[] = []): string[] {
  return issues.map(({ message, path = [] }) => [path.flatMap(({ key, type }) => (type === 'array' ? [] : [String(key)])).join('.'), message].join(' ').trim())
}
