import { newsroomTimeZone } from '../text/dateText'

/** In the `custom` of a date field: it holds a calendar day, which is stored as its midnight in UTC. */
export const CALENDAR_DAY = { isCalendarDay: true } as const

/** The time zone of a date without an offset, as a field takes it. */
export function zoneOf(field: { custom?: Record<string, unknown> }): string {
  return field.custom?.isCalendarDay === true ? 'UTC' : newsroomTimeZone()
}
