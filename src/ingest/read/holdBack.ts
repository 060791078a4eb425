import { namesDayAhead, saysNoEmbargo } from '../house'
import type { WireItem } from '../item'
import { NO_DATE, parseWireDate } from './date'
import { isKilledByNote } from './heldByWords'
import { isKill } from './values'

/** Keys that say "not now" unless their value says no. */
const CLOSED = new Set('draft isdraft private isprivate hidden ishidden hide held unlisted secret confidential archived isarchived deleted isdeleted trashed disabled headless onhold hold legalhold embargoed donotpublish internal kill killed markedarchivedonly markedforlegal markedfornotpublication membersonly notforpublication offline paid paidcontent paywall paywalled premium ispremium subscribersonly retracted test trash unpublished wip withdrawn withheld'.split(' '))
/** Those of them that take a story back for good. */
const KILLED = new Set('deleted isdeleted kill killed retracted trash trashed withdrawn'.split(' '))
/** Keys that say "now" unless their value says no. */
const OPEN = new Set('publish published ispublished public ispublic visible isvisible listed live islive render enabled approved active list online ready show isaccessibleforfree'.split(' '))
/** Keys whose value names a status. */
const STATUS = new Set('status state visibility poststatus pubstatus publishstatus publicationstatus publishingstatus workflowstate workflow stage'.split(' '))
const SECRETS = new Set('password passwordprotected postpassword passphrase passwd'.split(' '))
/** Keys with a moment after which the source shows it no more. */
const ENDS = new Set('expirydate expires expireson expiresat expiry expirationdate unpublishdate unpublishedat unpublishat unpublishon archivedate archiveat removeat killdate takedown takedowndate offlinedate deletedate'.split(' '))
/** Keys that name such a moment where they hold a date. */
const DATED_ENDS = new Set('validuntil validto validthrough enddate enddatetime endtime endsat endson sunset sunsetdate sunsetat availableuntil visibleuntil showuntil displayuntil'.split(' '))
/** Keys with a moment before which it may not go out. */
const EMBARGOES = new Set('embargo embargountil embargoeduntil embargodate notbefore holduntil publishafter releasedate'.split(' '))

const OPEN_STATUSES = new Set('publish published public live usable open online active released posted visible everyone corrected final inherit-publish'.split(' '))

/** Keys that say how a page looks and nothing of publication: comments, table of contents, place in lists, scripts, counters. */
const SILENT = new Set(
  'allowcomments comment comments commentsenabled disablecomments enablecomments showcomments toc showtoc tocopen tableofcontents autotoc autonumbering feature featured hot pin pinned sticky top sitemap math mathjax katex latex mermaid chart emoji highlight codecopy lightgallery linenumbers share sharing showshare socialshare disableshare sharebuttons breadcrumb breadcrumbs showbreadcrumbs readingtime showreadingtime wordcount showwordcount related relatedposts showrelated postnav authorprofile newsletter paginate pagination sidebar lightbox lazyload fullwidth markedforsms showdate showauthor hidemeta hidesummary iscjklanguage ads amp license publishresources breaking exclusive evergreen opinion sponsored video'.split(' '),
)
/** Keys that say nothing of publication with a yes. */
const CHECKED = new Set('reviewed factchecked'.split(' '))
/** Keys that show or hide a part of the page. */
const PART_OF_PAGE = /^(?:show|hide|display|enable|disable)(?:ads?|author|banner|bio|byline|comments?|date|footer|header|image|meta|nav|related|sharing|sidebar|summary|tags|title|toc)$/
const YES_OR_NO = new Set('true false yes no on off never none'.split(' '))
/** Other values that may say "not now", whatever their key. */
const DOUBTFUL = new Set(
  'draft private hidden unlisted internal confidential secret restricted embargo embargoed pending review scheduled future later hold held withheld unpublished withdrawn retracted killed archived deleted trash trashed wip paid premium members member subscribers subscriber'.split(' '),
)

