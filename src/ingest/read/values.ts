import { BYLINE_ROLES, PUB_STATUSES } from '../item'
import type { WireBylineRole, WirePubStatus } from '../item'
import { withoutSlash } from '../../text/ends'

const ROLES: ReadonlyMap<string, WireBylineRole> = new Map([
  ...BYLINE_ROLES.map((role) => [role, role] as const),
  ...'author aut byline correspondent creator journalist writer'.split(' ').map((role) => [role, 'reporter'] as const),
  ...'administrator copyeditor desk editedby editor-in-chief'.split(' ').map((role) => [role, 'editor'] as const),
  ...'camera photo photograph'.split(' ').map((role) => [role, 'photographer'] as const),
  ...'translation translatedby'.split(' ').map((role) => [role, 'translator'] as const),
])

/** What someone did, by the word a source has for it; undefined for a word that is not known. */
export function bylineRole(word: string | undefined): WireBylineRole | undefined {
  return ROLES.get((word ?? '').trim().toLowerCase().replace(/[\s_]+/g, ''))
}

/** What systems call a story that is to be taken back. */
const KILLS = new Set('cancel canceled cancelled delete deleted kill killed recall recalled removed retract retracted revoked spiked takedown trash trashed unpublish unpublished withdraw withdrawn'.split(' '))

/** Whether a status says that the story is withdrawn. */
export function isKill(word: string): boolean {
  const status = bareStatus(word)
  return KILLS.has(status) || KILLS.has(/^([a-z]+)(?:[.!]{1,3}$| by )/.exec(status)?.[1] ?? '')
}

/** The code of a status without its scheme: `canceled` for `stat:Canceled`. */
function bareStatus(word: string): string {
  return word.trim().toLowerCase().slice(-200).replace(/^[^ ]*[:/#]/, '')
}

/** IPTC's publishing status, in its spellings through the years, and in other systems' words for a withdrawal. */
export function pubStatusOf(word: string): WirePubStatus | undefined {
  if (isKill(word)) return 'canceled'
  return PUB_STATUSES.find((each) => each === bareStatus(word))
}

/**
 * Whether an id names one thing in the whole world: a URN, a tag URI or a web address. Any other, such as `4711` or
 * `intro`, means something only where it was given out.
 */
export function isGlobalId(id: string): boolean {
  return /^(?:https?:\/\/|urn:|tag:)\S/i.test(id)
}

/** The BCP 47 tag a source means, such as `en-US` for `en_us`; undefined when it is none. */
export function languageTag(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-')
  if (tag === '' || tag.length > 35) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** IPTC Media Topic id as `medtop:` and eight digits, from a QCode, a URI of cv.iptc.org, or a bare code of that scheme. */
export function mediaTopicOf(code: string | undefined, scheme?: string): string | undefined {
  const text = code?.trim() ?? ''
  const digits = /^(?:medtop:|https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/)(\d{8})$/.exec(text)?.[1]
  if (digits !== undefined) return `medtop:${digits}`
  return /^\d{8}$/.test(text) && /medtop|mediatopic/i.test(scheme ?? '') ? `medtop:${text}` : undefined
}

/** A path from the root of a site as redirects have it, decoded and without a slash at its end; undefined for any other text and for the root. */
export function aliasPath(text: string): string | undefined {
  if (!/^\/[^/?#\\][^?#\\]*$/.test(text)) return undefined
  const path = withoutSlash(text)
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A text as a slug would be written: lower-case letters, digits and hyphens. */
export function looksLikeSlug(text: string): boolean {
  return /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u.test(text) && text.length <= 200
}

/** A copy without the keys that hold nothing. */
export function present<T extends object>(fields: T): T {
  const copy = { ...fields }
  for (const [key, value] of Object.entries(copy)) if (value === undefined) Reflect.deleteProperty(copy, key)
  return copy
}

/** The items, each value of `by` once: the first stays. */
export function uniqueBy<T>(items: readonly T[], by: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = by(item)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
