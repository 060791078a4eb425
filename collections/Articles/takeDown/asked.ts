import { APIError } from 'payload'
import { controlFault } from '../../../src/validation/controlFault'
import type { TakeDown } from './takeDown'

/** A way to take an article away from readers, and what its log is to say of that. */
export type Asked = { change: TakeDown; note: string | null }

/** Longer texts are no notice. */
const MAX_TEXT = 5_000

/** What says how an article is taken away: the rest of such an update may not change anything else. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  unpublish: ['_status', 'note', 'revision'],
  canceled: ['_status', 'note', 'notice', 'pubStatus', 'revision'],
  withheld: ['_status', 'note', 'pubStatus', 'revision'],
}

/**
 * How an update takes an article away from readers, if it does nothing else: `pubStatus: "canceled"` (with a `notice`),
 * `pubStatus: "withheld"`, or `_status: "draft"`. A `note` for the log may come with each; a `revision` does not count, as
 * what others saved meanwhile keeps no story before readers.
 *
 * @throws APIError (400) where a notice or note is no text
 */
export function askedIn(data: unknown): Asked | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { _status = 'published', note, notice, pubStatus } = data as Record<string, unknown>
  const kind = pubStatus === undefined && _status === 'draft' ? 'unpublish' : _status === 'published' ? pubStatus : undefined
  const allowed = typeof kind === 'string' && Object.hasOwn(BESIDE, kind) ? BESIDE[kind] : undefined
  if (!allowed || !Object.keys(data).every((name) => allowed.includes(name))) return undefined
  const noted = { note: textOf(note, 'note') ?? null }
  if (kind === 'canceled') return { change: withdrawal(notice), ...noted }
  return { change: kind === 'withheld' ? { pubStatus: 'withheld' } : { _status: 'draft' }, ...noted }
}

/** @throws APIError (400) where the notice is no text */
export function withdrawal(notice: unknown): TakeDown {
  const text = textOf(notice, 'notice')
  return { pubStatus: 'canceled', ...(text === undefined ? {} : { notice: text }) }
}

/** @throws APIError (400) where it is no text, a long one, or one with a control character */
export function textOf(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new APIError(`${name} must be a text.`, 400, undefined, true)
  const fault = controlFault({ [name]: value })
  if (fault !== undefined) throw new APIError(fault, 400, undefined, true)
  if (value.length > MAX_TEXT) throw new APIError(`${name} is too long: write at most ${String(MAX_TEXT)} characters.`, 400, undefined, true)
  return value.trim() || undefined
}
