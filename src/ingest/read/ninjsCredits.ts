import type { WireByline } from '../item'
import { withoutAddresses } from '../house'
import { childOf, childrenOf, textOf } from './fields'
import type { Field } from './fields'
import type { Reading } from './reading'
import { personNames } from './person'
import { bylineRole, present, uniqueBy } from './values'

/** Roles of an `infoSource` that is an agency and no person. */
const PROVIDER_ROLES = ['provider', 'distributor', 'agency', 'publisher', 'source', 'isrol:originfo']

/** Who signs: `infoSources` and `authors` with a known role, people said to have written it, else the `by` line. */
export function readBylines(reading: Reading): WireByline[] {
  const named = [
    ...reading.elements('infoSources', 'infosource', 'authors').flatMap((field) => credit(reading, field, 'role')),
    ...reading.elements('people', 'person').flatMap((field) => credit(reading, field, 'rel')),
  ]
  const by = reading.field('by', 'byline')
  const line = textOf(by)
  if (named.length > 0) {
    reading.claims.take(by, 'bylines', line === undefined ? undefined : 'the names are given apart as well')
    return uniqueBy(named, ({ name, role }) => `${role} ${name}`)
  }
  if (line === undefined) return []
  reading.claims.take(by, 'bylines')
  const { names, notes } = personNames(line)
  reading.notes.push(...notes)
  return names.map((name) => ({ name, role: 'reporter' as const }))
}

function credit(reading: Reading, field: Field, roleKey: string): WireByline[] {
  const roleField = childOf(field, roleKey) ?? childOf(field, 'roles') ?? childOf(field, 'rel')
  const words = Array.isArray(roleField?.value) ? (roleField ? childrenOf(roleField).map(textOf) : []) : [textOf(roleField)]
  const role = words.map(bylineRole).find((each) => each !== undefined)
  const name = childOf(field, 'name') ?? childOf(field, 'sub_label')
  const text = withoutAddresses(textOf(name) ?? '')
  if (role === undefined || text === '') return []
  reading.claims.take(name, 'bylines.name')
  reading.claims.take(roleField, 'bylines.role')
  return [present({ name: text, slug: reading.textIn(field, 'bylines.slug', 'literal'), role })]
}

export function readProvider(reading: Reading): string | undefined {
  for (const field of reading.elements('infoSources', 'infosource')) {
    const role = textOf(childOf(field, 'role')) ?? textOf(childOf(field, 'rel'))
    if (role === undefined || !PROVIDER_ROLES.includes(role.toLowerCase())) continue
    const name = reading.textIn(field, 'source.provider', 'name')
    if (name === undefined) continue
    reading.claims.take(childOf(field, 'role') ?? childOf(field, 'rel'), 'source.provider')
    return name
  }
  return reading.text('source.provider', 'provider', 'source', 'copyrightHolder', 'copyrightholder')
}
