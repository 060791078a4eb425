import type { CollectionConfig } from 'payload'
import { admins } from '../../src/access/admins'
import { nobody, nobodyField } from '../../src/access/nobody'
import { API_CLIENTS } from '../../src/apiKeys/key'
import { SCOPES } from '../../src/access/scopes'
import { apiKeyStrategy } from '../../src/apiKeys/strategy'
import { giveKey, showKey } from './hooks/giveKey'
import { refuseTokens } from './hooks/refuseTokens'
import { newKeyEndpoint } from './newKeyEndpoint'

/** Programs that may do more than the public, each with a key of its own. */
export const ApiClients: CollectionConfig<'api-clients'> = {
  slug: API_CLIENTS,
  labels: { singular: 'API client', plural: 'API clients' },
  access: { admin: () => false, create: admins, delete: admins, read: admins, unlock: nobody, update: admins },
  admin: {
    group: 'Administration',
    useAsTitle: 'name',
    description: 'Programs that may do more than the public. Each has a key, which is shown once, when it is made.',
    defaultColumns: ['name', 'scopes', 'expiresAt', 'disabled', 'lastUsedAt'],
    hideAPIURL: true,
  },
  auth: { disableLocalStrategy: true, strategies: [apiKeyStrategy] },
  defaultSort: 'name',
  endpoints: [newKeyEndpoint],
  fields: [
    { name: 'name', type: 'text', required: true, admin: { placeholder: 'Preview of the site' } },
    {
      name: 'key',
      type: 'text',
      virtual: true,
      access: { create: nobodyField, update: nobodyField },
      admin: { hidden: true },
    },
    { name: 'newKey', type: 'ui', admin: { components: { Field: '/src/admin/apiClients/NewKey#NewKey' } } },
    {
      name: 'keyHash',
      type: 'text',
      hidden: true,
      unique: true,
      access: { create: nobodyField, read: nobodyField, update: nobodyField },
    },
    {
      name: 'scopes',
      type: 'select',
      hasMany: true,
      options: [
        { label: 'Read drafts', value: SCOPES[0] },
        { label: 'Ingest', value: SCOPES[1] },
      ],
      admin: {
        position: 'sidebar',
        description: 'Read drafts: everything editors read of articles, authors, sections, tags and media. Ingest: send copy to /api/import. With none it reads what the public reads.',
      },
    },
    {
      name: 'expiresAt',
      type: 'date',
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' }, description: 'From then on it is answered 401. Left empty, it does not expire.' },
    },
    { name: 'disabled', type: 'checkbox', defaultValue: false, admin: { position: 'sidebar', description: 'It is answered 401.' } },
    {
      name: 'lastUsedAt',
      type: 'date',
      access: { create: nobodyField, update: nobodyField },
      admin: { position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' }, description: 'To the minute.' },
    },
  ],
  hooks: { beforeOperation: [refuseTokens], beforeChange: [giveKey], afterChange: [showKey] },
}
