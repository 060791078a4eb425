import type { PayloadRequest } from 'payload'
import { slugs } from '../options/slugs'
import type { User } from '../payload-types'
import { hasRole } from '../articles/roles'
import type { Role } from '../articles/roles'

/** Who is signed in with a login of the newsroom's users: with a role in the newsroom or, in a project that has other users, without one. */
export function loginOf({ user }: Pick<PayloadRequest, 'user'>): User | undefined {
  return user?.collection === slugs.users ? user : undefined
}

/** Whether a program asks, with an API key. */
export function isProgram({ user }: Pick<PayloadRequest, 'user'>): boolean {
  return user?.collection === slugs.apiClients
}

/** Who is signed in at the desk: a user with a role in the newsroom, not a program with an API key. */
export function personOf({ user }: Pick<PayloadRequest, 'user'>): User | undefined {
  const login = loginOf({ user })
  return login && login.roles?.length > 0 ? login : undefined
}

/** Whether somebody with this role, or one that may do all of it, asks. */
export function asksAs(role: Role, req: Pick<PayloadRequest, 'user'>): boolean {
  return hasRole(personOf(req), role)
}

/** Whether somebody asks who is bound by what editors decide: a journalist, or a program with an API key. */
export function isBound(req: Pick<PayloadRequest, 'user'>): boolean {
  return Boolean(req.user) && !asksAs('editor', req)
}
