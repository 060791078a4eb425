import type { Tab } from 'payload'
import { editorsField } from '../../../src/access/editors'
import { ownArticlesField } from '../../../src/access/ownArticles'
import { MAX_ORIGINAL_CHARACTERS } from '../../../src/wire/save/original'
import { dayAndTime } from './option'

/** For those who work on the article; what it says was received, and is not rewritten. A copy has no source. */
const received = {
  access: { create: editorsField, read: ownArticlesField, update: editorsField },
  hooks: { beforeDuplicate: [() => null] },
}

export const source: Tab = {
  name: 'source',
  label: 'Source',
  access: { read: ownArticlesField },
  description: 'Where this article came from. Never shown to readers.',
  fields: [
    {
      type: 'row',
      fields: [
        {
          ...received,
          name: 'kind',
          type: 'select',
          defaultValue: 'staff',
          hooks: { beforeDuplicate: [() => 'staff'] },
          options: [
            { label: 'Staff', value: 'staff' },
            { label: 'Wire', value: 'wire' },
          ],
        },
        { ...received, name: 'provider', type: 'text', admin: { placeholder: 'The agency or system it came from' } },
      ],
    },
    { ...received, name: 'guid', type: 'text', label: 'Id at the source', index: true, admin: { readOnly: true } },
    {
      ...received,
      name: 'text',
      type: 'textarea',
      label: 'Original copy',
      maxLength: MAX_ORIGINAL_CHARACTERS,
      admin: { readOnly: true, rows: 12, description: 'As it came in, character for character.' },
    },
    {
      ...received,
      name: 'checksum',
      type: 'text',
      label: 'SHA-256 of the original',
      index: true,
      admin: { readOnly: true },
    },
    { ...received, name: 'encoding', type: 'text', label: 'Encoding of the original', admin: { readOnly: true } },
    // What it is called until an editor writes a headline, for copy that came without one.
    { ...received, name: 'workingHeadline', type: 'text', index: true, admin: { hidden: true } },
    { ...received, name: 'copyHash', type: 'text', index: true, admin: { hidden: true } },
    { ...received, name: 'importedAt', type: 'date', label: 'Imported', admin: { readOnly: true, date: dayAndTime } },
  ],
}
