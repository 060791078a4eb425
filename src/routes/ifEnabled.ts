import type { SanitizedConfig } from 'payload'
import { currentOptions } from '../options/current'

/**
 * A route of a newsroom that may be disabled: there is nothing at its address then.
 *
 * @param part the option that turns off what the route answers, where there is one
 */
export function ifEnabled<Args extends unknown[]>(config: Promise<SanitizedConfig>, handler: (...args: Args) => Promise<Response>, part?: 'feeds'): (...args: Args) => Promise<Response> {
  return async (...args) => {
    // Once it is built, the options are known.
    await config
    const options = currentOptions()
    return options.disabled || (part && options[part] === false) ? new Response('Not found.', { status: 404 }) : handler(...args)
  }
}
