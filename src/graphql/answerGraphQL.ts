import { configToSchema } from '@payloadcms/graphql'
import { createHandler } from 'graphql-http'
import { createPayloadRequest, headersWithCors, mergeHeaders } from 'payload'
import type { PayloadRequest, SanitizedConfig } from 'payload'
import { refuseQuery } from '../validation/graphql'
import type { GraphQLBody } from '../validation/graphql'
import { graphqlFault, STRANGERS_LIMITS } from '../validation/graphqlFault'
import { KnownDocuments } from './knownDocuments'
import { tellOfReadableOnly } from './readableOnly'
import { reportError } from './reportError'
import { refuseWith, variablesFault } from './variablesFault'

type Schema = ReturnType<typeof configToSchema>

/**
 * Answers GraphQL over HTTP on Payload's schema, as Payload's own handler does: reads and writes by the rules of the
 * collections, errors in its shape. It differs in two things: a document that was found valid is not validated again
 * ({@link KnownDocuments}), and variables of the wrong type are told as the client's mistake.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export function answerGraphQL(config: Promise<SanitizedConfig>): (request: Request, body: GraphQLBody) => Promise<Response> {
  const documents = new KnownDocuments()
  let schema: Promise<Schema> | undefined

  return async (request, body) => {
    schema ??= config.then(makeSchema)
    const [{ schema: types, validationRules }, req] = await Promise.all([schema, createPayloadRequest({ canSetHeaders: true, config, request })])
    const fault = req.user ? undefined : graphqlFault(body, STRANGERS_LIMITS)
    if (fault !== undefined) return refuseQuery(fault)
    req.data = body
    const headers: Record<string, string> = {}
    const handle = createHandler<undefined, undefined, { headers: Record<string, string>; req: PayloadRequest }>({
      context: { headers, req },
      onOperation: async (_request, _args, result) => {
        if (!result.errors) return result
        return { ...result, errors: await Promise.all(result.errors.map((error) => reportError(error, req))) }
      },
      parse: documents.parse,
      schema: types,
      validate: documents.validate,
      // Payload's own rules read the variables without a limit to what can be wrong with them.
      validationRules: (_request, args, specified) => {
        const fault = variablesFault(types, args)
        return [...specified, ...(fault ? [refuseWith(fault)] : validationRules(args))]
      },
    })
    const [text, { headers: given, status, statusText }] = await handle({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body,
      raw: undefined,
      context: undefined,
    })
    const answered = headersWithCors({ headers: new Headers({ ...given, ...headers }), req })
    return new Response(text, { headers: req.responseHeaders ? mergeHeaders(req.responseHeaders, answered) : answered, status, statusText })
  }
}

function makeSchema(config: SanitizedConfig): Schema {
  const made = configToSchema(config)
  tellOfReadableOnly(made.schema, config)
  return made
}