/** Longer keys and values are no settings. */
const MAX_LENGTH = 200

/** What a setting is about, whatever the case of its letters and the dashes in it. */
function kindOf(key: string): string {
  return key.length > MAX_LENGTH ? '' : key.toLowerCase().replace(/[-_ ]/g, '')
}

export function isEmbargo(key: string): boolean {
  return EMBARGOES.has(kindOf(key))
}

/** Whether a key of this name says if a story may go out. */
export function isRelease(key: string): boolean {
  const kind = kindOf(key)
  return [CLOSED, OPEN, STATUS, SECRETS, ENDS, DATED_ENDS, EMBARGOES].some((kinds) => kinds.has(kind))
}

/**
 * Why a setting of the source holds the story back, as a sentence; undefined when it does not. Whatever could mean "not
 * now" does: only a known, open value lets a story out.
 */
export function whyHeldBack(key: string, value: unknown, now: Date): string | undefined {
  const kind = kindOf(key)
  const said = `its source says "${key.slice(0, 40)}: ${shown(value)}"`
  if (CLOSED.has(kind)) return isNo(value) ? undefined : `${said}.`
  if (SECRETS.has(kind)) return value === null || value === '' || value === false ? undefined : `its source asks for a password (${key.slice(0, 40)}).`
  if (OPEN.has(kind)) {
    if (isYes(value)) return undefined
    const date = dateOf(value)
    return date !== undefined && date <= now ? undefined : `${said}.`
  }
  if (STATUS.has(kind)) return typeof value === 'string' && OPEN_STATUSES.has(value.trim().toLowerCase()) ? undefined : `${said}, which is no status that is known to be public.`
  if (ENDS.has(kind) || DATED_ENDS.has(kind)) {
    const date = dateOf(value) ?? epochOf(value)
    if (isNo(value) || (DATED_ENDS.has(kind) && date === undefined)) return undefined
    return `${said}: ${date !== undefined && date <= now ? 'its time is over' : 'an article does not end by itself'}.`
  }
  if (EMBARGOES.has(kind)) return isNoEmbargo(value) || dateOf(value) !== undefined ? undefined : `${said}, and no date can be read from it.`
  return undefined
}

/** Whether these settings of the source take the story back: one says that it is withdrawn, or holds it back. */
export function takesBackBy(settings: readonly (readonly [key: string, value: unknown])[], now: Date): WireItem['takesBack'] {
  const isKilled = settings.some(([key, value]) => {
    // A list whose every word says so says so.
    const words: unknown[] = Array.isArray(value) && value.length > 0 ? value : [value]
    return words.every((word) => {
      if (typeof word === 'string' && isEdNote(key)) return isKilledByNote(word)
      if (STATUS.has(kindOf(key))) return typeof word === 'string' && isKill(word)
      // "killed: 1" may count the dead.
      return KILLED.has(kindOf(key)) && isYes(word) && !(kindOf(key) === 'killed' && isFigure(word))
    })
  })
  if (isKilled) return 'withdraws'
  return settings.some(([key, value]) => isRelease(key) && whyHeldBack(key, value, now) !== undefined) ? 'holds' : undefined
}

/** Names of a note to editors. */
const ED_NOTES = new Set('ednote editornote editorsnote editorialnote notetoeditors'.split(' '))

/** Whether a key of this name has a note to editors, which a kill notice may open. */
export function isEdNote(key: string): boolean {
  return ED_NOTES.has(kindOf(key))
}

/** Why a key that names an embargo or a hold holds the story back, as a sentence: unless its moment is over. */
export function whyEmbargoed(key: string, value: unknown, now: Date): string | undefined {
  const words = key.slice(0, MAX_LENGTH).toLowerCase().split(/[-_ ]/)
  const isNamed = words.some((word) => word.includes('embargo') || word === 'hold') || kindOf(key).includes('notforpublication')
  const date = dateOf(value) ?? epochOf(value)
  return !isNamed || isNoEmbargo(value) || (date !== undefined && date <= now) ? undefined : `its source says "${key.slice(0, 40)}: ${shown(value)}".`
}

