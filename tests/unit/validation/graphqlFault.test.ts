import fc from 'fast-check'
import { getIntrospectionQuery } from 'graphql'
import { describe, expect, it } from 'vitest'
import { GRAPHQL_LIMITS, graphqlFault } from '../../../src/validation/graphqlFault'

const many = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join(' ')
const nested = (depth: number) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`

/** Each fragment spreads the next one ten times: written out, 10^count fields. */
const exploding = (count: number) =>
  `{ ...F0 } ${many(count, (n) => `fragment F${n} on Q { ${many(10, () => `...F${n + 1}`)} }`)} fragment F${count} on Q { a }`

describe('what a site asks is let through', () => {
  it.each([
    ['a front page', '{ Articles(limit: 10, sort: "-publishedAt") { totalDocs docs { headline slug section { name } bylines { role author { name } } } } }'],
    ['everything of a hundred articles', `{ Articles(limit: 100) { docs { ${many(80, (n) => `field${n}`)} } } }`],
    ['the texts of a hundred articles', '{ Articles(limit: 100) { docs { id slug headline body } } }'],
    ['authors with their articles', '{ Authors { docs { name role articles { docs { headline } } } } }'],
    ['the schema', getIntrospectionQuery()],
    ['the deepest that is read', nested(GRAPHQL_LIMITS.depth)],
    ['a page whose size is a variable', 'query ($n: Int) { Articles(limit: $n) { docs { slug } } }', { n: 3 }],
  ])('%s', (_what, query, variables: object | undefined = undefined) => {
    expect(graphqlFault({ query, variables })).toBeUndefined()
  })
})

describe('what the measure of complexity would fail on is refused by name', () => {
  it.each([
    ['a subscription', 'subscription { x }', /nothing to subscribe to/],
    ['a condition that is a text', '{ Articles { docs { id @skip(if: "x") } } }', /@skip needs a condition that is true or false/],
    ['no condition', '{ Articles { docs { id @include } } }', /@include needs a condition/],
    ['a condition that is not given', 'query ($v: Boolean) { Articles @skip(if: $v) { totalDocs } }', /@skip needs a condition/],
    ['a condition that is given as a text', 'query ($v: Boolean) { Articles @skip(if: $v) { totalDocs } }', /@skip needs a condition/, { v: 'x' }],
  ])('%s', (_what, query, reason, variables: object | undefined = undefined) => {
    expect(graphqlFault({ query, variables })).toMatch(reason)
  })

  it.each([
    ['true', '{ Articles @include(if: true) { totalDocs } }'],
    ['a variable', 'query ($v: Boolean!) { Articles @skip(if: $v) { totalDocs } }', { v: false }],
    ['a variable with a default', 'query ($v: Boolean = true) { Articles @skip(if: $v) { totalDocs } }'],
  ])('but not %s', (_what, query, variables: object | undefined = undefined) => {
    expect(graphqlFault({ query, variables })).toBeUndefined()
  })
})

describe('what would cost too much is refused by name', () => {
  it.each([
    ['too deep', nested(GRAPHQL_LIMITS.depth + 1), /too deep: at most 12/],
    ['very much too deep', nested(1_200), /too deep/],
    ['deep through fragments', `{ ...A } fragment A on Q ${nested(9).replace('{ a }', '{ ...B }')} fragment B on Q ${nested(9)}`, /too deep/],
    ['ten thousand aliases', `{ ${many(10_000, (n) => `a${n}: x`)} }`, /too long: send at most 5000 tokens/],
    ['a hundred aliases', `{ ${many(100, (n) => `a${n}: x`)} }`, /too many aliases: at most 30/],
    ['aliases in fragments', `{ ...F } fragment F on Q { ${many(31, (n) => `a${n}: x`)} }`, /too many aliases/],
    ['directives', `{ a ${many(31, () => '@skip(if: false)')} }`, /too many directives/],
    ['directives on an operation', `query ${many(31, () => '@x')} { a }`, /too many directives/],
    ['texts under other names', `{ Articles(limit: 100) { docs { ${many(20, (n) => `a${n}: body`)} } } }`, /asks for too much/],
    ['texts of many pages', `{ ${many(5, (n) => `a${n}: Articles(limit: 100) { docs { body } }`)} }`, /asks for too much/],
    ['many questions', `{ ${many(21, (n) => `field${n}`)} }`, /at most 20 fields stand at the top/],
    ['many operations', many(21, (n) => `query Q${n} { a }`), /at most 20/],
    ['a fragment that contains itself', '{ ...A } fragment A on Q { a { ...B } } fragment B on Q { b { ...A } }', /contains itself/],
    ['a fragment that nobody uses and contains itself', '{ a } fragment A on Q { ...A }', /contains itself/],
    ['fragments that explode', exploding(30), /too many fields/],
    ['pages in pages', '{ Authors(limit: 100) { docs { articles(limit: 100) { docs { headline slug } } } } }', /asks for too much/],
    ['pages of unknown size in pages', 'query ($n: Int) { Authors(limit: $n) { docs { articles(limit: $n) { docs { headline slug } } } } }', /asks for too much/],
    ['what is no GraphQL', '{ a', /^Syntax Error/],
  ])('%s', (_what, query, fault) => {
    expect(graphqlFault({ query })).toMatch(fault)
  })
})

it('never throws, and always ends', () => {
  const piece = fc.constantFrom('{', '}', '(', ')', 'a', ':', '...', 'fragment A on Q', '...A', 'query', '$n', 'limit: 9', '@x', '"', '\u0000', '🙂')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.anything(), (pieces, variables) => {
      const fault = graphqlFault({ query: pieces.join(' '), variables })
      expect(typeof fault === 'string' || fault === undefined).toBe(true)
    }),
  )
})
