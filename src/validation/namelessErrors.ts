import type { AfterErrorHook } from 'payload'

/**
 * Tells an error that may be told as Payload tells it. Payload looks for its class (`formatErrors` of payload 3.90.1): of a
 * production build there may be two, one for the admin UI and one for the API, and a minified class has no name. Forms would
 * lose what is wrong with each field, and answers their message.
 */
export const tellNameless: AfterErrorHook = ({ error, result }) => {
  if (!('isPublic' in error && error.isPublic === true)) return undefined
  const { message } = error
  const data = 'data' in error && isRecord(error.data) ? error.data : undefined
  if (data) return { response: { errors: [{ name: 'errors' in data ? 'ValidationError' : 'APIError', data, message }] } }
  const told: unknown = result && 'errors' in result && Array.isArray(result.errors) ? result.errors[0]?.message : message
  return told === message ? undefined : { response: { errors: [{ message }] } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
