import { createHash, timingSafeEqual } from 'node:crypto'

/** The header that carries SETUP_TOKEN. */
export const SETUP_HEADER = 'X-Setup-Token'

/**
 * Whether somebody without a login may make the first administrator: anybody while the newsroom is being developed; in
 * production, where `npm start` makes one, only who knows the token, if one is set.
 */
export function maySetUp(given: string | null, { isProduction, token }: { isProduction: boolean; token: string | undefined }): boolean {
  if (!isProduction) return true
  return Boolean(token) && given !== null && timingSafeEqual(digest(given), digest(token ?? ''))
}

/** Digests have one length, which comparing needs, and tell nothing of how much was right. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
