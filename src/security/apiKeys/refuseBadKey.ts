import { getPayload } from 'payload'
import type { SanitizedConfig } from 'payload'
import { findClient } from './findClient'
import { keyCollection } from './key'

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

/**
 * A route that answers 401 to a key that is not known, expired or disabled. To serve such a request as the public's
 * would hide the mistake.
 */
export function refuseBadKey<Context>(config: Promise<SanitizedConfig>, handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    if (!request.headers.has('Authorization') || isOfProject(keyCollection(request.headers), await config)) return handler(request, context)
    const found = await findClient(request.headers, await getPayload({ config, cron: true }))
    return found && 'fault' in found ? refusal(found.fault) : handler(request, context)
  }
}

/** Payload's own keys, of the logins that a project gives them to. */
function isOfProject(named: string | undefined, { collections }: SanitizedConfig): boolean {
  return collections.some(({ auth, slug }) => slug === named && Boolean(auth?.useAPIKey))
}

/** RFC 9110 section 11.6.1: what answers 401 says how to sign in. */
function refusal(message: string): Response {
  return Response.json({ errors: [{ message }] }, { status: 401, headers: { 'Cache-Control': 'no-store', 'WWW-Authenticate': 'API-Key' } })
}
