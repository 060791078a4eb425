import type { Rule } from './words'

/** A deletion that only puts into the trash: Payload says so with the date of it. */
export const trashing: Rule = ({ data }: { data?: unknown }) =>
  typeof data === 'object' && data !== null && 'deletedAt' in data && Boolean(data.deletedAt)
