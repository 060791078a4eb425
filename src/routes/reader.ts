import { getPayload } from 'payload'
import type { SanitizedConfig } from 'payload'
import { answerPreview, answerReader, answerShared } from '../site/find/answer'
import type { RouteHandler } from '../validation/routeHandler'
import { ifEnabled } from './ifEnabled'

/** The reader pages, at `[[...path]]`: the front page, articles, sections, tags and authors. */
export function readerRoute(config: Promise<SanitizedConfig>): (request: Request) => Promise<Response> {
  return ifEnabled(config, async (request: Request) => answerReader(request, await getPayload({ config, cron: true })))
}

/** The live preview of an article, for people who are signed in, at `preview/articles/[id]`. */
export function previewRoute(config: Promise<SanitizedConfig>): RouteHandler<{ params: Promise<{ id: string }> }> {
  return ifEnabled(config, async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params
    return answerPreview(id, request, await getPayload({ config, cron: true }))
  })
}

/** A draft, for everybody who has its link, at `share/[token]`. */
export function shareRoute(config: Promise<SanitizedConfig>): RouteHandler<{ params: Promise<{ token: string }> }> {
  return ifEnabled(config, async (_request: Request, { params }: { params: Promise<{ token: string }> }) => {
    const { token } = await params
    return answerShared(token, await getPayload({ config, cron: true }))
  })
}
