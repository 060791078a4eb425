import type { CollectionConfig, NumberField } from 'payload'
import { editors } from '../../src/access/editors'
import { nobody } from '../../src/access/nobody'
import { SHOWN_BY_NAME } from '../../src/fields/shownByName'
import { hint, named, oneAndMany, optionsOf } from '../../src/i18n/labels'
import type { Labels } from '../../src/i18n/labels/en'
import { slugs } from '../../src/options/slugs'

/** Runs of the import, one record each. */
export function Imports(): CollectionConfig<'imports'> {
  return {
    slug: 'imports',
    labels: oneAndMany('import', 'imports'),
    access: { create: nobody, delete: nobody, read: editors, update: nobody },
    admin: {
      group: named('administration'),
      useAsTitle: 'startedAt',
      description: hint('imports'),
      defaultColumns: ['startedAt', 'via', 'user', 'status', 'counts.created', 'counts.failed'],
      components: { beforeListTable: ['dateline/client#ImportCopy'] },
      hideAPIURL: true,
    },
    defaultSort: '-startedAt',
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'startedAt', type: 'date', label: named('startedAt'), required: true, index: true, admin: { date: { pickerAppearance: 'dayAndTime' } } },
          { name: 'finishedAt', type: 'date', label: named('finishedAt'), admin: { date: { pickerAppearance: 'dayAndTime' } } },
        ],
      },
      {
        name: 'counts',
        type: 'group',
        label: named('outcome'),
        fields: [
          {
            type: 'row',
            fields: [count('files', 'files'), count('created', 'created'), count('updated', 'updated'), count('skipped', 'skipped'), count('conflict', 'conflicts'), count('failed', 'failed'), count('withdrawn', 'withdrawnStories'), count('notWithdrawn', 'notWithdrawn')],
          },
        ],
      },
      {
        name: 'items',
        type: 'join',
        label: named('stories'),
        collection: 'import-items',
        on: 'run',
        admin: { allowCreate: false, defaultColumns: ['file', 'outcome', 'article', 'message'] },
      },
      {
        name: 'status',
        type: 'select',
        label: named('status'),
        required: true,
        options: optionsOf(['running', 'done']),
        admin: { position: 'sidebar' },
      },
      {
        name: 'via',
        type: 'select',
        label: named('through'),
        required: true,
        options: optionsOf(['command', 'http']),
        admin: { position: 'sidebar' },
      },
      { name: 'user', type: 'relationship', relationTo: slugs.users, label: named('by'), admin: { position: 'sidebar', components: SHOWN_BY_NAME } },
      { name: 'options', type: 'json', label: named('options'), admin: { position: 'sidebar' } },
    ],
  }
}

function count(name: string, label: keyof Labels['names']): NumberField {
  return { name, type: 'number', label: named(label), defaultValue: 0 }
}
