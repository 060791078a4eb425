import { GraphQLError, parse, specifiedRules, validate } from 'graphql'
import type { DocumentNode, GraphQLSchema, Source, ValidationRule } from 'graphql'
import { LRUCache } from 'lru-cache'

/** Documents that are kept: a site has a few dozen. */
const MAX_DOCUMENTS = 500

/** A document with more characters than this is read again each time. */
const MAX_CHARACTERS = 16 * 1024

/** So many errors of a document are told. */
const MAX_ERRORS = 10

/** What graphql says last where it gave up: there were more errors than that, or too many fields to compare with each other. */
const GIVEN_UP: Readonly<Record<string, string>> = {
  'Too many validation errors, error limit reached. Validation aborted.': 'This query has further errors: mend these first.',
  'Validation aborted.': 'This query asks for the same fields too often to be checked: ask for each once, and use fewer fragments.',
}

/**
 * Documents that clients send again and again. What the schema says of one depends on its text alone, and takes longer
 * than many an answer: it is asked once. Rules that look at a request's variables are asked each time.
 */
export class KnownDocuments {
  readonly #documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS })
  readonly #valid = new WeakSet<DocumentNode>()

  /**
   * Reads a document, as `parse` of graphql does.
   *
   * @throws GraphQLError
   */
  readonly parse = (source: Source | string): DocumentNode => {
    const text = typeof source === 'string' ? source : source.body
    const known = this.#documents.get(text)
    if (known) return known
    const document = parse(source)
    if (text.length <= MAX_CHARACTERS) this.#documents.set(text, document)
    return document
  }

  /** What is wrong with a document, as `validate` of graphql says; the schema must be the same in every call. */
  readonly validate = (schema: GraphQLSchema, document: DocumentNode, rules: readonly ValidationRule[] = specifiedRules): readonly GraphQLError[] => {
    if (this.#valid.has(document)) return told(validate(schema, document, rules.filter((rule) => !specifiedRules.includes(rule)), { maxErrors: MAX_ERRORS }))
    const errors = told(validate(schema, document, rules, { maxErrors: MAX_ERRORS }))
    if (errors.length === 0) this.#valid.add(document)
    return errors
  }
}

/** The errors, the last of them in plain words. */
function told(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.map((error) => {
    const plain = Object.hasOwn(GIVEN_UP, error.message) ? GIVEN_UP[error.message] : undefined
    return plain === undefined ? error : new GraphQLError(plain)
  })
}
