import type { CollectionConfig, FieldHook } from 'payload'
import { admins, adminsField } from '../src/access/admins'
import { adminsOrSelf } from '../src/access/adminsOrSelf'
import { ROLES } from '../src/access/roles'

/** The first login of a newsroom is its administrator, whatever the request says. */
const firstUserIsAdmin: FieldHook = async ({ operation, req, value }) => {
  if (operation !== 'create') return value
  const { totalDocs } = await req.payload.count({ collection: 'users', overrideAccess: true, req })
  return totalDocs === 0 ? ['admin'] : value
}

/** Logins for the desk. */
export const Users: CollectionConfig<'users'> = {
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  access: {
    admin: ({ req }) => Boolean(req.user),
    create: admins,
    delete: admins,
    read: adminsOrSelf,
    unlock: admins,
    update: adminsOrSelf,
  },
  admin: {
    group: 'Administration',
    useAsTitle: 'name',
    description: 'Who may sign in to the desk, and as what.',
    defaultColumns: ['name', 'email', 'roles'],
    listSearchableFields: ['name', 'email'],
  },
  auth: {
    lockTime: 10 * 60 * 1000,
    maxLoginAttempts: 10,
    tokenExpiration: 12 * 60 * 60,
  },
  defaultPopulate: { name: true },
  defaultSort: 'name',
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['journalist'],
      saveToJWT: true,
      access: { create: adminsField, update: adminsField },
      hooks: { beforeChange: [firstUserIsAdmin] },
      options: [...ROLES].map((role) => ({ label: role.charAt(0).toUpperCase() + role.slice(1), value: role })),
      admin: { position: 'sidebar', description: 'Admins do everything, editors everything with content.' },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'authors',
      admin: { position: 'sidebar', description: 'The byline that is theirs.' },
    },
  ],
}
