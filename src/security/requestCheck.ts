import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasCredentials } from '../delivery/credentials'
import { refusals, refuse } from '../delivery/refuse'
import { limitBody } from '../delivery/requestBody'
import type { Target } from '../delivery/target'
import { addressOf } from './address'
import { bodyBytes } from '../validation/bodyBytes'
import { count } from './counters'
import { isCrossSite } from './crossSite'
import type { LimitName } from './limits'
import type { GuardSettings } from './settings'

/** Tells the app behind who asks; whatever a client writes there is overwritten. */
export const ADDRESS_HEADER = 'x-dateline-address'

/** Answers a request that must not reach the app, and says whether it may go on. */
export type RequestCheck = (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<boolean>

type RequestCheckOptions = Pick<GuardSettings, 'serverOrigin' | 'trustedProxies'> & {
  /** Origins of other sites whose pages may write. */
  allowedOrigins: readonly string[]
}

/**
 * Admits a request unless its body is too large for what it is, another site's page sends it, or its address has sent too many of its kind. Reads are never
 * too many, GraphQL aside.
 */
export function requestCheck({ allowedOrigins, serverOrigin, trustedProxies }: RequestCheckOptions): RequestCheck {
  const origins = { allowed: allowedOrigins, server: serverOrigin, isProxied: trustedProxies > 0 }
  return async (request, response, target) => {
    const { headers, method, socket } = request
    if (!limitBody(request, response, bodyBytes({ headers, segments: target.segments }, Infinity))) return false
    const act = { method, isPersonal: hasCredentials(request), segments: target.segments }
    if (isCrossSite({ method, headers, isPublic: isGraphQL(act) && !act.isPersonal }, origins)) {
      refuse(response, refusals.crossSite)
      return false
    }
    const address = addressOf({ forwardedFor: headers['x-forwarded-for'], peer: socket.remoteAddress, trustedProxies })
    headers[ADDRESS_HEADER] = address
    const name = limitFor(act)
    const wait = name && (await count(name, address))
    if (wait === undefined) return true
    refuse(response, refusals.tooMany(wait))
    return false
  }
}

type Act = { method: string | undefined; isPersonal: boolean; segments: readonly string[] }

/** What a request is counted as. Who carries a login is counted by it later; here, one of many at their address. */
export function limitFor(act: Act): LimitName | undefined {
  const { isPersonal, method = 'GET' } = act
  if (isGraphQL(act)) return isPersonal ? 'write-address' : 'graphql-address'
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return undefined
  return isPersonal ? 'write-address' : 'write-stranger'
}

function isGraphQL({ segments }: Act): boolean {
  return segments.filter(Boolean).join('/').toLowerCase() === 'api/graphql'
}
