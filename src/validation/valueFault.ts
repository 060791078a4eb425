import type { FlattenedField } from 'payload'
import { isDateText } from '../text/dateText'
import { controlCharacterIn } from '../text/controlCharacter'
import { isRelation } from './fieldPath'

/** What `exists` is asked with; addresses carry texts. */
const TRUTHS = new Set<unknown>([true, false, 'true', 'false'])

const LISTS = new Set(['in', 'not_in'])

/** What may be asked of values that are the same or not. */
export const EQUALITY = ['equals', 'not_equals', 'in', 'not_in', 'exists'] as const

/** A condition on one field, with the value that it is compared to. */
export type Comparison = {
  path: string
  operator: string
  value: unknown
  field: FlattenedField | undefined
  /** Whether the path names the field, and no part of it. */
  isKnown: boolean
  /** Whether the field is one of other documents. */
  isInOther: boolean
  /** What an id looks like on the database. */
  isId: (value: string) => boolean
}

/** What is wrong with the value of a condition, or undefined when both engines can compare it. */
export function valueFault({ field, isId, isInOther, isKnown, operator, path, value }: Comparison): string | undefined {
  if (operator === 'exists') return TRUTHS.has(value) ? undefined : `exists of "${path}" must be true or false.`
  const values = LISTS.has(operator) ? listOf(value) : [value]
  return first(values, (each) => {
    if (isNothing(each)) return mayBeNothing({ field, isInOther, operator, value: each }) ? undefined : `${operator} of "${path}" needs a value.${field && isPolymorphic(field) ? '' : ' Ask exists for documents that have one, or have none.'}`
    if (!isScalar(each)) return `${operator} of "${path}" takes a value, not a list or an object.`
    const control = typeof each === 'string' ? controlCharacterIn(each) : undefined
    if (control !== undefined) return `A value of "${path}" holds the control character ${control}, which no text has.`
    const expected = isKnown ? expectation(field, isId) : undefined
    return expected === undefined || expected.accepts(each) ? undefined : `"${String(each)}" is not ${expected.name}, as "${path}" is.`
  })
}

/** Whether no value stands for documents without one, which engines agree on only here. */
function mayBeNothing({ field, isInOther, operator, value }: Pick<Comparison, 'field' | 'isInOther' | 'operator' | 'value'>): boolean {
  const isEquality = EQUALITY.some((each) => each === operator)
  // Among the ids of a list, MongoDB fails on it.
  if (field === undefined || isRelation(field)) return isEquality && !isInOther && !LISTS.has(operator) && !(field && isPolymorphic(field))
  if (field.type === 'number' || field.type === 'checkbox') return false
  if (field.type === 'date') return isEquality && !isInOther
  return isEquality || value === ''
}

type Expectation = { name: string; accepts: (value: Scalar) => boolean }

/** What a value must be to be compared with a field; nothing in particular for texts. */
function expectation(field: FlattenedField | undefined, isId: Comparison['isId']): Expectation | undefined {
  if (field === undefined || isRelation(field)) return { name: 'an id', accepts: (value) => isId(String(value)) }
  if (field.type === 'checkbox') return { name: 'true or false', accepts: (value) => TRUTHS.has(value) }
  if (field.type === 'date') return { name: 'a date that the calendar has', accepts: (value) => (value instanceof Date ? Number.isFinite(value.getTime()) : isDateText(String(value))) }
  if (field.type === 'number') return { name: 'a number', accepts: (value) => value !== '' && Number.isFinite(Number(value)) }
  return undefined
}

type Scalar = Date | boolean | number | string

function isScalar(value: unknown): value is Scalar {
  return ['boolean', 'number', 'string'].includes(typeof value) || value instanceof Date
}

/** No value at all, as clients write it to ask for documents without one. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === 'null' || value === ''
}

/** REST lists are arrays, or one text with commas. */
function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value]
}

/** Whether a field leads to documents of several collections. */
export function isPolymorphic(field: FlattenedField): boolean {
  return (field.type === 'relationship' || field.type === 'upload') && Array.isArray(field.relationTo)
}

/** The first fault of a list of things. */
export function first<T>(items: readonly T[], faultOf: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const fault = faultOf(item)
    if (fault !== undefined) return fault
  }
  return undefined
}
