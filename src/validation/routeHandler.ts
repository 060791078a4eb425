import { logRefusal } from '../log'

/** A route of Next, or of Payload as Next is given it. */
export type RouteHandler<Context> = (request: Request, context: Context) => Promise<Response> | Response

/** What Next says of an address below `/api`: its segments. */
export type ApiContext = { params: Promise<{ slug?: string[] }> }

/** An error in the shape of Payload's own. */
export function errorAnswer(status: number, message: string): Response {
  return Response.json({ errors: [{ message }] }, { status })
}

/** The same for what a limit refuses, which is logged. */
export function limitAnswer(status: number, message: string): Response {
  logRefusal(status, message)
  return errorAnswer(status, message)
}
