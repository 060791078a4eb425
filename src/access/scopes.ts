import type { PayloadRequest } from 'payload'
import { slugs } from '../options/slugs'
import type { Rule } from './words'

/** What an API client may be allowed to do beyond what the public may. */
export const SCOPES = ['read-drafts', 'ingest', 'ingest-publish'] as const

export type Scope = (typeof SCOPES)[number]

/** Whether a program asks whose API key allows this. */
export function asksWithScope(scope: Scope, { user }: Pick<PayloadRequest, 'user'>): boolean {
  return user?.collection === slugs.apiClients && (user.scopes?.includes(scope) ?? false)
}

/** Programs that read what editors read. */
export const draftReaders: Rule = ({ req }) => asksWithScope('read-drafts', req)
