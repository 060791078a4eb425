import { APIError } from 'payload'
import type { Payload, PayloadRequest, Where } from 'payload'
import { idOf } from '../articles/idOf'
import { inTransaction } from '../database/transaction'
import type { Transaction } from '../database/transaction'
import { slugs } from '../options/slugs'
import type { Article } from '../payload-types'
import { importHashAfter } from '../ingest/save/articleData'
import { leaveRedirect } from './termRedirects'
import { movedBylines, movedTags, takenOver } from '../articles/merge'

/** What is merged, as the options name it. */
export type TermKind = 'authors' | 'tags'

type Merge = { kind: TermKind; from: string; into: string }

/** So many articles are moved at a time. */
const BATCH = 100

/**
 * Puts one tag or author in the place of another: in every article, in every version of it, and for authors in every
 * login; then removes the other, whose name becomes an alias. All of it or nothing.
 *
 * @returns how many articles were moved
 * @throws APIError (400, 404) for what cannot be merged
 */
export async function mergeTerms(payload: Payload, merge: Merge): Promise<number> {
  if (merge.from === merge.into) throw new APIError('Choose another one to merge it into.', 400, undefined, true)
  return inTransaction(payload, async (transaction) => {
    const goes = await findTerm(payload, merge.kind, merge.from, transaction.req)
    const stays = await findTerm(payload, merge.kind, merge.into, transaction.req)
    const { req } = transaction
    const moved = await moveArticles(payload, merge, transaction)
    await moveVersions(payload, merge, transaction)
    if (merge.kind === 'authors') await moveLogins(payload, merge, transaction)
    const before = { aliases: stays.aliases ?? [], sameAs: stays.sameAs ?? [] }
    const change = (data: typeof before, within?: PayloadRequest) =>
      payload.update({ collection: slugs[merge.kind], id: merge.into, data, depth: 0, overrideAccess: true, ...(within ? { req: within } : {}) })
    transaction.onUndo(() => change(before))
    await change(takenOver(stays, goes), req)
    await payload.delete({ collection: slugs[merge.kind], id: merge.from, context: { isMerging: true }, depth: 0, overrideAccess: true, req })
    await leaveRedirect({ kind: merge.kind, from: goes.slug, into: stays.slug }, req)
    return moved
  })
}

async function findTerm(payload: Payload, kind: TermKind, id: string, req: PayloadRequest) {
  const term = await payload.findByID({ collection: slugs[kind], id, depth: 0, disableErrors: true, overrideAccess: true, req })
  if (!term) throw new APIError(`There is no document ${id} in ${slugs[kind]}.`, 404, undefined, true)
  return term
}

/** Articles as readers have them. Straight to the database: nothing happens to them that hooks should judge or log. */
async function moveArticles(payload: Payload, merge: Merge, { onUndo, req }: Transaction): Promise<number> {
  const { db } = payload
  // Without the revision, which stays: this is no save that anybody could lose.
  const write = ({ revision: _, ...data }: Article, within: PayloadRequest | undefined) =>
    db.updateOne({ collection: slugs.articles, id: data.id, data, ...(within ? { req: within } : {}), returning: true })
  for (let moved = 0; ; ) {
    const { docs } = await db.find<Article>({ collection: slugs.articles, limit: BATCH, pagination: false, req, where: whereNamed(merge) })
    for (const doc of docs) {
      onUndo(() => write(doc, undefined))
      await write(movedArticle(doc, merge), req)
    }
    moved += docs.length
    if (docs.length < BATCH) return moved
  }
}

/** Drafts and what articles were before, so that bringing one back brings no hole with it. */
async function moveVersions(payload: Payload, merge: Merge, { onUndo, req }: Transaction): Promise<void> {
  const { db } = payload
  for (;;) {
    const { docs } = await db.findVersions<Article>({ collection: slugs.articles, limit: BATCH, pagination: false, req, where: whereNamed(merge, 'version.') })
    for (const { createdAt, id, updatedAt, ...doc } of docs) {
      const write = (version: Article, within: PayloadRequest | undefined) =>
        db.updateVersion({ collection: slugs.articles, id, versionData: { createdAt, updatedAt, version }, ...(within ? { req: within } : {}) })
      onUndo(() => write(doc.version, undefined))
      await write(movedArticle(doc.version, merge), req)
    }
    if (docs.length < BATCH) return
  }
}

async function moveLogins(payload: Payload, { from, into }: Merge, { onUndo, req }: Transaction): Promise<void> {
  const { docs } = await payload.find({ collection: slugs.users, depth: 0, limit: 0, overrideAccess: true, pagination: false, req, where: { author: { equals: from } } })
  for (const { id } of docs) {
    const change = (author: string, within?: PayloadRequest) =>
      payload.update({ collection: slugs.users, id, data: { author }, depth: 0, overrideAccess: true, ...(within ? { req: within } : {}) })
    onUndo(() => change(from))
    await change(into, req)
  }
}

function whereNamed({ from, kind }: Merge, prefix = ''): Where {
  return { [`${prefix}${kind === 'tags' ? 'tags' : 'bylines.author'}`]: { equals: from } }
}

/** A source that comes again finds the article as untouched as it was: that its tag has another name is no editor's change. */
function movedArticle(article: Article, merge: Merge): Article {
  const moved = withMoved(article, merge)
  return article.importHash ? { ...moved, importHash: importHashAfter({ ...article }, { ...moved }) } : moved
}

function withMoved(article: Article, { from, into, kind }: Merge): Article {
  if (kind === 'tags') return { ...article, tags: movedTags(ids(article.tags ?? []), from, into) }
  const bylines = (article.bylines ?? []).map((byline) => ({ ...byline, author: idOf(byline.author) ?? '' }))
  return { ...article, bylines: movedBylines(bylines, from, into) }
}

function ids(relations: readonly unknown[]): string[] {
  return relations.flatMap((relation) => idOf(relation) ?? [])
}
