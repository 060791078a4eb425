import type { ItemResult, WireError, WireItem } from '../item'
import { childOf, childrenOf } from './fields'
import type { Field } from './fields'
import { storyId } from './ninjsKill'
import { withdrawalOf } from './takenBack'

/** So deep withdrawals are looked for. */
const MAX_DEPTH = 12

/** Reads a ninjs item. */
export type ReadItem = (root: Field) => ItemResult

/**
 * The withdrawals in a value that is no story, as in an answer around the items: objects with an id, not those in them. `hasOthers`
 * says whether there are also stories that are no withdrawals.
 */
export function killsWithin(root: Field, read: ReadItem, fault: WireError): { kills: WireItem[]; hasOthers: boolean } {
  const kills: WireItem[] = []
  let hasOthers = false
  const pending = [{ field: root, depth: 0 }]
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { depth } = step
    const field = unpacked(step.field)
    if (isRecord(field.value) && storyId(field) !== undefined) {
      const result = read(field)
      const kill = result.ok && result.item ? withdrawalOf(result.item, [fault]) : undefined
      if (kill) kills.push(kill)
      else hasOthers = true
      continue
    }
    hasOthers ||= ['headline', 'headlines', 'title'].some((name) => childOf(field, name) !== undefined)
    if (depth < MAX_DEPTH) for (const child of childrenOf(field).reverse()) pending.push({ field: child, depth: depth + 1 })
  }
  return { kills, hasOthers }
}

/** A text that is JSON, as what it holds. */
function unpacked(field: Field): Field {
  if (typeof field.value !== 'string' || !/^\s*[{[]/.test(field.value)) return field
  try {
    return { ...field, value: JSON.parse(field.value) }
  } catch {
    return field
  }
}

/** Whether a value is an object, and no list. */
export function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
