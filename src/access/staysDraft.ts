import type { Rule } from './words'

/** A write that publishes nothing. */
export const staysDraft: Rule = ({ data }: { data?: unknown }) =>
  !(typeof data === 'object' && data !== null && '_status' in data && data._status === 'published')
