import type { ItemResult, WireItem } from '../item'
import { plainToLexical } from '../lexical'
import { NO_DATE } from './date'
import type { FeedHead } from './feedHead'
import { holdsByWords, whyHeldByWords } from './heldByWords'
import { holdsByLabel, isNo, isNote, isRelease, takesBackBy, whyAhead, whyEmbargoed, whyHeldBack, whyLabelled, whyLimited } from './holdBack'
import { present } from './values'
import { postMeta, READ_KEYS } from './wxrMeta'
import { elementsOf, ownText } from './xml/element'
import type { XmlReading } from './xmlReading'

/** Post meta of plugins that take a post down on a day. */
const EXPIRY = ['_expiration-date', '_postexpirator_date', 'expiration_date']

/** Post meta about how WordPress was used: no words of the story. */
const BOOKKEEPING = /^_?(?:last_editor_used|edit_last|edit_lock)/

/** Post meta by which plugins let members alone read a post, and values by which they do not. */
const MEMBERS = /^_?(?:pmpro_restrict|rcp_(?:subscription_level|user_level|access_level|restrict|is_paid)|members_access|wc_memberships|memberful|mepr_|s2member|paywall|restrict_content)/
const OPEN_TO_ALL = ['all', 'any', 'everyone', 'public', 'a:0:{}', '[]']

/** Whether a status of WordPress means that the post is out; posts with any other are drafts here. */
export function isOut(wpStatus: string): boolean {
  return wpStatus === 'publish'
}

/** Only a post that is published, without a password and without an end lets itself be published. */
export function readRelease(reading: XmlReading, wpStatus: string, why: string | undefined): Pick<WireItem, 'holdBack' | 'status' | 'takesBack'> {
  reading.claims.take(reading.all('wp:status')[0], 'status', isOut(wpStatus) ? undefined : `${wpStatus.slice(0, 40)} in WordPress is a draft here`)
  reading.claims.leaveOut(reading.first('wp:post_type'), 'it says that the item is a post')
  let holdBack = isOut(wpStatus) ? why : `its status in WordPress is ${wpStatus.slice(0, 40)}.`
  const password = reading.all('wp:post_password').find((element) => element.children.some((child) => child !== ''))
  if (password) {
    reading.claims.leaveOut(password, 'an article has no password; it became a draft instead')
    holdBack ??= 'its source asks for a password.'
  }
  const ends = reading.all('wp:postmeta').some((element) => elementsOf(element).some((child) => child.name === 'wp:meta_key' && EXPIRY.includes(ownText(child) ?? '')))
  if (ends) holdBack ??= 'its source sets a date on which it expires, and an article does not end by itself.'
  const now = new Date()
  const told = postMeta(reading).flatMap(({ key, value }) => (READ_KEYS.includes(key) || BOOKKEEPING.test(key) || value === undefined || isNo(value) ? [] : [[key, value] as const]))
  holdBack ??= whyHeldByMeta(told, now)
  const isHold = told.some(([key, value]) => holdsByWords(value, now, isNote(key)) || holdsByLabel(key, value))
  const isTakenBack = isHold || password !== undefined || (!isOut(wpStatus) && wpStatus !== 'unknown')
  const settings = postMeta(reading).map(({ key, value }) => [key, value] as const)
  const takesBack = takesBackBy(settings, now) === 'withdraws' ? 'withdraws' : isTakenBack ? 'holds' : undefined
  return holdBack === undefined ? { status: 'published' } : present({ status: 'draft', holdBack, takesBack })
}

/** What a post's metadata says of release, in whatever words, and of members who alone may read it. */
function whyHeldByMeta(told: readonly (readonly [key: string, value: string])[], now: Date): string | undefined {
  for (const [key, value] of told) {
    if (MEMBERS.test(key) && !OPEN_TO_ALL.includes(value.toLowerCase())) return `its source lets members alone read it (${key.slice(0, 40)}).`
    const reason = (isRelease(key) ? whyHeldBack(key, value, now) : undefined) ?? whyEmbargoed(key, value, now) ?? whyAhead(key, value, now) ?? whyHeldByWords(value, now, isNote(key)) ?? whyLabelled(key, value) ?? whyLimited(key, value)
    if (reason !== undefined) return reason
  }
  return undefined
}

/** A post in WordPress's trash: a withdrawal, of what came in when it was out. */
export function readTrashed(reading: XmlReading, head: FeedHead): ItemResult {
  reading.claims.take(reading.first('wp:status'), 'pubStatus')
  return reading.result(
    present<WireItem>({
      format: 'wxr',
      guid: reading.text('guid', 'guid'),
      origin: head.site ?? head.link ?? head.title,
      localId: `post ${reading.text('guid', 'wp:post_id') ?? ''}`,
      headline: reading.line('headline', 'title'),
      body: plainToLexical([]),
      bylines: [],
      tags: [],
      pubStatus: 'canceled',
      status: 'published',
    }),
  )
}

/** When the post was published; a draft was not. */
export function readPublishedAt(reading: XmlReading, wpStatus: string): string | undefined {
  return isUndated(reading, wpStatus) ? undefined : readDate(reading, 'publishedAt', 'wp:post_date_gmt', 'wp:post_date')
}

/** WordPress dates a draft when it is published; until then its local date is the moment at which it was last saved. */
function isUndated(reading: XmlReading, wpStatus: string): boolean {
  const exact = reading.first('wp:post_date_gmt')
  if (isOut(wpStatus) || !NO_DATE.test(ownText(exact) ?? '')) return false
  reading.claims.leaveOut(exact, 'it stands for no date')
  reading.claims.leaveOut(reading.first('wp:post_date'), 'a draft has no date yet: this is when it was last saved')
  return true
}

/** The date in GMT; where WordPress has none yet, the local one, which has no zone. */
export function readDate(reading: XmlReading, to: string, gmt: string, local: string): string | undefined {
  const [exact, rough] = [reading.first(gmt), reading.first(local)]
  for (const element of [exact, rough]) if (NO_DATE.test(ownText(element) ?? '')) reading.claims.leaveOut(element, 'it stands for no date')
  const dated = [exact, rough].find((element) => element && !NO_DATE.test(ownText(element) ?? ''))
  if (dated !== exact) return reading.date(to, dated)
  reading.claims.leaveOut(rough, 'the same date in local time')
  if (to === 'publishedAt') reading.claims.leaveOut(reading.first('pubDate'), 'the same date again')
  return reading.date(to, exact, 'UTC')
}