/** Why a setting that nothing here reads holds the story back, as a sentence: one that may say yes or no to publication. */
export function whyDoubtful(key: string, value: unknown): string | undefined {
  const isDoubtful = typeof value === 'boolean' || (typeof value === 'string' && YES_OR_NO.has(value.trim().toLowerCase())) || isDoubtfulWord(value)
  return (isDoubtful || whyLimited(key, value) !== undefined) && !isSilent(kindOf(key), value) ? `its source says "${key.slice(0, 40)}: ${shown(value)}", which may mean that it is not for publication.` : undefined
}

function isSilent(kind: string, value: unknown): boolean {
  return SILENT.has(kind) || PART_OF_PAGE.test(kind) || (CHECKED.has(kind) && isYes(value))
}

/** Names about who may read a story, how far it is, and what a desk marks it with. */
const LIMITS = /access|audience|availab|flag|label|marker|member|publi|releas|restrict|rights|signal|stage|state|status|subscri|tier|visib|workflow/

/** Why a value holds the story back that says so among others in a list, or under a name that says what it is about. */
export function whyLimited(key: string, value: unknown): string | undefined {
  const isLimited = LIMITS.test(kindOf(key)) && (Array.isArray(value) ? value.some(isDoubtfulWord) : isDoubtfulWord(value))
  return isLimited ? `its source says "${key.slice(0, 40)}: ${shown(value)}", which may mean that it is not for publication.` : undefined
}

function isDoubtfulWord(value: unknown): boolean {
  return typeof value === 'string' && DOUBTFUL.has(value.trim().toLowerCase())
}

/** Names of labels, and words in them that say "not now". */
const LABELS = /genre|signal|indicator|label|marker|flag/
const MARKS = new Set('embargo embargoed draft hold held withheld notforpublication nfp kill wip'.split(' '))

/** Why a label holds the story back, as a sentence: a word of its name or its code is "embargo", "draft" or "hold". */
export function whyLabelled(list: string, value: unknown): string | undefined {
  return wordsOfLabel(list, value).some((word) => MARKS.has(word)) ? `its source marks it "${shown(value)}" (${list.slice(0, 40)}).` : undefined
}

/** Whether a label takes its story back: it holds it, and not by an embargo alone. */
export function holdsByLabel(list: string, value: unknown): boolean {
  return wordsOfLabel(list, value).some((word) => MARKS.has(word) && !word.startsWith('embargo'))
}

function wordsOfLabel(list: string, value: unknown): string[] {
  const isLabel = LABELS.test(kindOf(list)) && !/href|url/.test(kindOf(list))
  return isLabel && typeof value === 'string' ? value.slice(0, MAX_LENGTH).toLowerCase().split(/[^a-z]/) : []
}

/** Keys whose number may be a moment. */
const TIMED = /releas|publi|embargo|schedul|until|before|live|date|time|at$/

/** Why a value that nothing here reads holds the story back, as a sentence: it is a moment to come, or names a day to come. */
export function whyAhead(key: string, value: unknown, now: Date): string | undefined {
  if (isOfEvent(key)) return undefined
  const date = dateOf(value) ?? (TIMED.test(kindOf(key)) ? (epochOf(value) ?? compactOf(value)) : undefined)
  const isAhead = date === undefined ? typeof value === 'string' && namesDayAhead(value, now) !== undefined : date > now
  return isAhead ? `its source says "${key.slice(0, 40)}: ${shown(value)}", a time to come.` : undefined
}

/** Names of what takes place, and of when. */
const EVENT = /^(?:events?|elections?|concert|conference|festival|game|hearing|match|meeting|race|trial|vote|voting)(?:$|date|day|end|from|start|time|at$|to$|until)/

