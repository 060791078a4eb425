/** The id a relation leads to, whether it holds the id or the document. */
export function idOf(relation: unknown): string | undefined {
  if (typeof relation === 'string') return relation
  // A project's own collections may have numbers.
  if (typeof relation === 'number') return String(relation)
  if (typeof relation === 'object' && relation !== null && 'id' in relation) return idOf(relation.id)
  return undefined
}
