import { describe, expect, it } from 'vitest'
import { readGraphQLBody, readGraphQLParams } from '../../../src/delivery/graphql'
import type { GraphQLReading } from '../../../src/delivery/graphql'
import { model } from './support/model'

function read(query: unknown, more: object = {}): GraphQLReading {
  return readGraphQLBody(JSON.stringify({ query, ...more }), model)
}

function query(text: string, more: object = {}): GraphQLReading & { kind: 'query' } {
  const reading = read(text, more)
  if (reading.kind !== 'query') throw new Error(`${text} is ${reading.kind}.`)
  return reading
}

describe('a query', () => {
  it('is the same however it is laid out, and whatever order its variables have', () => {
    expect(query('{ Articles { docs { slug } } }').key).toBe(query('query {\n Articles { docs { slug } } # all\n}').key)
    const text = 'query($a: Int, $b: Int) { Articles(limit: $a, page: $b) { totalDocs } }'
    expect(query(text, { variables: { a: 1, b: 2 } }).key).toBe(query(text, { variables: { b: 2, a: 1 } }).key)
  })

  it('may ask for what every object inherits, which no document has', () => {
    expect(query('{ Articles { docs { constructor } } }').tags).toEqual(['articles'])
  })

  it('is another with other variables or another operation', () => {
    const text = 'query A($a: Int) { Articles(limit: $a) { totalDocs } } query B { Tags { totalDocs } }'
    const keys = [
      query(text, { operationName: 'A', variables: { a: 1 } }),
      query(text, { operationName: 'A', variables: { a: 2 } }),
      query(text, { operationName: 'B' }),
    ].map(({ key }) => key)
    expect(new Set(keys).size).toBe(3)
  })

  it('shows the collections it names, through fragments too', () => {
    const text = '{ Articles { docs { ...Card } } } fragment Card on Article { section { name } bylines { author { name } } }'
    expect([...query(text).tags].sort()).toEqual(['articles', 'authors', 'sections'])
    expect(query('{ countArticles { totalDocs } }').tags).toEqual(['articles'])
    expect(query('{ Tag(id: "x") { name } }').tags).toEqual(['tags'])
  })

  it('shows everything where its filter looks across, or nobody knows', () => {
    expect(query('{ Articles(sort: "section.name") { totalDocs } }').tags).toEqual(model.collections)
    expect(query('{ Surprise { name } }').tags).toEqual(model.collections)
  })

  it('may come by GET', () => {
    const reading = readGraphQLParams([['query', 'query($n: Int) { Articles(limit: $n) { totalDocs } }'], ['variables', '{"n":1}']], model)
    expect(reading).toMatchObject({ kind: 'query', tags: ['articles'] })
  })
})

describe('not kept is', () => {
  it('a mutation', () => {
    expect(read('mutation { logoutUser }').kind).toBe('other')
    expect(read('query A { Tags { totalDocs } } mutation B { logoutUser }', { operationName: 'B' }).kind).toBe('other')
  })

  it.each([
    '{ __schema { types { name } } }',
    '{ Tags { docs { ... on Tag { name } } } __type(name: "Tag") { name } }',
    'subscription { Tags { totalDocs } }',
    '{ Articles(draft: true) { totalDocs } }',
    'query($d: Boolean) { Articles(draft: $d) { totalDocs } }',
    '{ Articles(trash: true) { totalDocs } }',
    '{ versionsArticles { totalDocs } }',
    '{ meUser { token } }',
    '{ Access { canAccessAdmin } }',
    'query A { Tags { totalDocs } } query B { Tags { totalDocs } }',
    '{ Articles {',
    '',
  ])('%s', (text) => {
    expect(read(text).kind).toBe('other')
  })

  it('what is no GraphQL request', () => {
    for (const text of ['', 'null', '[]', '"x"', '{"query":1}', '{"query":"{ Tags { totalDocs } }","variables":"x"}']) {
      expect(readGraphQLBody(text, model).kind).toBe('other')
    }
  })
})
