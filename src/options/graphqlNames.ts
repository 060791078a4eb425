import { formatNames, toWords } from 'payload'

/** What of a collection or a global its names in GraphQL are made of. */
export type Named = {
  slug: string
  graphQL?: false | { name?: string | undefined; pluralName?: string | undefined; singularName?: string | undefined } | undefined
}

/** What GraphQL calls one and several of a collection, as Payload makes these names; undefined where it has none. */
export function graphqlNames({ graphQL, slug }: Named): { one: string; many: string } | undefined {
  if (graphQL === false) return undefined
  if (graphQL?.name) return { one: graphQL.name, many: graphQL.name }
  const { plural, singular } = formatNames(slug)
  const one = graphQL?.singularName ? toWords(graphQL.singularName, true) : singular
  const many = graphQL?.pluralName ? toWords(graphQL.pluralName, true) : plural
  return { one, many: one === many ? `all${one}` : many }
}
