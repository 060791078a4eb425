import type { AfterErrorHook } from 'payload'

/**
 * Keeps the message of an error that may be told. Payload looks for the name of its class, which a minified build takes
 * away, and answers "An unknown error occurred." (`formatErrors` of payload 3.90.1).
 */
export const tellNameless: AfterErrorHook = ({ error }) => {
  const isTold = error.name === '' && 'isPublic' in error && error.isPublic === true && !('data' in error && error.data)
  return isTold ? { response: { errors: [{ message: error.message }] } } : undefined
}
