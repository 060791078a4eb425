import type { Rule } from './words'

/** A deletion that only puts into the trash: Payload says so with the date of it. */
export const trashing: Rule = ({ data }: { data?: unknown }) =>
  typeof data === 'object' && data !== null && 'deletedAt' in data && Boolean(data.deletedAt)

/** A write that puts nothing into the trash: Payload asks who may delete of changes, but not of new documents. */
export const notTrashing: Rule = (args) => !trashing(args)
