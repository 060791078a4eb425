import { APIError, Forbidden } from 'payload'
import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { idOf } from '../articles/idOf'
import { isOwnArticle } from '../access/ownArticles'
import { asksAs, personOf } from '../access/person'
import { asksWithScope } from '../access/scopes'
import { slugs } from '../options/slugs'
import type { Article, ArticlesSelect } from '../payload-types'
import { addressOf } from '../articles/addresses'
import { inLanguage } from '../i18n/refusals/inLanguage'
import { visibilityOf } from '../articles/visibility'
import type { Standing, Visibility, Waiting } from '../articles/visibility'
import { othersStory, READ_ONLY_WORDS } from '../articles/writing'
import { whyReadOnly } from './readOnly'
import { sentBackNotes } from './sentBack'
import type { SentBack } from './sentBack'
import { schedulesOf } from './waiting'

/** What the public rule looks at. */
const LOOKED_AT = {
  _status: true,
  deletedAt: true,
  embargoUntil: true,
  firstPublishedAt: true,
  publishedAt: true,
  pubStatus: true,
} as const satisfies ArticlesSelect

/** So many names are told. */
const MOST_NAMES = 3

/** The versions of some articles that readers have, by id, whatever newer drafts say. */
export async function mainVersions(ids: readonly string[], payload: Payload, req?: PayloadRequest): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.db.find<Article>({
    collection: slugs.articles,
    limit: ids.length,
    pagination: false,
    ...(req && { req }),
    select: LOOKED_AT,
    where: { id: { in: [...ids] } },
  })
  return new Map(docs.map((doc) => [doc.id, doc]))
}

/** Whether readers can see an article, as the desk asks: the one answer, and what its panel shows beside it. */
export type ArticleStanding = Visibility & {
  /** What waits to be done by itself, the next first. */
  schedules: Waiting[]
  sentBack: SentBack | null
  /** The address that readers have, without its host; null while they have none. */
  path: string | null
  /** Why the caller may not change it now, in their language; null when they may. */
  readOnly: string | null
}

/**
 * Whether readers can see an article, and from or until when, for people who may read it. Newer drafts and schedules are told
 * to those alone who may read drafts of it.
 *
 * @throws NotFound for an article that the caller may not read
 */
export async function articleStanding(id: string, req: PayloadRequest): Promise<ArticleStanding> {
  const newest = await req.payload.findByID({ collection: slugs.articles, id, depth: 0, draft: true, overrideAccess: false, req, trash: true })
  const person = personOf(req)
  const readOnly = await readOnlyWords(newest, req)
  const seesDrafts = asksAs('editor', req) || asksWithScope('read-drafts', req) || (person !== undefined && isOwnArticle(newest, person))
  if (!seesDrafts) return { ...visibilityOf({ main: newest, newest }), schedules: [], sentBack: null, path: addressOf(newest.slug), readOnly }
  const main = (await mainVersions([id], req.payload, req)).get(id) ?? newest
  const schedules = await schedulesOf(id, req.payload, req)
  const notes = await sentBackNotes([newest], req)
  const visibility = visibilityOf({ main, newest, schedules })
  return { ...visibility, schedules, sentBack: notes.get(id) ?? null, path: visibility.kind === 'public' ? addressOf(newest.slug) : null, readOnly }
}

async function readOnlyWords(newest: Article, req: PayloadRequest): Promise<string | null> {
  const reason = await whyReadOnly(newest, req)
  if (reason === undefined) return null
  const words = reason === 'others' ? othersStory(await namesOf(newest, req)) : READ_ONLY_WORDS[reason]
  return inLanguage(words, req.i18n.language)
}

/** The names under which readers see who wrote it. */
async function namesOf({ bylines }: Article, req: PayloadRequest): Promise<string[]> {
  const ids = (bylines ?? []).flatMap(({ author }) => idOf(author) ?? []).slice(0, MOST_NAMES)
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({ collection: slugs.authors, depth: 0, limit: MOST_NAMES, overrideAccess: false, pagination: false, req, select: { name: true }, where: { id: { in: ids } } })
  return docs.map(({ name }) => name)
}

/** `GET /api/articles/:id/visibility`: whether readers can see the article, and from or until when. */
export const visibilityEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/visibility',
  method: 'get',
  handler: async (req) => {
    if (!personOf(req) && !asksWithScope('read-drafts', req)) throw req.user ? new Forbidden(req.t) : new APIError('Sign in to see where an article stands.', 401, undefined, true)
    const standing = await articleStanding(String(req.routeParams?.id ?? ''), req)
    return Response.json(standing, { headers: { 'Cache-Control': 'private, no-store' } })
  },
}
