/** What {@link missingForPublication} looks at; a relation counts when it is there at all. */
export type Candidate = {
  headline?: string | null | undefined
  body?: unknown
  section?: unknown
  bylines?: readonly unknown[] | null | undefined
}

/** Something an article lacks: the field, and what to do about it. */
export type Lack = { field: string; message: string }

/** All that an article lacks to be published, in the order of the page. */
export function missingForPublication({ body, bylines, headline, section }: Candidate): Lack[] {
  const lacks: (Lack | false)[] = [
    !headline?.trim() && { field: 'headline', message: 'Write a headline.' },
    isEmptyBody(body) && { field: 'body', message: 'Write the body.' },
    !section && { field: 'section', message: 'Choose a section.' },
    !bylines?.length && { field: 'bylines', message: 'Add a byline.' },
  ]
  return lacks.filter((lack) => lack !== false)
}

/** A Lexical document without a single child says nothing. */
function isEmptyBody(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('root' in body)) return true
  const { root } = body
  return typeof root !== 'object' || root === null || !('children' in root) || !Array.isArray(root.children) || root.children.length === 0
}
