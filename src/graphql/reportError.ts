import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import { logError } from 'payload'
import type { PayloadRequest } from 'payload'

const CLIENTS_MISTAKE = 400
const OUR_MISTAKE = 500

/**
 * An error of a GraphQL request as the client is told it, in the shape of Payload's own: its status, name and data under
 * `extensions`. What went wrong on our side is logged and not told. Hooks on errors have their say.
 */
export async function reportError(error: GraphQLError, req: PayloadRequest): Promise<GraphQLError> {
  const { payload } = req
  logError({ err: error, payload })
  const cause: Cause = error.originalError instanceof GraphQLError ? undefined : error.originalError
  // What graphql itself refuses, such as a variable of the wrong type, has no other cause.
  const statusCode = cause ? (cause.status ?? OUR_MISTAKE) : CLIENTS_MISTAKE
  let told: GraphQLFormattedError = {
    ...error.toJSON(),
    message: statusCode === OUR_MISTAKE && !payload.config.debug ? 'Something went wrong.' : error.message,
    extensions: { name: cause?.name, data: cause?.data, stack: payload.config.debug ? error.stack : undefined, statusCode },
  }
  for (const hook of payload.config.hooks.afterError ?? []) {
    told = (await hook({ context: req.context, error, graphqlResult: told, req }))?.graphqlResult ?? told
  }
  return new GraphQLError(told.message, { ...error, extensions: told.extensions, nodes: error.nodes, path: error.path, positions: error.positions, source: error.source })
}

/** Errors of Payload say with which status they are answered, and what belongs to them. */
type Cause = (Error & { data?: unknown; status?: number }) | undefined
