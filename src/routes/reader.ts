import { getPayload } from 'payload'
import type { SanitizedConfig } from 'payload'
import { answerPreview, answerReader, answerShared } from '../site/find/answer'
import type { RouteHandler } from '../validation/routeHandler'

/** The reader pages, at `[[...path]]`: the front page, articles, sections, tags and authors. */
export function readerRoute(config: Promise<SanitizedConfig>): (request: Request) => Promise<Response> {
  return async (request) => answerReader(request, await getPayload({ config, cron: true }))
}

/** The live preview of an article, for people who are signed in, at `preview/articles/[id]`. */
export function previewRoute(config: Promise<SanitizedConfig>): RouteHandler<{ params: Promise<{ id: string }> }> {
  return async (request, { params }) => {
    const { id } = await params
    return answerPreview(id, request, await getPayload({ config, cron: true }))
  }
}

/** A draft, for everybody who has its link, at `share/[token]`. */
export function shareRoute(config: Promise<SanitizedConfig>): RouteHandler<{ params: Promise<{ token: string }> }> {
  return async (_request, { params }) => {
    const { token } = await params
    return answerShared(token, await getPayload({ config, cron: true }))
  }
}
