import { CORRECTION_KINDS, TAG_KINDS } from '../item'
import type { WireByline, WireCorrection, WireImage, WireItem, WireSection, WireTag } from '../item'
import { withoutAddresses } from '../house'
import { childOf, elementsIn, textOf } from './fields'
import type { Field } from './fields'
import type { Reading } from './reading'
import { personNames } from './person'
import { aliasPath, bylineRole, mediaTopicOf, present, uniqueBy } from './values'

/** Names as texts, several in one text too, or as maps with `name`, `slug` and `role`. */
export function readNames(reading: Reading): WireByline[] {
  const bylines = elementsOf(reading, 'bylines', 'authors', 'author', 'by').flatMap((field): WireByline[] => {
    const text = textOf(field)
    if (text !== undefined) {
      reading.claims.take(field, 'bylines')
      const { names, notes } = personNames(text)
      reading.notes.push(...notes)
      return names.map((name) => ({ name, role: 'reporter' as const }))
    }
    const name = withoutAddresses(reading.textIn(field, 'bylines.name', 'name', 'title') ?? '')
    if (name === '') return []
    const roleField = childOf(field, 'role')
    const role = bylineRole(textOf(roleField))
    if (role === undefined) reading.claims.leaveOut(roleField, 'the role is not known here; it became a reporter')
    else reading.claims.take(roleField, 'bylines.role')
    return [present<WireByline>({ name, slug: reading.textIn(field, 'bylines.slug', 'slug'), role: role ?? 'reporter' })]
  })
  return uniqueBy(bylines, ({ name, role }) => `${role} ${name}`)
}

/** The section, or else the first category; further categories, tags and keywords are tags. */
export function readTaxonomy(reading: Reading): { section: WireSection | undefined; tags: WireTag[] } {
  const [filed, ...others] = elementsOf(reading, 'section', 'categories', 'category')
  const section = filed && readSection(reading, filed)
  const tags = [...others, ...elementsOf(reading, 'tags', 'keywords')].flatMap((field) => readTags(reading, field))
  return { section, tags: uniqueBy(tags, ({ kind, name }) => `${kind} ${name}`) }
}

/** The elements of lists at the root, and of those that Zola keeps under `taxonomies`. */
function elementsOf(reading: Reading, ...names: string[]): Field[] {
  const taxonomies = reading.field('taxonomies')
  return names.flatMap((name) => [...reading.elements(name), ...elementsIn(taxonomies && childOf(taxonomies, name))])
}

function readSection(reading: Reading, field: Field): WireSection | undefined {
  const text = textOf(field)
  if (text !== undefined) {
    reading.claims.take(field, 'section')
    return { name: text }
  }
  const section = present<WireSection>({
    name: reading.textIn(field, 'section.name', 'name', 'title'),
    slug: reading.textIn(field, 'section.slug', 'slug'),
    mediaTopic: readTopic(reading, field, 'section.mediaTopic'),
  })
  return Object.keys(section).length > 0 ? section : undefined
}

/** A text may hold several tags, parted by commas. */
function readTags(reading: Reading, field: Field): WireTag[] {
  const text = textOf(field)
  if (text !== undefined) {
    reading.claims.take(field, 'tags')
    const names = text.split(',').map((name) => name.trim())
    return names.filter((name) => name !== '').map((name) => ({ name, kind: 'subject' as const }))
  }
  const name = reading.textIn(field, 'tags.name', 'name', 'title')
  if (name === undefined) return []
  const kindField = childOf(field, 'kind')
  const kind = TAG_KINDS.find((each) => each === textOf(kindField))
  if (kind === undefined) reading.claims.leaveOut(kindField, 'the kind is not known here; it became a subject')
  else reading.claims.take(kindField, 'tags.kind')
  const slug = reading.textIn(field, 'tags.slug', 'slug')
  return [present<WireTag>({ name, slug, kind: kind ?? 'subject', mediaTopic: readTopic(reading, field, 'tags.mediaTopic') })]
}

function readTopic(reading: Reading, field: Field, to: string): string | undefined {
  const topic = childOf(field, 'mediaTopic')
  const code = mediaTopicOf(textOf(topic))
  if (code !== undefined) reading.claims.take(topic, to)
  return code
}

/** Where the page stood before (Hugo's and Zola's `aliases`, Jekyll's `redirect_from`), by paths from the root of the site. */
export function readAliases(reading: Reading): string[] | undefined {
  const aliases = reading.elements('aliases', 'redirect_from').flatMap((field) => {
    const path = aliasPath(textOf(field) ?? '')
    if (path === undefined) reading.claims.leaveOut(field, 'it is no path from the root of the site')
    else reading.claims.take(field, 'redirects')
    return path ?? []
  })
  return aliases.length > 0 ? aliases : undefined
}

export function readDateline(reading: Reading): WireItem['dateline'] {
  const field = reading.field('dateline')
  if (!field) return undefined
  const printed = textOf(field)
  if (printed !== undefined) {
    reading.claims.take(field, 'dateline.text')
    return { text: printed }
  }
  const dateline = present({
    place: reading.textIn(field, 'dateline.place', 'place'),
    date: reading.date('dateline.date', childOf(field, 'date')),
    text: reading.textIn(field, 'dateline.text', 'text'),
  })
  return Object.keys(dateline).length > 0 ? dateline : undefined
}

export function readCorrections(reading: Reading): WireCorrection[] | undefined {
  const corrections = reading.elements('corrections').flatMap((field): WireCorrection[] => {
    const [kindField, textField] = [childOf(field, 'kind'), childOf(field, 'text')]
    const text = textOf(textField)
    const kind = kindField ? CORRECTION_KINDS.find((each) => each === textOf(kindField)) : 'correction'
    const correctedAt = reading.date('corrections.correctedAt', childOf(field, 'correctedAt') ?? childOf(field, 'date'))
    if (kind === undefined || text === undefined || correctedAt === undefined) {
      reading.errors.push({ path: field.path, message: 'A correction needs a text, a date correctedAt, and as its kind correction, clarification or update.' })
      return []
    }
    reading.claims.take(kindField, 'corrections.kind')
    reading.claims.take(textField, 'corrections.text')
    return [{ kind, text, correctedAt }]
  })
  return corrections.length > 0 ? corrections : undefined
}

/** The picture on top, by an address in full: a path into the site's own files leads nowhere from here. */
export function readHeroImage(reading: Reading): WireImage | undefined {
  const field = reading.elements('heroImage', 'image', 'cover', 'featured_image', 'featuredImage', 'images', 'thumbnail')[0]
  if (!field) return undefined
  const source = textOf(field) === undefined ? (childOf(field, 'url') ?? childOf(field, 'src') ?? childOf(field, 'image')) : field
  const url = textOf(source)
  if (url === undefined) return undefined
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    reading.claims.leaveOut(source, 'a path into the site’s own files leads nowhere from here')
    reading.notes.push(`The main picture was left out, since its address is no web address in full: ${url.slice(0, 200)}`)
    return undefined
  }
  reading.claims.take(source, 'heroImage.url')
  if (source === field) return { url }
  return present<WireImage>({
    url,
    alt: reading.textIn(field, 'heroImage.alt', 'alt'),
    caption: reading.textIn(field, 'heroImage.caption', 'caption'),
    credit: reading.textIn(field, 'heroImage.credit', 'credit'),
  })
}
