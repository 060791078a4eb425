import { traverseFields } from 'payload'
import type { FieldHook, SanitizedConfig } from 'payload'
import { readDate } from '../text/dateText'
import { isNewsrooms } from '../options/ofNewsroom'
import { zoneOf } from '../fields/dayField'

/**
 * Has every date of the newsroom's collections written as one moment is written in one way, `2026-05-04T09:30:00.000Z`, by every kind of write. SQLite keeps
 * dates as texts and compares them as such: an embargo until `2026-05-04T09:30:00-08:00` would end eight hours early. A
 * date without an offset is in the newsroom's time zone.
 *
 * Payload makes fields of its own (`createdAt`, `deletedAt`): the configuration must be a built one.
 */
export function keepDatesIso(config: SanitizedConfig): void {
  for (const { fields } of config.collections.filter(isNewsrooms)) {
    traverseFields({
      config,
      fields,
      callback: ({ field }) => {
        if (field.type === 'date') field.hooks = { ...field.hooks, beforeValidate: [...(field.hooks?.beforeValidate ?? []), toIso] }
      },
    })
  }
}

/** What is no date is left for validation to refuse. */
const toIso: FieldHook = ({ field, value }) => {
  if (!(value instanceof Date) && typeof value !== 'string') return undefined
  const moment = (typeof value === 'string' ? readDate(value, zoneOf(field)) : undefined) ?? new Date(value)
  if (Number.isNaN(moment.getTime())) return undefined
  const iso = moment.toISOString()
  return iso === value ? undefined : iso
}
