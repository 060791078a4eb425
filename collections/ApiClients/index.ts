import type { CollectionConfig } from 'payload'
import { admins } from '../../src/access/admins'
import { nobody, nobodyField } from '../../src/access/nobody'
import { hint, named, oneAndMany, optionsOf, placeholder } from '../../src/i18n/labels'
import { SCOPES } from '../../src/access/scopes'
import { slugs } from '../../src/options/slugs'
import { apiKeyStrategy } from '../../src/security/apiKeys/strategy'
import { giveKey, showKey } from './hooks/giveKey'
import { refuseTokens } from './hooks/refuseTokens'
import { newKeyEndpoint } from './newKeyEndpoint'

/** Programs that may do more than the public, each with a key of its own. */
export function ApiClients(): CollectionConfig<'api-clients'> {
  return {
    slug: slugs.apiClients,
    labels: oneAndMany('apiClient', 'apiClients'),
    access: { admin: () => false, create: admins, delete: admins, read: admins, unlock: nobody, update: admins },
    admin: {
      group: named('administration'),
      useAsTitle: 'name',
      description: hint('apiClients'),
      defaultColumns: ['name', 'scopes', 'expiresAt', 'disabled', 'lastUsedAt'],
      hideAPIURL: true,
    },
    auth: { disableLocalStrategy: true, strategies: [apiKeyStrategy] },
    defaultSort: 'name',
    endpoints: [newKeyEndpoint],
    fields: [
      { name: 'name', type: 'text', label: named('name'), required: true, admin: { placeholder: placeholder('apiClient') } },
      {
        name: 'key',
        type: 'text',
        virtual: true,
        access: { create: nobodyField, update: nobodyField },
        admin: { hidden: true },
      },
      { name: 'newKey', type: 'ui', label: named('newKey'), admin: { components: { Field: 'dateline/client#NewKey' } } },
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
        label: named('scopes'),
        hasMany: true,
        options: optionsOf(SCOPES),
        admin: {
          position: 'sidebar',
          description: hint('scopes'),
        },
      },
      {
        name: 'expiresAt',
        type: 'date',
        label: named('expiresAt'),
        admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' }, description: hint('expiresAt') },
      },
      { name: 'disabled', type: 'checkbox', label: named('disabled'), defaultValue: false, admin: { position: 'sidebar', description: hint('disabled') } },
      {
        name: 'lastUsedAt',
        type: 'date',
        label: named('lastUsedAt'),
        access: { create: nobodyField, update: nobodyField },
        admin: { position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' }, description: hint('lastUsedAt') },
      },
    ],
    hooks: { beforeOperation: [refuseTokens], beforeChange: [giveKey], afterChange: [showKey] },
  }
}
