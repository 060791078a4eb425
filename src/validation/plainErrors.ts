import { errorAnswer } from './routeHandler'
import type { RouteHandler } from './routeHandler'

/**
 * Gives the errors of a route one shape: an address that leads nowhere is answered without being repeated, and a body
 * that is no JSON with 400, where Payload reads it before it looks out for errors (method overrides).
 */
export function answerPlainly<Context>(handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    try {
      const response = await handler(request, context)
      // Payload says 501 of a collection without addresses.
      const isNowhere = response.status === 501 || (response.status === 404 && !(await holdsErrors(response)))
      return isNowhere ? errorAnswer(404, 'There is nothing at this address.') : response
    } catch (error) {
      if (error instanceof SyntaxError) return errorAnswer(400, 'This is not JSON.')
      throw error
    }
  }
}

/** Whether an answer says in the usual shape what is wrong. */
async function holdsErrors(response: Response): Promise<boolean> {
  const body: unknown = await response.clone().json().catch(() => undefined)
  return typeof body === 'object' && body !== null && 'errors' in body
}
