import { MEMORY_URL } from '../database/url'
import { trimmed } from '../text/values'

/** Hosts that are this machine. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i

/**
 * Whether a command would write to a production database: one that DATABASE_URL names on another machine, or any that
 * it names while NODE_ENV is production. The embedded database and one in memory never are.
 */
export function isProductionDatabase(env: Readonly<Record<string, string | undefined>>): boolean {
  const url = trimmed(env.DATABASE_URL)
  if (!url || url === MEMORY_URL) return false
  if (env.NODE_ENV === 'production') return true
  if (/^file:/i.test(url)) return false
  const hosts = /^[a-z+]+:\/\/(?:[^@/]*@)?([^/?]*)/i.exec(url)?.[1] ?? ''
  return !hosts.split(',').every((host) => LOOPBACK.test(host))
}
