import { getOperationAST, getVariableValues, GraphQLError } from 'graphql'
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql'

/** A message repeats the value that is wrong, however long that is. */
const MAX_MESSAGE = 500

type Asked = { document: DocumentNode; operationName?: string | null | undefined; variableValues?: unknown }

/** What is wrong with the variables of a request, or undefined; it stops at the first thing that is. */
export function variablesFault(schema: GraphQLSchema, { document, operationName, variableValues }: Asked): GraphQLError | undefined {
  const operation = getOperationAST(document, operationName)
  if (!operation?.variableDefinitions) return undefined
  const { errors } = getVariableValues(schema, operation.variableDefinitions, isRecord(variableValues) ? variableValues : {}, { maxErrors: 1 })
  const [first] = errors ?? []
  if (!first) return undefined
  const message = first.message.length > MAX_MESSAGE ? `${first.message.slice(0, MAX_MESSAGE)}…` : first.message
  return new GraphQLError(message, { nodes: first.nodes ?? null })
}

/** A rule that every document breaks. */
export function refuseWith(fault: GraphQLError): ValidationRule {
  return (context) => {
    context.reportError(fault)
    return {}
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
