import type { WireItem } from '../item'
import type { FeedHead } from './feedHead'
import { holdsByWords, whyHeldByWords } from './heldByWords'
import { holdsByLabel, isEmbargo, isNoEmbargo, isNote, isRelease, takesBackBy, whyAhead, whyDoubtful, whyHeldBack, whyLabelled, whyLimited } from './holdBack'
import { strongerOf } from './takenBack'
import { present } from './values'
import { elementsOf, innerHtml, ownText } from './xml/element'
import type { XmlElement } from './xml/element'
import type { XmlReading } from './xmlReading'

/** Elements about one picture or another page: what they say of release is not about the story. */
const OTHER_THINGS = ['media:content', 'media:thumbnail', 'enclosure', 'atom:link', 'link']
/** Attributes that say what an element is, and what begins so is an address. */
const PLAIN = /^(?:xml|xmlns|url|href|src|scheme|domain|rel|type|id)(?:$|:)/

/**
 * Whether the feed lets the item out: what the whole feed says, Atom's `app:draft`, and whatever element or attribute of
 * another vocabulary says "not now", at any depth. What an item says of its release by an element that is empty holds it
 * back, too.
 */
export function readRelease(reading: XmlReading, head: FeedHead): Pick<WireItem, 'holdBack' | 'status' | 'takesBack'> {
  const now = new Date()
  const settings: [key: string, value: unknown][] = attributesOf(reading.item)
  let holdBack = whyHeldByAttributes(reading.item, now) ?? head.holdBack
  let isHold = false
  const pending = elementsOf(reading.item).reverse()
  for (let element = pending.pop(); element; element = pending.pop()) {
    const isRead = reading.claims.has(element)
    const reason = whyHeldByElement(element, isRead, now)
    if (reason !== undefined || (isRelease(localName(element.name)) && !isRead)) reading.claims.take(element, 'status')
    holdBack ??= reason
    isHold ||= reason !== undefined && !isRead && isHoldOf(element, now)
    // What Media RSS says is about a file.
    if (!isRead && !element.name.startsWith('media:')) settings.push([localName(element.name), releaseText(element)])
    // What is in an element that was read has been read with it, unless only a part of it was.
    if (!OTHER_THINGS.includes(element.name) && !reading.claims.isTaken(element)) pending.push(...elementsOf(element).reverse())
  }
  return holdBack === undefined ? { status: 'published' } : present({ status: 'draft', holdBack, takesBack: strongerOf(isHold ? 'holds' : undefined, takesBackBy(settings, now)) })
}

/** Whether an element that holds the item back takes back what readers have, too. */
function isHoldOf(element: XmlElement, now: Date): boolean {
  const name = localName(element.name)
  return [ownText(element) ?? '', ...attributesOf(element).map(([, value]) => value)].some((text) => holdsByWords(text, now, isNote(name)) || holdsByLabel(name, text))
}

/** What an element that may be about the release says; an empty one says yes, but for a date of an embargo that is not set. */
function releaseText(element: XmlElement): string {
  const isUnsetDate = isEmbargo(localName(element.name)) && localName(element.name).toLowerCase() !== 'embargo'
  return ownText(element) ?? element.attributes.get('state') ?? (isUnsetDate ? 'none' : 'yes')
}

/** Why an element beside the items holds all of them back: terms of use, restrictions and embargoes. */
export function whyAllHeldBack(element: XmlElement): string | undefined {
  const name = localName(element.name)
  const isTold = isNote(name) || isRelease(name)
  const reason = isTold ? whyHeldByElement(element, false, new Date()) : undefined
  return reason === undefined ? undefined : `of the whole feed, ${reason}`
}

function whyHeldByElement(element: XmlElement, isRead: boolean, now: Date): string | undefined {
  const name = localName(element.name)
  // Atom's words may have elements among them.
  const text = element.attributes.get('type') === 'xhtml' ? innerHtml(element) : ownText(element)
  if (element.name === 'media:restriction') return whyRestricted(element)
  if (isRelease(name)) return whyHeldByName(name, text ?? releaseText(element), now)
  if (isRead) return undefined
  const reason = OTHER_THINGS.includes(element.name) || element.name === 'media:rights' ? undefined : whyHeldByAttributes(element, now)
  if (reason !== undefined || text === undefined) return reason
  const end = name === 'valid' ? /\bend=([^;]{1,60})/.exec(text)?.[1] : undefined
  return (
    (end === undefined ? undefined : whyHeldBack('expires', end, now)) ??
    whyAhead(name, text.replace('=', ' '), now) ??
    whyHeldByWords(text, now, isNote(name)) ??
    whyLabelled(name, text) ??
    (/rights$/i.test(name) ? whyDoubtful(name, text) : whyLimited(name, text))
  )
}

function whyHeldByAttributes(element: XmlElement, now: Date): string | undefined {
  for (const [name, value] of attributesOf(element)) {
    const reason = isRelease(name) ? whyHeldByName(name, value, now) : (whyAhead(name, value, now) ?? whyHeldByWords(value, now) ?? whyLabelled(localName(element.name), value) ?? whyLimited(name, value))
    if (reason !== undefined) return reason
  }
  return undefined
}

/** What the attributes of an element say, without those that say what it is, and addresses. */
function attributesOf({ attributes }: XmlElement): [name: string, value: string][] {
  return [...attributes].flatMap(([key, value]) => (PLAIN.test(key) || /^https?:/i.test(value) ? [] : [[localName(key), value]]))
}

/** An embargo of a feed is none that an article takes over. */
function whyHeldByName(name: string, value: string, now: Date): string | undefined {
  return whyHeldBack(name, value, now) ?? (isEmbargo(name) && !isNoEmbargo(value) ? `its source sets an embargo (${name.slice(0, 40)}).` : undefined)
}

/** Media RSS says whom or what may have an item: everybody, nobody, some countries or sites, or who shares it. What is denied to anybody holds it back, and what nobody is allowed. */
function whyRestricted(element: XmlElement): string | undefined {
  const [relationship, type, whom] = [element.attributes.get('relationship') ?? '', element.attributes.get('type') ?? '', ownText(element) ?? '']
  if ((relationship === 'allow' && whom !== 'none') || (relationship === 'deny' && whom === 'none')) return undefined
  return `its source restricts it ("${[relationship, type, whom].filter((part) => part !== '').join(' ').slice(0, 60)}").`
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
