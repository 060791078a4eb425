import { addDataAndFileToRequest, APIError } from 'payload'
import type { PayloadRequest } from 'payload'
import { refusals } from '../delivery/refuse'
import { nearestName } from './nearestName'
import { hasDamage } from './utf8'

/** Longer names are not repeated in full. */
const MAX_NAME = 100

/**
 * What a request says to an endpoint of ours: nothing where it has no body.
 *
 * @param names what the endpoint takes
 * @throws APIError (400) that names what it does not take
 */
export async function bodyOf(req: PayloadRequest, names: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const body = (await dataOf(req)) ?? {}
  if (hasDamage(body, req)) throw new APIError(refusals.notUtf8.message, refusals.notUtf8.status, undefined, true)
  const takes = names.length === 0 ? 'This address takes no body.' : `This address takes a JSON object with ${names.join(', ')}.`
  if (!isRecord(body)) throw new APIError(takes, 400, undefined, true)
  const unknown = Object.keys(body).find((name) => !names.includes(name))
  if (unknown === undefined) return body
  const nearest = nearestName(unknown, names)
  const meant = nearest === undefined ? takes : `Did you mean ${nearest}?`
  throw new APIError(`${unknown.length > MAX_NAME ? `${unknown.slice(0, MAX_NAME)}…` : unknown} is not known here. ${meant}`, 400, undefined, true)
}

/** Payload reads no body of a DELETE. */
async function dataOf(req: PayloadRequest): Promise<unknown> {
  if (req.data === undefined && req.method !== 'DELETE') await addDataAndFileToRequest(req)
  if (req.method !== 'DELETE') return req.data
  const text = await req.text?.()
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    throw new APIError('Invalid JSON', 400, undefined, true)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
