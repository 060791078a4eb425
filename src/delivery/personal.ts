import type { IncomingMessage } from 'node:http'

/** The cookie that carries a login (`<cookiePrefix>-token`; Payload's default prefix). */
const LOGIN_COOKIE = 'payload-token'

/** Headers by which a POST says it is another method, as Payload reads them. */
const OVERRIDES = ['x-payload-http-method-override', 'x-http-method-override'] as const

/** Whether a request says who asks, or asks for something else than its target: its answer is nobody else's. */
export function isPersonal({ headers }: IncomingMessage): boolean {
  return (
    headers.authorization !== undefined ||
    (headers.cookie?.includes(LOGIN_COOKIE) ?? false) ||
    OVERRIDES.some((name) => headers[name] !== undefined)
  )
}
