import type { CollectionConfig } from 'payload'
import { nobodyField } from '../../src/access/nobody'
import { mayCreateShareLinks, mayDeleteShareLinks, mayReadShareLinks, mayUpdateShareLinks } from '../../src/access/shareLinks'
import { oneAndMany } from '../../src/i18n/labels'
import { createdByField } from '../../src/fields/createdBy'
import { slugs } from '../../src/options/slugs'
import { restrictToOwnDrafts } from './hooks/restrictToOwnDrafts'
import { mintToken, tellAddress } from './hooks/mintToken'
import { stayRevoked } from './hooks/stayRevoked'

/** For how long a link works, in days: unless something else is asked for, and at most. */
const USUAL_DAYS = 7
const MAX_DAYS = 90

/** Links by which somebody without a login sees a draft, until they expire or are revoked. */
export function ShareLinks(): CollectionConfig<'share-links'> {
  return {
    slug: 'share-links',
    labels: oneAndMany('shareLink', 'shareLinks'),
    access: { create: mayCreateShareLinks, delete: mayDeleteShareLinks, read: mayReadShareLinks, update: mayUpdateShareLinks },
    // They are made, seen and revoked on the article, under Share: the address is told once, and a form would not show it.
    admin: { hidden: true },
    defaultSort: '-createdAt',
    disableDuplicate: true,
    lockDocuments: false,
    fields: [
      { name: 'article', type: 'relationship', relationTo: slugs.articles, required: true, index: true, access: { update: nobodyField } },
      {
        name: 'expiresAt',
        type: 'date',
        required: true,
        defaultValue: () => daysFromNow(USUAL_DAYS).toISOString(),
        validate: (value: Date | string | null | undefined, { previousValue }: { previousValue?: unknown }) => {
          if (!value) return 'Say until when the link works.'
          if (value === previousValue) return true
          const moment = new Date(value).getTime()
          const isSoon = moment > Date.now() && moment <= daysFromNow(MAX_DAYS).getTime()
          return isSoon || `The link must end between now and ${MAX_DAYS} days from now.`
        },
        admin: { date: { pickerAppearance: 'dayAndTime' } },
      },
      { name: 'revoked', type: 'checkbox', defaultValue: false, admin: { description: 'The link shows nothing any more.' } },
      {
        name: 'url',
        type: 'text',
        label: 'Address',
        virtual: true,
        access: { create: nobodyField, update: nobodyField },
        admin: { hidden: true, description: 'Told once, in the answer to the person who makes the link.' },
      },
      {
        name: 'tokenHash',
        type: 'text',
        unique: true,
        index: true,
        hidden: true,
        access: { create: nobodyField, read: nobodyField, update: nobodyField },
      },
      createdByField(),
    ],
    hooks: { afterChange: [tellAddress], beforeChange: [mintToken, stayRevoked], beforeValidate: [restrictToOwnDrafts] },
  }
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000)
}
