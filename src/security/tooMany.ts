import { APIError } from 'payload'
import type { PayloadRequest } from 'payload'
import { refusals } from '../delivery/refuse'
import { logRefusal } from '../log'

/** Too much was asked (RFC 6585 section 4); the answer says in Retry-After when to ask again. */
export function tooMany(req: PayloadRequest, seconds: number): Error {
  const { headers, message, status } = refusals.tooMany(seconds)
  logRefusal(status, message)
  req.responseHeaders ??= new Headers()
  for (const [name, value] of Object.entries(headers)) req.responseHeaders.set(name, value)
  return new APIError(message, status, undefined, true)
}
