import type { Tab } from 'payload'
import { hint, named } from '../../../src/i18n/labels'

export const share: Tab = {
  label: named('share'),
  description: hint('share'),
  fields: [{ name: 'share', type: 'ui', label: named('share'), admin: { components: { Field: 'dateline/client#ShareDraft' } } }],
}
