import type { Tab } from 'payload'
import { editorsField } from '../../../src/access/editors'
import { ownArticlesField } from '../../../src/access/ownArticles'
import { hint, named, optionsOf, placeholder } from '../../../src/i18n/labels'
import { MAX_ORIGINAL_CHARACTERS } from '../../../src/ingest/save/original'
import { dayAndTime } from './dayAndTime'

/** For those who work on the article; what it says was received, and is not rewritten. A copy has no source. */
const received = {
  access: { create: editorsField, read: ownArticlesField, update: editorsField },
  hooks: { beforeDuplicate: [() => null] },
}

export const source: Tab = {
  name: 'source',
  label: named('source'),
  access: { read: ownArticlesField },
  description: hint('source'),
  fields: [
    {
      type: 'row',
      fields: [
        {
          ...received,
          name: 'kind',
          type: 'select',
          label: named('kind'),
          defaultValue: 'staff',
          hooks: { beforeDuplicate: [() => 'staff'] },
          options: optionsOf(['staff', 'wire']),
        },
        { ...received, name: 'provider', type: 'text', label: named('provider'), admin: { placeholder: placeholder('provider') } },
      ],
    },
    { ...received, name: 'guid', type: 'text', label: named('idAtSource'), index: true, admin: { readOnly: true } },
    {
      ...received,
      name: 'text',
      type: 'textarea',
      label: named('originalCopy'),
      maxLength: MAX_ORIGINAL_CHARACTERS,
      admin: { readOnly: true, rows: 12, description: hint('originalCopy') },
    },
    {
      ...received,
      name: 'checksum',
      type: 'text',
      label: named('checksum'),
      index: true,
      admin: { readOnly: true },
    },
    { ...received, name: 'encoding', type: 'text', label: named('encoding'), admin: { readOnly: true } },
    // What it is called until an editor writes a headline, for copy that came without one.
    { ...received, name: 'workingHeadline', type: 'text', index: true, admin: { hidden: true } },
    { ...received, name: 'identity', type: 'text', index: true, admin: { hidden: true } },
    { ...received, name: 'version', type: 'text', admin: { hidden: true } },
    { ...received, name: 'versionAt', type: 'date', admin: { hidden: true } },
    // The API client that sent it.
    { ...received, name: 'sentBy', type: 'text', admin: { hidden: true } },
    { ...received, name: 'copyHash', type: 'text', index: true, admin: { hidden: true } },
    { ...received, name: 'importedAt', type: 'date', label: named('imported'), admin: { readOnly: true, date: dayAndTime } },
  ],
}
