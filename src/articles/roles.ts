/** What a login may be; an admin may do all an editor may, an editor all a journalist may. */
export const ROLES = ['admin', 'editor', 'journalist'] as const

export type Role = (typeof ROLES)[number]

type Person = { roles?: readonly string[] | null } | null | undefined

/** Whether a person holds a role, or one that may do all of it. Nobody holds none. */
export function hasRole(person: Person, role: Role): boolean {
  const enough: readonly string[] = ROLES.slice(0, ROLES.indexOf(role) + 1)
  return person?.roles?.some((each) => enough.includes(each)) ?? false
}
