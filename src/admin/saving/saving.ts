/** Why what is typed is not in the database. */
export type Reason = 'away' | 'conflict' | 'offline' | 'refused' | 'signedOut' | 'tooLarge' | 'tooMany'

/** Where the typed text is: in the database, on its way there, or only in this browser. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'pending' }
  | { kind: 'saving' }
  | { kind: 'unsaved'; reason: Reason; detail: string; failures: number; waitMs: number | undefined }

export type SaveEvent =
  | { type: 'typed' }
  | { type: 'sent' }
  | { type: 'stored'; isWhole: boolean }
  | { type: 'failed'; reason: Reason; detail: string; retryAfterMs?: number | undefined }

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

/** What comes of an event. Only a stored save ends in `saved`; an unsaved state stays on the page until then. */
export function afterEvent(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case 'typed':
      return state.kind === 'saved' ? { kind: 'pending' } : state
    case 'sent':
      // The reason stays on the page while the save is tried again.
      return state.kind === 'unsaved' ? state : { kind: 'saving' }
    case 'stored':
      return event.isWhole ? { kind: 'saved' } : { kind: 'pending' }
    case 'failed': {
      const failures = (state.kind === 'unsaved' ? state.failures : 0) + 1
      return { kind: 'unsaved', reason: event.reason, detail: event.detail, failures, waitMs: waitAfter(event, failures) }
    }
  }
}

/** How long to wait before the save is sent again; undefined when somebody has to do something first. */
function waitAfter({ reason, retryAfterMs }: { reason: Reason; retryAfterMs?: number | undefined }, failures: number): number | undefined {
  if (isOfFields(reason)) return undefined
  return Math.max(retryAfterMs ?? 0, Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS))
}

/** A failure of what was sent, not of the way there: sending the same again does not help. */
export function isOfFields(reason: Reason): boolean {
  return reason === 'conflict' || reason === 'refused' || reason === 'tooLarge'
}

/** What the server answered to a save. */
export type Answer = { status: number; body: unknown; retryAfter: string | null; isSignedIn: boolean }

/**
 * Why a save failed; `fields` are those that the server names, none when it means the article or does not say.
 * `isOfArticle`: the article itself is refused, whatever is sent.
 */
export type Failure = { reason: Reason; detail: string; fields: string[]; isOfArticle?: boolean; retryAfterMs?: number }

/** Why a save failed, from the server's answer. */
export function failureOf({ body, isSignedIn, retryAfter, status }: Answer): Failure {
  const detail = messageOf(body)
  const seconds = Number(retryAfter)
  const retryAfterMs = retryAfter !== null && seconds > 0 && seconds < 3600 ? seconds * 1000 : 0
  if (!isSignedIn) return { reason: 'signedOut', detail: '', fields: [] }
  if (status === 409 && isConflict(body)) return { reason: 'conflict', detail: whoAndWhat(body), fields: (refusal(body)?.data?.since ?? []).flatMap(({ fields }) => fields) }
  if (status === 413) return { reason: 'tooLarge', detail, fields: [] }
  if (status === 429) return { reason: 'tooMany', detail, fields: [], retryAfterMs }
  if (status >= 500 || status === 409 || status === 408 || status === 423) return { reason: 'away', detail, fields: [], retryAfterMs }
  const isOfArticle = status === 403 || status === 404
  return { reason: 'refused', detail, isOfArticle, fields: (refusal(body)?.data?.errors ?? []).flatMap(({ path }) => (path ? [path.split('.')[0] ?? path] : [])) }
}

/** Splits what was refused into what the server refuses and what can be sent without it; `undefined` when it does not say which. */
export function blamed(sent: readonly string[], { fields }: Failure): { refused: string[]; rest: string[] } | undefined {
  const refused = sent.filter((name) => fields.includes(name))
  if (refused.length > 0) return { refused, rest: sent.filter((name) => !fields.includes(name)) }
  return sent.length === 1 ? { refused: [...sent], rest: [] } : undefined
}

/** What comes of a refused part: what is held back, and what is sent next. Of fields that are refused together without a name, each is sent alone. */
export function afterRefusal(part: readonly string[], failure: Failure): { refused: string[]; next: string[][] } {
  const told = blamed(part, failure) ?? (failure.isOfArticle ? { refused: [...part], rest: [] } : undefined)
  if (!told) return { refused: [], next: part.map((name) => [name]) }
  return { refused: told.refused, next: told.rest.length > 0 ? [told.rest] : [] }
}

type Since = { who: string; fields: string[] }
type Refusal = { errors?: { message?: string; data?: { since?: Since[]; errors?: { message?: string; path?: string }[] } }[] }

function refusal(body: unknown): NonNullable<Refusal['errors']>[number] | undefined {
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined
  return Array.isArray(errors) ? (errors[0] as NonNullable<Refusal['errors']>[number] | undefined) : undefined
}

function messageOf(body: unknown): string {
  const error = refusal(body)
  const fields = (error?.data?.errors ?? []).flatMap(({ message }) => (message ? [message] : []))
  return [error?.message, ...fields].filter(Boolean).join(' ')
}

function isConflict(body: unknown): boolean {
  return Array.isArray(refusal(body)?.data?.since)
}

function whoAndWhat(body: unknown): string {
  return (refusal(body)?.data?.since ?? []).map(({ fields, who }) => `${who}: ${fields.join(', ')}`).join('; ')
}
