import type { SanitizedConfig } from 'payload'
import { currentOptions } from '../options/current'

/** A route of a newsroom that may be disabled: there is nothing at its address then. */
export function ifEnabled<Args extends unknown[]>(config: Promise<SanitizedConfig>, handler: (...args: Args) => Promise<Response>): (...args: Args) => Promise<Response> {
  return async (...args) => {
    // Once it is built, the options are known.
    await config
    return currentOptions().disabled ? new Response('Not found.', { status: 404 }) : handler(...args)
  }
}
