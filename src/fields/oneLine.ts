import type { FieldHook } from 'payload'
import { inOneLine } from '../text/oneLine'

/** Keeps a text of one line inside a rich text to it; src/validation/dataAsStored.ts does so for all others. */
export const oneLine: FieldHook = ({ value }): unknown => (typeof value === 'string' ? inOneLine(value) : value)
