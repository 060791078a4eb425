import type { ArticleDocument, AuthorDocument, BylineRole } from './types'
import { populated, text } from './values'

export type Signature = { author: AuthorDocument; role: BylineRole }

/** Who signs the article, in the order printed; an author that came as an id has no name to print. */
export function signatures({ bylines }: ArticleDocument): Signature[] {
  return (bylines ?? []).flatMap(({ author, role }) => {
    const person = populated(author)
    return person && text(person.name) ? { author: person, role } : []
  })
}

/** Roles whose people count as the article's authors: the first of these that any byline has. */
const AUTHORSHIP: readonly (readonly BylineRole[])[] = [['reporter'], ['contributor', 'photographer'], ['translator']]

/** Who wrote it: the reporters, or if there are none, everyone else but editors. An editor is not an author. */
export function creators(article: ArticleDocument): AuthorDocument[] {
  const signed = signatures(article)
  const roles = AUTHORSHIP.find((group) => signed.some(({ role }) => group.includes(role))) ?? []
  return withRoles(signed, roles)
}

/** Who signs in one of these roles, each person once. */
export function withRoles(signed: readonly Signature[], roles: readonly BylineRole[]): AuthorDocument[] {
  const people = signed.filter(({ role }) => roles.includes(role)).map(({ author }) => author)
  return [...new Map(people.map((person) => [person.id, person])).values()]
}
