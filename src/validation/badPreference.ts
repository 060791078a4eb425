import { isDeeper } from '../text/depth'
import { limitAnswer } from './routeHandler'
import type { RouteHandler } from './routeHandler'

type Context = { params: Promise<{ slug?: string[] }> }

/** How deep a preference may be nested; those of the admin UI stay far below. */
const MAX_DEPTH = 32

/** Answers 400 to a preference that is broken or has no value, which Payload would store as none, or nested too deep to be stored. */
export function refuseBadPreference(handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    const [room] = (await context.params).slug ?? []
    if (room !== 'payload-preferences') return handler(request, context)
    const text = await request.clone().text()
    const value = jsonOf(text)
    const isJson = request.headers.get('Content-Type')?.startsWith('application/json') === true
    if (isJson && text !== '' && value === undefined) return limitAnswer(400, 'This is no JSON: send {"value": …}.')
    const isSaved = request.method === 'POST' && !request.headers.has('X-Payload-HTTP-Method-Override')
    if (isSaved && !(typeof value === 'object' && value !== null && 'value' in value)) return limitAnswer(400, 'There is no value: send {"value": …}.')
    return isDeeper(value, MAX_DEPTH) ? limitAnswer(400, `A preference may be nested ${MAX_DEPTH} levels deep, no more.`) : handler(request, context)
  }
}

/** What a request sends, whatever it calls it, as Payload reads preferences; undefined when it is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
