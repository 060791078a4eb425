import type { Tab } from 'payload'
import { editorsField } from '../../../src/access/editors'
import { hint, named, oneAndMany, optionsOf } from '../../../src/i18n/labels'
import { dayAndTime } from './dayAndTime'

const CORRECTION_KINDS = ['correction', 'clarification', 'update'] as const

export const corrections: Tab = {
  label: named('corrections'),
  description: hint('corrections'),
  fields: [
    {
      name: 'corrections',
      type: 'array',
      label: false,
      labels: oneAndMany('correction', 'corrections'),
      access: { create: editorsField, update: editorsField },
      admin: { components: { RowLabel: 'dateline/client#CorrectionLabel' } },
      hooks: { beforeDuplicate: [() => []] },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'kind',
              type: 'select',
              label: named('kind'),
              required: true,
              defaultValue: 'correction',
              options: optionsOf(CORRECTION_KINDS),
            },
            {
              name: 'correctedAt',
              type: 'date',
              label: named('correctedAt'),
              required: true,
              defaultValue: () => new Date().toISOString(),
              admin: { date: dayAndTime },
            },
          ],
        },
        { name: 'text', type: 'textarea', label: named('text'), required: true },
      ],
    },
  ],
}
