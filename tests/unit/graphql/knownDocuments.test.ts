import { buildSchema, GraphQLError, specifiedRules } from 'graphql'
import type { ValidationRule } from 'graphql'
import { expect, it } from 'vitest'
import { KnownDocuments } from '../../../src/graphql/knownDocuments'

const schema = buildSchema('type Query { slug: String, page(limit: Int): String }')

it('reads a document once', () => {
  const documents = new KnownDocuments()
  expect(documents.parse('{ slug }')).toBe(documents.parse('{ slug }'))
})

it('does not keep a document that is very long', () => {
  const documents = new KnownDocuments()
  const long = `{ slug }${' '.repeat(20_000)}`
  expect(documents.parse(long)).not.toBe(documents.parse(long))
})

it('says each time what is wrong with a document that is not valid', () => {
  const documents = new KnownDocuments()
  const messages = () => documents.validate(schema, documents.parse('{ nothing }')).map(({ message }) => message)
  expect(messages()).toEqual(['Cannot query field "nothing" on type "Query".'])
  expect(messages()).toEqual(['Cannot query field "nothing" on type "Query".'])
})

it('asks rules of our own each time, and those of the language until they are kept', () => {
  const documents = new KnownDocuments()
  const asked: string[] = []
  const rule = (fault: string | undefined): ValidationRule => (context) => {
    asked.push(fault ?? 'nothing')
    if (fault) context.reportError(new GraphQLError(fault))
    return {}
  }
  const messages = (fault?: string) =>
    documents.validate(schema, documents.parse('query ($n: Int) { page(limit: $n) }'), [...specifiedRules, rule(fault)]).map(({ message }) => message)
  expect([messages('too large'), messages(), messages('too large'), messages()]).toEqual([['too large'], [], ['too large'], []])
  expect(asked).toEqual(['too large', 'nothing', 'too large', 'nothing'])
})

it('refuses what cannot be read each time', () => {
  const documents = new KnownDocuments()
  expect(() => documents.parse('{')).toThrow('Syntax Error')
  expect(() => documents.parse('{')).toThrow('Syntax Error')
})
