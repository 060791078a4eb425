import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** The cookie that carries a login (`<cookiePrefix>-token`; Payload's default prefix). */
const LOGIN_COOKIE = 'payload-token'

/** Headers by which a POST says it is another method, as Payload reads them. */
export const OVERRIDES = ['x-payload-http-method-override', 'x-http-method-override'] as const

/** Whether a request says who asks, or asks for something else than its target: its answer is nobody else's. */
export function hasCredentials({ headers }: IncomingMessage): boolean {
  return hasLogin(headers) || OVERRIDES.some((name) => headers[name] !== undefined)
}

/** Whether a request carries a login, good or not. */
export function hasLogin({ authorization, cookie }: IncomingHttpHeaders): boolean {
  return authorization !== undefined || (cookie?.includes(LOGIN_COOKIE) ?? false)
}
