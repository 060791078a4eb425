import type { AfterErrorHook } from 'payload'

/** What Payload says of an error whose class it does not know. */
const UNKNOWN = 'An unknown error occurred.'

/**
 * Tells an error that may be told as Payload tells it. Payload looks for its class (`formatErrors` of payload 3.90.1): of a
 * production build there may be two, one for the admin UI and one for the API, and a minified class has no name. Forms would
 * lose what is wrong with each field, and answers their message. What another hook has made of the answer stays.
 */
export const tellNameless: AfterErrorHook = ({ error, result }) => {
  const first: unknown = result && 'errors' in result && Array.isArray(result.errors) ? result.errors[0] : undefined
  if (!('isPublic' in error && error.isPublic === true) || !isRecord(first)) return undefined
  const { message } = error
  const data = 'data' in error && isRecord(error.data) ? error.data : undefined
  const isWhole = first.message === message && (data === undefined || first.data !== undefined)
  if (isWhole || (first.message !== message && first.message !== UNKNOWN)) return undefined
  return { response: { errors: [data ? { name: 'errors' in data ? 'ValidationError' : 'APIError', data, message } : { message }] } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
