import type { Config, FlattenedField, SanitizedCollectionConfig } from 'payload'
import { isNewsrooms } from '../options/ofNewsroom'

/**
 * Payload plugin: a GraphQL mutation that makes a document of the newsroom may leave out what REST may: what has a default,
 * the slug, which is made from the name, and anything of what may be a draft. What is missing in the end, the same rules say.
 */
export function askNoMoreThanRest(config: Config): Config {
  const further = config.graphQL?.mutations
  return {
    ...config,
    graphQL: {
      ...config.graphQL,
      // Called when the inputs are made, and the schema is not yet.
      mutations: (graphQL, context) => {
        for (const { config: collection, graphQL: types } of Object.values(context.collections).filter(({ config }) => isNewsrooms(config))) {
          const input: unknown = types?.mutationInputType.ofType
          if (!graphQL.isInputObjectType(input)) continue
          const fields = input.getFields()
          for (const { name } of collection.flattenedFields.filter((field) => mayBeLeftOut(field, collection))) {
            const field = fields[name]
            if (field && graphQL.isNonNullType(field.type)) field.type = field.type.ofType
          }
        }
        return further?.(graphQL, context) ?? {}
      },
    },
  }
}

function mayBeLeftOut(field: FlattenedField, { versions }: SanitizedCollectionConfig): boolean {
  const hasDefault = 'defaultValue' in field && field.defaultValue !== undefined
  return hasDefault || field.name === 'slug' || Boolean(versions?.drafts)
}
