/** What can be done to an article at a set time. */
export const SCHEDULE_TYPES = ['publish', 'unpublish'] as const

export type ScheduleType = (typeof SCHEDULE_TYPES)[number]

/** What the rules look at; relations do not matter. */
type Scheduled = { pubStatus?: string | null | undefined; deletedAt?: string | null | undefined }

/** Whether a value from outside says what to do at a set time. */
export function isScheduleType(value: unknown): value is ScheduleType {
  return SCHEDULE_TYPES.some((type) => type === value)
}

/** Reads when something is to be done: a moment ahead, or what is wrong with it. */
export function readMoment(value: unknown, now: Date): { at: Date } | { fault: string } {
  const at = value instanceof Date ? value : new Date(typeof value === 'string' ? value : NaN)
  if (Number.isNaN(at.getTime())) return { fault: 'Say when, as a date with its time, such as 2027-01-31T18:00:00Z.' }
  return at > now ? { at } : { fault: 'That moment has passed: choose one ahead, or publish now.' }
}

/** Why an article cannot be published at a set time, whatever else it lacks; asked when it is scheduled, and again when its time comes. */
export function scheduleFault(type: ScheduleType, { deletedAt, pubStatus }: Scheduled): string | undefined {
  if (deletedAt) return 'It is in the trash.'
  return type === 'publish' && pubStatus === 'canceled' ? 'It is withdrawn: reinstate it first.' : undefined
}
