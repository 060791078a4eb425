import type { WireItem } from '../item'
import { childOf, childrenOf, elementsIn, textOf } from './fields'
import type { Field } from './fields'
import { holdsByWords, whyHeldBySlugline, whyHeldByWords } from './heldByWords'
import { holdsByLabel, isEmbargo, isNote, isRelease, takesBackBy, whyAhead, whyDoubtful, whyEmbargoed, whyHeldBack, whyLabelled, whyLimited, whyNotOnWeb } from './holdBack'
import { statusWords } from './ninjsKill'
import { headlinesOf } from './ninjsTexts'
import type { Reading } from './reading'
import { strongerOf, takenBackByWords } from './takenBack'
import { present, pubStatusOf } from './values'

/** Where agencies put settings that ninjs has no word for. */
const GROUPS = ['extra', 'flags', 'rightsInfo', 'rightsinfo'] as const
/** Settings are not nested deeper. */
const MAX_DEPTH = 12
/** What describes the story, and things beside it: their words and dates are not about its release. */
const OTHER_THINGS = new Set('altids associations authors bodies by descriptions event events headlines infosource infosources keywords located object objects organisation organisations organization organizations people person place places renditions service subject subjects'.split(' '))

/** Whether the source lets the item out, or takes back what came before. Called last: what nothing else has read may say so. */
export function readRelease(reading: Reading, pubStatus: WireItem['pubStatus']): Pick<WireItem, 'holdBack' | 'isWhole' | 'status' | 'takesBack'> {
  const now = new Date()
  const words = takenBackByWords({ headlines: headlinesOf(reading), notes: reading.elements('edNote', 'ednote').map(textOf) }, now)
  const { isHold, reason } = readHoldBack(reading, now)
  const held = reason ?? words.holdBack
  return present({
    status: held === undefined ? 'published' : 'draft',
    holdBack: held ?? (pubStatus === 'usable' ? undefined : `its source says that it is ${pubStatus}.`),
    isWhole: pubStatus === 'canceled' || undefined,
    takesBack: strongerOf(isHold ? 'holds' : undefined, strongerOf(words.takesBack, readTakesBack(reading, now))),
  })
}

/** The publishing status; one that is not known is an error of the item. */
export function readPubStatus(reading: Reading): WireItem['pubStatus'] {
  const field = statusField(reading)
  if (!field) return 'usable'
  reading.claims.take(field, 'pubStatus')
  const status = statusOf(field)
  if (status === undefined) reading.errors.push({ path: field.path, message: 'Write the publishing status as usable, withheld or canceled.' })
  return status ?? 'usable'
}

/** The field of a publishing status that is not known. */
export function doubtfulStatus(reading: Reading): Field | undefined {
  const field = statusField(reading)
  return field && statusOf(field) === undefined ? field : undefined
}

function statusField(reading: Reading): Field | undefined {
  return reading.field('pubStatus', 'pubstatus', 'PubStatus', 'pub_status')
}

function statusOf(field: Field): WireItem['pubStatus'] | undefined {
  return statusWords(field).map(pubStatusOf).find((status) => status !== undefined)
}

/**
 * ninjs has its own pubStatus and embargo; what else says "not now" is the agency's system, such as Superdesk's `state`, and
 * notes to editors and terms of use.
 *
 * @returns why it is held back, and whether what says so takes back what readers have
 */
function readHoldBack(reading: Reading, now: Date): { isHold: boolean; reason: string | undefined } {
  let isHold = false
  let reason: string | undefined
  const groups = groupsOf(reading)
  const settings = new Set([...[reading.root, ...groups].flatMap(childrenOf), ...groups].map(({ path }) => path))
  const pending = childrenOf(reading.root).reverse().map((field) => ({ field, depth: 1 }))
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { depth, field } = step
    const key = keyOf(field)
    if (field.parent === reading.root && OTHER_THINGS.has(key.toLowerCase())) continue
    const said = typeof field.value === 'string' ? (key === 'slugline' ? whyHeldBySlugline(field.value, now) : whyHeldByWords(field.value, now, isNote(field.path))) : undefined
    const unread = reading.claims.has(field) ? undefined : whyUnread(field, key, { isSetting: settings.has(field.path), now })
    if (unread !== undefined || (isRelease(key) && !reading.claims.has(field))) reading.claims.take(field, 'status')
    reason ??= said ?? unread
    isHold ||= said !== undefined && typeof field.value === 'string' && holdsByWords(field.value, now, isNote(field.path))
    isHold ||= unread !== undefined && holdsByLabel(nameOf(field), field.value)
    if (depth < MAX_DEPTH) for (const child of childrenOf(field).reverse()) pending.push({ field: child, depth: depth + 1 })
  }
  return { isHold, reason }
}

/** Whether the item takes its story back by a setting, and not by its publishing status or in words. */
function readTakesBack(reading: Reading, now: Date): WireItem['takesBack'] {
  const slugline = textOf(reading.field('slugline'))
  const settings = [reading.root, ...groupsOf(reading)].flatMap(childrenOf).filter(({ path }) => path !== statusField(reading)?.path)
  const bySlugline = slugline !== undefined && whyHeldBySlugline(slugline, now) !== undefined ? 'holds' : undefined
  return strongerOf(takesBackBy(settings.map((field) => [keyOf(field), field.value]), now), bySlugline)
}

/** The key of a field; of what is in a list, that of the list. */
function keyOf({ parent, path }: Field): string {
  if (!parent) return ''
  return Array.isArray(parent.value) ? keyOf(parent) : path.slice(parent.path.length).replace(/^\.|^\["|"\]$/g, '')
}

/** The key of a field, behind that of the object that it is in. */
function nameOf(field: Field): string {
  const { parent } = field
  const above = parent && !Array.isArray(parent.value) ? keyOf(parent) : ''
  return above === '' ? keyOf(field) : `${above}.${keyOf(field)}`
}

/** Why a field that nothing else has read holds the story back: deeper than a setting a bare yes or no says nothing. */
function whyUnread(field: Field, key: string, { isSetting, now }: { isSetting: boolean; now: Date }): string | undefined {
  const { value } = field
  if (isRelease(key)) return whyOfKey(key, value, now) ?? whyAhead(key, value, now)
  const name = nameOf(field)
  return whyEmbargoed(key, value, now) ?? (isSetting ? whyDoubtful(key, value) : whyLimited(name, value)) ?? whyLabelled(name, value) ?? whyNotOnWeb(key, value) ?? whyAhead(name, value, now)
}

/** An embargo under another name is none that an article takes over. */
function whyOfKey(key: string, value: unknown, now: Date): string | undefined {
  if (!isRelease(key)) return undefined
  return whyHeldBack(key, value, now) ?? (isEmbargo(key) ? whyAhead(key, value, now) : undefined)
}

function groupsOf({ root }: Reading): Field[] {
  return GROUPS.flatMap((name) => elementsIn(childOf(root, name)))
}
