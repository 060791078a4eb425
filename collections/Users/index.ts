import type { CollectionConfig } from 'payload'
import { admins, adminsField } from '../../src/access/admins'
import { adminsOrSelf } from '../../src/access/adminsOrSelf'
import { personOf } from '../../src/access/person'
import { ROLES } from '../../src/articles/roles'
import { hint, named, oneAndMany, optionsOf } from '../../src/i18n/labels'
import type { CurrentOptions } from '../../src/options/current'
import { slugs } from '../../src/options/slugs'
import { ACCOUNT_LOGINS } from '../../src/security/limits'
import { isHttps, originOf } from '../../src/security/settings'
import { createAuthor, linkAuthor } from './hooks/createAuthor'
import { dropWhenDeleted, dropWhenDemoted } from './hooks/dropTheirSchedules'
import { dropLocksWhenDemoted, dropTheirLocks } from './hooks/dropTheirLocks'
import { firstUserIsAdmin } from './hooks/firstUserIsAdmin'
import { guardFirstUser } from './hooks/guardFirstUser'
import { preventDeletingLastAdmin, preventLosingAllAdmins, preventLosingLastAdmin } from './hooks/preventLosingLastAdmin'
import { normalizePassword } from './hooks/normalizePassword'
import { refuseUnknownUnlock } from './hooks/refuseUnknownUnlock'
import { refuseWeakPassword } from './hooks/refuseWeakPassword'
import { refuseWithoutMail } from './hooks/refuseWithoutMail'
import { equalizeLoginCost } from './hooks/equalizeLoginCost'

const userHooks: CollectionConfig<'users'>['hooks'] = {
  afterChange: [linkAuthor, dropWhenDemoted, dropLocksWhenDemoted],
  afterDelete: [dropWhenDeleted],
  beforeChange: [preventLosingLastAdmin, createAuthor],
  beforeDelete: [preventDeletingLastAdmin, dropTheirLocks],
  beforeOperation: [preventLosingAllAdmins],
}

const access = { create: admins, delete: admins, read: adminsOrSelf, unlock: admins, update: adminsOrSelf }

/** What the newsroom does for logins whose sign-in is the project's own. */
export const forOwnUsers = { access, hooks: userHooks }

/** Logins for the desk. */
export function Users({ site }: CurrentOptions): CollectionConfig<'users'> {
  return {
    slug: slugs.users,
    labels: oneAndMany('user', 'users'),
    access: { ...access, admin: ({ req }) => personOf(req) !== undefined },
    admin: {
      group: named('administration'),
      useAsTitle: 'name',
      description: hint('users'),
      defaultColumns: ['name', 'email', 'roles'],
      listSearchableFields: ['name', 'email'],
    },
    auth: {
      // Lax: another site's page sends the cookie only when its visitor follows a link to us.
      cookies: { sameSite: 'Lax', secure: isHttps({ serverOrigin: originOf(site.serverUrl) }) },
      lockTime: ACCOUNT_LOGINS.seconds * 1000,
      maxLoginAttempts: ACCOUNT_LOGINS.times,
      tokenExpiration: 12 * 60 * 60,
    },
    defaultPopulate: { name: true },
    defaultSort: 'name',
    // One at a time, so that the last admin is seen to be the last.
    disableBulkDelete: true,
    disableBulkEdit: true,
    fields: [
      { name: 'name', type: 'text', label: named('name'), required: true },
      {
        name: 'roles',
        type: 'select',
        label: named('roles'),
        hasMany: true,
        required: true,
        defaultValue: ['journalist'],
        saveToJWT: true,
        access: { create: adminsField, update: adminsField },
        hooks: { beforeChange: [firstUserIsAdmin] },
        options: optionsOf(ROLES),
        admin: { position: 'sidebar', description: hint('roles') },
      },
      {
        name: 'author',
        type: 'relationship',
        label: named('author'),
        relationTo: slugs.authors,
        access: { create: adminsField, update: adminsField },
        admin: { position: 'sidebar', description: hint('author') },
      },
    ],
    hooks: {
      ...userHooks,
      beforeOperation: [preventLosingAllAdmins, guardFirstUser, refuseUnknownUnlock, refuseWithoutMail, normalizePassword, refuseWeakPassword, equalizeLoginCost],
    },
  }
}
