/** What a login may be; an admin may do all an editor may, an editor all a journalist may. */
export const ROLES = ['admin', 'editor', 'journalist'] as const

export type Role = (typeof ROLES)[number]

type Person = { roles?: readonly string[] | null } | null | undefined

/** Whether a person holds a role. Nobody holds none. */
export function hasRole(person: Person, role: Role): boolean {
  return person?.roles?.includes(role) ?? false
}
