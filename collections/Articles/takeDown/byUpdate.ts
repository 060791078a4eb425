import { getTranslation } from '@payloadcms/translations'
import { parseParams } from 'payload'
import type { Endpoint, PayloadRequest, SanitizedConfig, Where } from 'payload'
import { graphqlNames } from '../../../src/options/graphqlNames'
import { slugs } from '../../../src/options/slugs'
import { bulkFault } from '../../../src/validation/conditions'
import { isAdminUi } from '../../../src/validation/pageLimit'
import { asksAs } from '../../../src/access/person'
import { shownArticle } from '../hooks/shownArticle'
import { askedIn } from './asked'
import type { Asked } from './asked'
import { answerTakeDown, newest } from './endpoints'
import { takeDown } from './takeDown'

/**
 * An update that does nothing but take an article away from readers takes effect at once, as `/withdraw` and `/unpublish` do:
 * `PATCH /api/articles/:id`, `PATCH /api/articles?where=…` and the mutation `updateArticle`. Payload would validate every
 * field first, and change a newer draft instead of what readers have. The admin UI's own Unpublish sends such an update.
 */
export function takeDownByUpdate(config: SanitizedConfig): void {
  const articles = config.collections.find(({ slug }) => slug === slugs.articles)
  if (articles?.endpoints) {
    articles.endpoints = articles.endpoints.map((endpoint) => {
      if (endpoint.method !== 'patch') return endpoint
      return endpoint.path === '/:id' ? ofOne(endpoint) : endpoint.path === '/' ? ofMany(endpoint) : endpoint
    })
  }
  const further = config.graphQL.mutations
  config.graphQL.mutations = (graphQL, context) => {
    const { fields } = context.Mutation
    const update = `update${(articles && graphqlNames(articles)?.one) ?? ''}`
    if (fields[update]) fields[update] = byMutation(fields[update] as Mutation)
    return further?.(graphQL, context) ?? {}
  }
}

function ofOne(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    handler: async (req) => {
      const id = String(req.routeParams?.id ?? '')
      const asked = await askedBy(req)
      return asked && (await isShown(id, req)) ? answerTakeDown(id, asked, req) : endpoint.handler(req)
    },
  }
}

/** Each article is changed by itself, as in Payload's bulk updates; one that readers do not have, as by any update. */
function ofMany(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    handler: async (req) => {
      const asked = await askedBy(req)
      const { limit = 0, overrideLock = false, trash = false, where } = parseParams({ ...req.query })
      if (!asked || bulkFault(where, isAdminUi(req)) !== undefined) return endpoint.handler(req)
      const { payload } = req
      const { docs } = await payload.find({ collection: slugs.articles, depth: 0, limit, overrideAccess: false, pagination: false, req, select: {}, trash, where: where as Where })
      const done: unknown[] = []
      const errors: { id: string; message: string }[] = []
      for (const { id } of docs) {
        try {
          if (await isShown(id, req)) await takeDown(id, asked.change, asked.note, req)
          else await payload.update({ collection: slugs.articles, id, data: asked.change, overrideAccess: false, overrideLock, req, trash })
          done.push(await newest(id, req))
        } catch (error) {
          errors.push({ id, message: reasonOf(error, req) })
        }
      }
      return bulkAnswer(done, errors, req)
    },
  }
}

/** In the shape and the words of Payload's own. */
function bulkAnswer(docs: readonly unknown[], errors: readonly { id: string; message: string }[], req: PayloadRequest): Response {
  const { labels } = req.payload.collections[slugs.articles].config
  const total = docs.length + errors.length
  const label = getTranslation(total === 1 ? labels.singular : labels.plural, req.i18n)
  const message = errors.length === 0 ? req.t('general:updatedCountSuccessfully', { count: total, label }) : req.t('error:unableToUpdateCount', { count: errors.length, label, total })
  return Response.json({ docs, errors, message }, { status: errors.length === 0 ? 200 : 400 })
}

function reasonOf(error: unknown, { payload }: PayloadRequest): string {
  if (error instanceof Error && 'isPublic' in error && error.isPublic === true) return error.message
  payload.logger.error(error)
  return 'Something went wrong.'
}

type Arguments = { data?: unknown; draft?: boolean | null; id: string }
type Mutation = { resolve: (source: unknown, args: Arguments, context: { req: PayloadRequest }, info: unknown) => Promise<unknown> }

function byMutation(mutation: Mutation): Mutation {
  return {
    ...mutation,
    resolve: async (source, args, context, info) => {
      const { req } = context
      const asked = args.draft === true || !asksAs('editor', req) ? undefined : askedIn(args.data)
      if (!asked || !(await isShown(args.id, req))) return mutation.resolve(source, args, context, info)
      await takeDown(args.id, asked.change, asked.note, req)
      return req.payload.findByID({ collection: slugs.articles, id: args.id, depth: 0, draft: true, overrideAccess: false, req })
    },
  }
}

/** What the body of a request asks for; nothing where the sender may not do it, or changes a draft. */
async function askedBy(req: PayloadRequest): Promise<Asked | undefined> {
  return req.query.draft === 'true' || !asksAs('editor', req) ? undefined : askedIn(await sentJson(req))
}

async function isShown(id: string, req: PayloadRequest): Promise<boolean> {
  const shown = await shownArticle(id, req)
  return shown?._status === 'published' && !shown.deletedAt
}

/** The body, which stays to be read again. */
async function sentJson(req: PayloadRequest): Promise<unknown> {
  if (req.headers.get('Content-Type')?.split(';', 1)[0] !== 'application/json') return undefined
  const text = await req.text?.()
  req.text = () => Promise.resolve(text ?? '')
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
