import { isDeeper } from '../text/depth'
import { limitAnswer } from './routeHandler'
import type { RouteHandler } from './routeHandler'

type Context = { params: Promise<{ slug?: string[] }> }

/** How deep a preference may be nested; those of the admin UI stay far below. */
const MAX_DEPTH = 32

/** Answers 400 to a preference that is nested too deep to be stored; Payload looks at documents, but not at these. */
export function refuseDeepPreference(handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    const [room] = (await context.params).slug ?? []
    if (room !== 'payload-preferences' || !isDeeper(await jsonOf(request), MAX_DEPTH)) return handler(request, context)
    return limitAnswer(400, `A preference may be nested ${MAX_DEPTH} levels deep, no more.`)
  }
}

/** What a request sends, whatever it calls it, as Payload reads preferences; undefined when it is no JSON. */
async function jsonOf(request: Request): Promise<unknown> {
  return request.clone().json().catch(() => undefined)
}
