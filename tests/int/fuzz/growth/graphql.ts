import { GRAPHQL_LIMITS } from '../../../../src/validation/graphqlFault'
import { account, COUNTS, EVERYBODY, LENGTHS, long, many, STRANGER, wrapped } from './parts'
import type { Ground, Part, Sent } from './parts'

const { aliases, depth, fields, nesting, roots } = GRAPHQL_LIMITS
const asked = (query: string, variables?: string): Sent => ({ method: 'POST', path: '/api/graphql', headers: { 'Content-Type': 'application/json' }, body: `{"query":${JSON.stringify(query)}${variables === undefined ? '' : `,"variables":${variables}`}}` })
const CARD = 'docs { id headline slug section { name } bylines { author { name } } tags { name } }'

const graphql: Part[] = Object.entries<[sizes: readonly number[], query: (size: number, ground: Ground) => Sent]>({
  aliases: [[1, aliases, aliases + 1, 1_500], (size) => asked(`{ Articles { docs { ${many(size, (index) => `a${index}: headline`, ' ')} } } }`)],
  roots: [[1, roots, roots + 1, 1_000], (size) => asked(`{ ${many(size, (index) => `a${index}: Articles(limit: 10) { totalDocs }`, ' ')} }`)],
  'roots with cards': [[1, 5, 10, roots], (size) => asked(`{ ${many(size, (index) => `a${index}: Articles(limit: 100) { ${CARD} }`, ' ')} }`)],
  'pages of cards': [[1, 10, 100, 1_000], (size) => asked(`{ Articles(limit: ${size}) { ${CARD} } }`)],
  'roots that search': [[1, 10, roots], (size) => asked(`{ ${many(size, (index) => `a${index}: Articles(limit: 100, where: { search: { like: "th" } }) { totalDocs docs { id headline } }`, ' ')} }`)],
  'roots that count': [[1, 10, roots], (size) => asked(`{ ${many(size, (index) => `a${index}: countArticles(where: { headline: { like: "a${index}" } }) { totalDocs }`, ' ')} }`)],
  'roots with conditions': [[1, 10, roots], (size) => asked(`{ ${many(size, (index) => `a${index}: Articles(where: { OR: [${many(90, (each) => `{ headline: { like: "a${each}" } }`, ', ')}] }) { totalDocs }`, ' ')} }`)],
  'roots with conditions in a variable': [[1, 10, roots], (size) => asked(`query ($w: Article_where) { ${many(size, (index) => `a${index}: Articles(where: $w) { totalDocs }`, ' ')} }`, `{"w":{"OR":[${many(99, (each) => `{"headline":{"like":"a${each}"}}`, ',')}]}}`)],
  'roots with searches in a variable': [[1, 10, roots], (size) => asked(`query ($w: Article_where) { ${many(size, (index) => `a${index}: Articles(where: $w) { totalDocs }`, ' ')} }`, `{"w":{"OR":[${many(99, () => '{"search":{"like":"th"}}', ',')}]}}`)],
  'authors with articles': [[1, 10, 100], (size) => asked(`{ Authors(limit: ${size}) { docs { name articles(limit: 10) { docs { headline } } } } }`)],
  related: [[1, depth - 3, depth, 400], (size) => asked(`{ Articles { docs ${wrapped(size, '{ related ', '{ id }', ' }')} } }`)],
  'related of a page': [[1, depth - 3], (size) => asked(`{ Articles(limit: 100) { docs ${wrapped(size, '{ related ', '{ id }', ' }')} } }`)],
  'fields again and again': [[10, fields, 4_000], (size) => asked(`{ Articles { docs { ${'headline '.repeat(size)} } } }`)],
  'fields again and again with arguments': [[10, 300, 700], (size) => asked(`{ ${'Articles(limit: 1) { docs { id } } '.repeat(size)} }`)],
  'selections that merge': [[10, 100, 490], (size) => asked(`{ Articles { docs { ${'section { name } '.repeat(size)} } } }`)],
  fragments: [[5, 100, 700], (size) => asked(`{ Articles { docs { ...F0 } } } ${many(size, (index) => `fragment F${index} on Article { id ...F${index + 1} }`, ' ')} fragment F${size} on Article { id }`)],
  'fragments twice each': [[5, 20, 400], (size) => asked(`{ Articles { docs { ...F0 } } } ${many(size, (index) => `fragment F${index} on Article { ...F${index + 1} ...F${index + 1} }`, ' ')} fragment F${size} on Article { id }`)],
  'fragments spread again and again': [[10, 1_000, 1_600], (size) => asked(`{ Articles { docs { ${'...F '.repeat(size)} } } } fragment F on Article { id headline }`)],
  'fragments nobody asks for': [[10, 400, 700], (size) => asked(`{ Articles { docs { id } } } ${many(size, (index) => `fragment F${index} on Article { id }`, ' ')}`)],
  'inline fragments': [[10, 800, 1_200], (size) => asked(`{ Articles { docs { ${'... on Article { id } '.repeat(size)} } } }`)],
  'inline fragments inside each other': [[10, 500, 1_200], (size) => asked(`{ Articles { docs { ${wrapped(size, '... on Article { ', 'id', ' }')} } } }`)],
  'inline fragments with fields that merge': [[10, 200, 390], (size) => asked(`{ Articles { docs { ${'... on Article { section { name } } '.repeat(size)} } } }`)],
  directives: [[1, 30, 31, 900], (size) => asked(`{ Articles { docs { id ${'@include(if: true) '.repeat(size)} } } }`)],
  'unknown directives': [[1, 30, 31, 2_000], (size) => asked(`{ Articles { docs { id ${'@a '.repeat(size)} } } }`)],
  operations: [[1, 100, 900], (size) => asked(many(size, (index) => `query Q${index} { __typename }`, ' '))],
  variables: [[1, 100, 1_200], (size) => asked(`query (${many(size, (index) => `$v${index}: Int`, ' ')}) { __typename }`)],
  'a variable with a long text': [LENGTHS, (size) => asked('query ($v: String) { Articles(sort: $v) { totalDocs } }', `{"v":"${long('a,', size)}"}`)],
  'variables nobody asks for': [[10, 10_000, 100_000], (size) => asked('{ Articles { totalDocs } }', `{${many(size, (index) => `"v${index}":1`, ',')}}`)],
  'a variable that is deep': [[10, nesting, 10_000], (size) => asked('query ($v: Article_where) { Articles(where: $v) { totalDocs } }', `{"v":${wrapped(size, '{"AND":[', '{}', ']}')}}`)],
  'a variable that is wide': [COUNTS, (size) => asked('query ($v: Article_where) { Articles(where: $v) { totalDocs } }', `{"v":{"OR":[${many(size, (index) => `{"slug":{"equals":"a${index}"}}`, ',')}]}}`)],
  'a variable of unknown fields': [[10, 1_000, 10_000], (size) => asked('query ($v: Article_where) { Articles(where: $v) { totalDocs } }', `{"v":{${many(size, (index) => `"headlin${index}":1`, ',')}}}`)],
  'variables of the wrong type': [[10, 1_000, 15_000], (size) => asked('query ($v: [Int!]) { Articles(limit: $v) { totalDocs } }', `{"v":[${many(size, () => '"a"', ',')}]}`)],
  'a list in a variable': [[10, 999, 20_000], (size) => asked('query ($v: [String]) { Articles(where: { slug: { in: $v } }) { totalDocs } }', `{"v":[${many(size, (index) => `"a${index}"`, ',')}]}`)],
  'a text': [LENGTHS, (size) => asked(`{ Articles(where: { slug: { equals: "${long('a', size)}" } }) { totalDocs } }`)],
  'a block text': [LENGTHS, (size) => asked(`{ Articles(where: { slug: { equals: """${long(' \n', size)}""" } }) { totalDocs } }`)],
  'a comment': [LENGTHS, (size) => asked(`{ Articles { totalDocs } } #${long('a', size)}`)],
  'what nobody reads': [LENGTHS, (size) => asked(`{ Articles { totalDocs } }${long(' ,\n', size)}`)],
  'a name': [LENGTHS, (size) => asked(`{ ${long('a', size)} }`)],
  'names that nobody knows': [[1, 20, 1_000], (size) => asked(`{ Articles { docs { ${many(size, (index) => `headlinee${index}`, ' ')} } } }`)],
  'arguments that nobody knows': [[1, 100, 1_200], (size) => asked(`{ Articles(${many(size, (index) => `limitt${index}: 1`, ' ')}) { totalDocs } }`)],
  'fields of an object that nobody knows': [[1, 100, 1_200], (size) => asked(`{ Articles(where: { ${many(size, (index) => `headlinee${index}: 1`, ' ')} }) { totalDocs } }`)],
  'types that nobody knows': [[1, 100, 1_200], (size) => asked(`query (${many(size, (index) => `$v${index}: Articlee${index}`, ' ')}) { __typename }`)],
  'fragments on types that nobody knows': [[1, 100, 700], (size) => asked(`{ __typename } ${many(size, (index) => `fragment F${index} on Articlee${index} { id }`, ' ')}`)],
  'a literal list': [[10, 999, 1_200], (size) => asked(`{ Articles(where: { slug: { in: [${many(size, (index) => `"a${index}"`, ' ')}] } }) { totalDocs } }`)],
  'literals inside each other': [[10, nesting, nesting + 1, 1_000], (size) => asked(`{ Articles(where: ${wrapped(size, '{ AND: [', '', '] }')}) { totalDocs } }`)],
  'braces': [[100, 4_000, 60_000], (size) => asked('{'.repeat(size))],
  'introspection': [[1, 10], (size) => asked(`{ __schema { types { ${'fields { type { name } } '.repeat(size)} } } }`)],
  'what is no JSON': [LENGTHS, (size) => ({ ...asked('{ __typename }'), body: long('[', size) })],
  'access': [[1, 10, 20], (size) => asked(`{ ${many(size, (index) => `a${index}: Access { canAccessAdmin }`, ' ')} }`)],
  'access to everything': [[1], () => asked('{ Access { articles { create { permission } fields { headline { read { permission } } } } } }')],
  'a mutation': [[1, 10, 20], (size) => asked(`mutation { ${many(size, (index) => `a${index}: createTag(data: { name: "a${index}", kind: subject }) { id }`, ' ')} }`)],
  'logins': [[1, 10, 20], (size) => asked(`mutation { ${many(size, (index) => `a${index}: loginUser(email: "${account()}", password: "a") { token }`, ' ')} }`)],
  'forgotten passwords': [[1, 10, 20], (size) => asked(`mutation { ${many(size, (index) => `a${index}: forgotPasswordUser(email: "${account()}")`, ' ')} }`)],
}).map(([name, [sizes, grow]]) => ({ name: `graphql: ${name}`, who: EVERYBODY, sizes, grow }))

const inAddress: Part[] = [
  { name: 'graphql in an address: fields', who: STRANGER, sizes: [10, 1_000], grow: (size) => ({ path: `/api/graphql?query=${encodeURIComponent(`{ Articles { docs { ${'id '.repeat(size)} } } }`)}` }) },
  { name: 'graphql in an address: variables', who: STRANGER, sizes: [10, 1_000, 5_000], grow: (size) => ({ path: `/api/graphql?query={__typename}&variables=${encodeURIComponent(wrapped(size, '[', '', ']'))}` }) },
]

/** What grows in GraphQL requests. */
export const GRAPHQL: readonly Part[] = [...graphql, ...inAddress]
