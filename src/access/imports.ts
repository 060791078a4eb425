import type { PayloadRequest } from 'payload'
import { slugs } from '../options/slugs'
import type { User } from '../payload-types'
import { isPublicArticle } from '../articles/publicArticle'
import type { Publishable } from '../articles/publicArticle'
import { asksAs, personOf } from './person'
import { asksWithScope } from './scopes'

/** What an import may do to an article, or to what articles refer to. */
export type ImportAct = 'create draft' | 'update draft' | 'publish' | 'update published' | 'withdraw' | 'save over' | 'make names' | 'redirect'

/** On whose behalf an import runs: of the person who runs the command, of an editor, or of a program with an API key. */
export type Importer =
  | { kind: 'command' }
  | { kind: 'editor'; person: User }
  | { kind: 'client'; id: string; name: string; mayPublish: boolean; readsDrafts: boolean }

/** What a key does not need a right of its own for. */
const DRAFTS_ONLY: readonly ImportAct[] = ['create draft', 'update draft']
/** What the scope `ingest-publish` adds, for the stories that the client itself sent. */
const PUBLISHING: readonly ImportAct[] = [...DRAFTS_ONLY, 'publish', 'update published', 'withdraw', 'make names']

/** The importer; undefined for those who may not. Editors may, and programs whose key allows it. */
export function importerOf(req: PayloadRequest): Importer | undefined {
  const person = personOf(req)
  if (person && asksAs('editor', req)) return { kind: 'editor', person }
  const { user } = req
  const mayPublish = asksWithScope('ingest-publish', req)
  if (user?.collection !== slugs.apiClients || !(mayPublish || asksWithScope('ingest', req))) return undefined
  return { kind: 'client', id: user.id, name: user.name, mayPublish, readsDrafts: asksWithScope('read-drafts', req) }
}

/**
 * Whether an import may do this for the importer.
 *
 * @param sentBy the API client that sent the article it would be done to; undefined for a new article
 */
export function mayInImport(importer: Importer, act: ImportAct, sentBy?: string | null): boolean {
  if (importer.kind !== 'client') return true
  if (DRAFTS_ONLY.includes(act)) return true
  return importer.mayPublish && PUBLISHING.includes(act) && (sentBy === undefined || sentBy === importer.id)
}

/** Whether a story that a client sends may be this article: never one that another client sent. */
export function mayMatch(importer: Importer, sentBy: string | null | undefined): boolean {
  return importer.kind !== 'client' || !sentBy || sentBy === importer.id
}

/**
 * What an earlier withdrawal of a story says of the story when it comes: `certain` keeps it out, `doubtful` leaves it to an
 * editor; undefined when it came from a client that could not have withdrawn it either.
 *
 * @param sentBy the API client that sent the withdrawal; null for an editor or the command
 */
export function weightOfKill(importer: Importer, sentBy: string | null | undefined): 'certain' | 'doubtful' | undefined {
  if (!sentBy || (importer.kind === 'client' && sentBy === importer.id)) return 'certain'
  return importer.kind === 'client' ? undefined : 'doubtful'
}

/** What the log of an article calls an import. */
export function importedBy(importer: Importer): string {
  if (importer.kind === 'command') return 'Import: npm run import'
  return `Import: ${importer.kind === 'editor' ? importer.person.name : importer.name}`
}

/** Whether a report may name the article, as it is where readers look, to the importer. */
export function mayBeTold(importer: Importer, article: Publishable): boolean {
  return importer.kind !== 'client' || importer.readsDrafts || isPublicArticle(article)
}
