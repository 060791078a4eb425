import type { Answer } from './saving'
import { docOf } from './values'
import type { Values } from './values'

const TIMEOUT_MS = 45_000

/** The document as it was stored, or what the server answered in its place. */
export type Stored = { saved: Values } | { answer: Answer }

type Server = {
  /** The address of the article. */
  article: string
  /** Who is signed in. */
  me: string
}

/** Stores a draft; a version of its own leaves the one before it in the history. */
export async function sendDraft({ article, me }: Server, data: Values, { isNewVersion, user }: { isNewVersion: boolean; user: string | undefined }): Promise<Stored> {
  const response = await fetch(`${article}?depth=0&draft=true${isNewVersion ? '' : '&autosave=true'}`, {
    body: JSON.stringify(data),
    credentials: 'include',
    headers: { 'Accept-Language': document.documentElement.lang, 'Content-Type': 'application/json' },
    method: 'PATCH',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const body: unknown = await response.json().catch(() => undefined)
  const saved = response.ok ? docOf(body) : undefined
  if (saved) return { saved }
  const isSignedIn = ![401, 403, 404].includes(response.status) || (await whoAmI(me, user)) === user
  // An answer without the document comes from something in between.
  return { answer: { status: response.ok ? 502 : response.status, body, isSignedIn, retryAfter: response.headers.get('Retry-After') } }
}

/** The newest version; undefined when the server does not say. */
export async function readDraft({ article }: Server): Promise<Values | undefined> {
  try {
    const response = await fetch(`${article}?depth=0&draft=true`, { cache: 'no-store', credentials: 'include', signal: AbortSignal.timeout(TIMEOUT_MS) })
    const body: unknown = response.ok ? await response.json() : undefined
    return typeof body === 'object' && body !== null ? { ...body } : undefined
  } catch {
    return undefined
  }
}

/** A server that does not say is not one that signed anybody out. */
async function whoAmI(me: string, user: string | undefined): Promise<string | undefined> {
  const response = await fetch(me, { credentials: 'include', signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) return user
  const body: unknown = await response.json()
  const found = typeof body === 'object' && body !== null && 'user' in body ? body.user : undefined
  return typeof found === 'object' && found !== null && 'id' in found ? String(found.id) : undefined
}
