import type { WireSection, WireTag, WireTagKind } from '../item'
import { childOf, textOf } from './fields'
import type { Field } from './fields'
import type { Reading } from './reading'
import { bylineRole, mediaTopicOf, present, uniqueBy } from './values'

/** ninjs 2 and 3 name the lists in the plural, 1 in the singular. */
const LISTS: readonly (readonly [WireTagKind, readonly string[]])[] = [
  ['subject', ['subjects', 'subject', 'keywords']],
  ['person', ['people', 'person']],
  ['organisation', ['organisations', 'organisation']],
  ['place', ['places', 'place']],
  ['event', ['events', 'event']],
]

/** The first subject said to be the section, or Superdesk's `service`; everything else named is a tag. */
export function readSectionAndTags(reading: Reading): { section: WireSection | undefined; tags: WireTag[] } {
  const subjects = reading.elements('subjects', 'subject')
  const filed = subjects.find((field) => isSection(field)) ?? reading.elements('service')[0]
  const section = filed && readSection(reading, filed)
  const tags = LISTS.flatMap(([kind, names]) =>
    reading.elements(...names).flatMap((field) => (field.path === filed?.path || (kind === 'person' && isCredit(field)) ? [] : readTag(reading, field, kind))),
  )
  return { section, tags: uniqueBy(tags, ({ kind, name }) => `${kind} ${name}`) }
}

function isSection(field: Field): boolean {
  return ['section', 'category'].includes(textOf(childOf(field, 'rel'))?.toLowerCase() ?? '')
}

/** People who wrote the item are read as its bylines. */
function isCredit(field: Field): boolean {
  return bylineRole(textOf(childOf(field, 'rel'))) !== undefined
}

function readSection(reading: Reading, field: Field): WireSection | undefined {
  const section = present({
    name: reading.textIn(field, 'section.name', 'name'),
    slug: reading.textIn(field, 'section.slug', 'literal'),
    mediaTopic: readTopic(reading, field, 'section.mediaTopic'),
  })
  reading.claims.take(childOf(field, 'rel'), 'section')
  return Object.keys(section).length > 0 ? section : undefined
}

function readTag(reading: Reading, field: Field, kind: WireTagKind): WireTag[] {
  if (typeof field.value === 'string') {
    reading.claims.take(field, 'tags')
    return [{ name: field.value.trim(), kind }]
  }
  const name = textOf(childOf(field, 'name'))
  if (name === undefined) return []
  reading.claims.take(childOf(field, 'name'), 'tags.name')
  reading.claims.leaveOut(childOf(field, 'rel'), 'a tag does not say how the story relates to it')
  return [
    present<WireTag>({
      name,
      slug: reading.textIn(field, 'tags.slug', 'literal'),
      kind,
      mediaTopic: readTopic(reading, field, 'tags.mediaTopic'),
    }),
  ]
}

function readTopic(reading: Reading, field: Field, to: string): string | undefined {
  const scheme = textOf(childOf(field, 'scheme'))
  for (const key of ['uri', 'code', 'qcode']) {
    const code = childOf(field, key)
    const topic = mediaTopicOf(textOf(code), scheme)
    if (topic === undefined) continue
    reading.claims.take(code, to)
    return topic
  }
  return undefined
}