/** Whether a key is about when an event takes place, and not about when a story of it may go out. */
function isOfEvent(key: string): boolean {
  return key.split('.').some((part) => EVENT.test(kindOf(part))) && !/embargo|hold|publi|releas/.test(kindOf(key))
}

/** Whether a key of this name has notes to editors or terms of use. */
export function isNote(key: string): boolean {
  return /note|warn|rights|usage|terms|instruct|copyright|restrict|embargo/.test(kindOf(key))
}

/** An empty setting says nothing. */
export function isNo(value: unknown): boolean {
  if (typeof value === 'string') return ['', 'false', 'no', 'n', 'off', '0', 'none', 'never'].includes(value.trim().toLowerCase())
  return value === null || value === undefined || value === false || value === 0 || (Array.isArray(value) && value.length === 0)
}

/** Whether the value of an embargo says that there is none. */
export function isNoEmbargo(value: unknown): boolean {
  if (isNo(value)) return true
  return typeof value === 'string' && (NO_DATE.test(value.trim()) || saysNoEmbargo(value))
}

/** Whether the value of an embargo lifts one: it says that there is none. An empty value and a date that is not set say nothing. */
export function liftsEmbargo(value: unknown): boolean {
  if (typeof value === 'string') return !['', '0'].includes(value.trim()) && !NO_DATE.test(value.trim()) && isNoEmbargo(value)
  return value === false
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && ['true', 'yes', 'y', 'on', '1', 'always', 'public'].includes(value.trim().toLowerCase()))
}

function isFigure(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value.trim()))
}

function dateOf(value: unknown): Date | undefined {
  const text = value instanceof Date ? value.toISOString() : value
  const date = typeof text === 'string' ? parseWireDate(text) : undefined
  return date?.ok ? new Date(date.iso) : undefined
}

/** Keys of a list or map of where a story goes, and names of the web in it. */
const CHANNELS = new Set('channel channels platform platforms destination destinations distribution publishto'.split(' '))
const WEB = new Set('web website site online www internet digital html all any everywhere public'.split(' '))

/** Why a list or map of channels that nothing here reads holds the story back, as a sentence: the web is not among them. */
export function whyNotOnWeb(key: string, value: unknown): string | undefined {
  if (!CHANNELS.has(kindOf(key)) || typeof value !== 'object' || value === null || value instanceof Date) return undefined
  const names: unknown[] = Array.isArray(value) ? value : Object.entries(value).flatMap(([name, isMeant]) => (isNo(isMeant) ? [] : [name]))
  const isOpen = Object.keys(value).length === 0 || names.some((name) => typeof name !== 'string' || WEB.has(kindOf(name)))
  return isOpen ? undefined : `its source says "${key.slice(0, 40)}: ${shown(value)}", and the web is not among them.`
}

/** Why a yes or no in a map that nothing here reads holds the story back, as a sentence: it is about the web, and is a no. */
export function whyOffWeb(key: string, value: unknown): string | undefined {
  const isOff = WEB.has(kindOf(key)) && value !== null && value !== undefined && value !== '' && isNo(value)
  return isOff ? `its source says "${key.slice(0, 40)}: ${shown(value)}".` : undefined
}

/** A moment as seconds or milliseconds since 1970. */
function epochOf(value: unknown): Date | undefined {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  return /^(?:\d{10}|\d{13})$/.test(digits) ? new Date(Number(digits.padEnd(13, '0'))) : undefined
}

/** A day, and perhaps a time, in figures alone: `20310101`. */
function compactOf(value: unknown): Date | undefined {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  const [, year, month, day, hour = '00', minute = '00'] = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d)?)?$/.exec(digits) ?? []
  return year === undefined ? undefined : dateOf(`${year}-${month ?? ''}-${day ?? ''}T${hour}:${minute}`)
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : printed(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** A value as JSON; what is nested deeper than JSON can be written, as such. */
function printed(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return 'nested values'
  }
}
