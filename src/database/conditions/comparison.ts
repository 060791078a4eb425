import type { BaseDatabaseAdapter, CollectionSlug, FlattenedField, Where } from 'payload'
import type { FieldAsked } from './fieldAsked'

/** Which documents are asked: those of a collection, their versions, or the newest versions that a join lists. */
export type Asked = { collection: CollectionSlug; fields: FlattenedField[]; of: 'documents' | 'newestVersions' | 'versions' }

/** One comparison of a query. */
export type Comparison = FieldAsked & { path: string; operator: string; value: unknown }

/** Puts comparisons so that the engine answers by the rules in `withConditions`. */
export type Engine = (comparison: Comparison, asked: Asked, req: Parameters<BaseDatabaseAdapter['find']>[0]['req']) => Promise<Where>

/** What holds of a document when no value of it does the other. */
export const OPPOSITES: Readonly<Record<string, string>> = { not_equals: 'equals', not_in: 'in', not_like: 'like' }
