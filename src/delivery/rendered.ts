/** An answer as the app made it, whole. */
export type Rendered = {
  status: number
  /** Names in lower case, in the order set. */
  headers: readonly (readonly [name: string, value: string])[]
  body: Buffer
}

/** The statuses whose answers are kept: heuristically cacheable ones (RFC 9110 section 15.1) that reads give. */
const KEPT_STATUSES = new Set([200, 301, 404, 410])

/** The value of a header, or undefined. */
export function headerOf({ headers }: Rendered, name: string): string | undefined {
  return headers.find(([each]) => each === name)?.[1]
}

/** Whether an answer may be kept for others: nothing personal, nothing the app forbids to store (RFC 9111 section 3). */
export function mayKeep(rendered: Rendered): boolean {
  if (!KEPT_STATUSES.has(rendered.status) || headerOf(rendered, 'set-cookie') !== undefined) return false
  return !/\b(?:no-store|private)\b/i.test(headerOf(rendered, 'cache-control') ?? '')
}
