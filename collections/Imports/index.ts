import type { CollectionConfig } from 'payload'
import { editors } from '../../src/access/editors'
import { nobody } from '../../src/access/nobody'

/** Runs of the import, one record each. */
export const Imports: CollectionConfig<'imports'> = {
  slug: 'imports',
  labels: { singular: 'Import', plural: 'Imports' },
  access: { create: nobody, delete: nobody, read: editors, update: nobody },
  admin: {
    group: 'Administration',
    useAsTitle: 'startedAt',
    description: 'What came in from files and agencies: when, through whom, and what became of each story.',
    defaultColumns: ['startedAt', 'via', 'user', 'status', 'counts.created', 'counts.failed'],
    hideAPIURL: true,
  },
  defaultSort: '-startedAt',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'startedAt', type: 'date', required: true, index: true, admin: { date: { pickerAppearance: 'dayAndTime' } } },
        { name: 'finishedAt', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } },
      ],
    },
    {
      name: 'counts',
      type: 'group',
      label: 'Outcome',
      fields: [
        {
          type: 'row',
          fields: ['files', 'created', 'updated', 'skipped', 'conflict', 'failed'].map((name) => ({
            name,
            type: 'number' as const,
            defaultValue: 0,
          })),
        },
      ],
    },
    {
      name: 'items',
      type: 'join',
      label: 'Stories',
      collection: 'import-items',
      on: 'run',
      admin: { allowCreate: false, defaultColumns: ['file', 'outcome', 'article', 'message'] },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      options: [
        { label: 'Running, or stopped before its end', value: 'running' },
        { label: 'Done', value: 'done' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'via',
      type: 'select',
      label: 'Through',
      required: true,
      options: [
        { label: 'Command line', value: 'command' },
        { label: 'HTTP', value: 'http' },
      ],
      admin: { position: 'sidebar' },
    },
    { name: 'user', type: 'relationship', relationTo: 'users', label: 'By', admin: { position: 'sidebar' } },
    { name: 'options', type: 'json', admin: { position: 'sidebar' } },
  ],
}
