import type { Tab } from 'payload'
import { editorsField } from '../../../src/access/editors'
import { dayAndTime, option } from './option'

export const CORRECTION_KINDS = ['correction', 'clarification', 'update'] as const

export const corrections: Tab = {
  label: 'Corrections',
  description: 'What was put right after publication. Readers see this with the article.',
  fields: [
    {
      name: 'corrections',
      type: 'array',
      label: false,
      labels: { singular: 'Correction', plural: 'Corrections' },
      access: { create: editorsField, update: editorsField },
      admin: { components: { RowLabel: '/src/admin/article/CorrectionLabel#CorrectionLabel' } },
      hooks: { beforeDuplicate: [() => []] },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'kind',
              type: 'select',
              required: true,
              defaultValue: 'correction',
              options: [...CORRECTION_KINDS].map(option),
            },
            {
              name: 'correctedAt',
              type: 'date',
              required: true,
              defaultValue: () => new Date().toISOString(),
              admin: { date: dayAndTime },
            },
          ],
        },
        { name: 'text', type: 'textarea', required: true },
      ],
    },
  ],
}
