import type { IncomingMessage, ServerResponse } from 'node:http'
import { isPersonal } from '../delivery/personal'
import { refusals, refuse } from '../delivery/refuse'
import type { Target } from '../delivery/target'
import { addressOf } from './address'
import { count } from './counters'
import type { LimitName } from './limits'

/** Tells the app behind who asks; whatever a client writes there is overwritten. */
export const ADDRESS_HEADER = 'x-dateline-address'

/** Lets a request through to the app, or answers it and says no. */
export type Admit = (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<boolean>

/** Admits a request unless its address has sent too many of its kind; reads of what the cache does not hold are never too many. */
export function admitting({ trustedProxies }: { trustedProxies: number }): Admit {
  return async (request, response, target) => {
    const { headers, socket } = request
    const address = addressOf({ forwardedFor: headers['x-forwarded-for'], peer: socket.remoteAddress, trustedProxies })
    headers[ADDRESS_HEADER] = address
    const name = limitFor({ method: request.method, isPersonal: isPersonal(request), segments: target.segments })
    const wait = name && (await count(name, address))
    if (wait === undefined) return true
    refuse(response, refusals.tooMany(wait))
    return false
  }
}

type Act = { method: string | undefined; isPersonal: boolean; segments: readonly string[] }

/** What a request is counted as. Who carries a login is counted by it later; here, one of many at their address. */
export function limitFor({ isPersonal, method = 'GET', segments }: Act): LimitName | undefined {
  const [room, name, ...more] = segments.filter(Boolean).map((segment) => segment.toLowerCase())
  if (room === 'api' && name === 'graphql' && more.length === 0) return isPersonal ? 'write-address' : 'graphql-address'
  if (method === 'GET' || method === 'HEAD') return undefined
  return isPersonal ? 'write-address' : 'write-stranger'
}
