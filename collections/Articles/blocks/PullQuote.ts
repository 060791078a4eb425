import type { Block } from 'payload'
import { oneLine } from '../../../src/fields/oneLine'
import { named, oneAndMany } from '../../../src/i18n/labels'

/** A sentence lifted out of the text, with whose it is. */
export const PullQuote: Block = {
  slug: 'pullQuote',
  interfaceName: 'PullQuoteBlock',
  labels: oneAndMany('pullQuote', 'pullQuotes'),
  fields: [
    { name: 'quote', type: 'textarea', label: named('quote'), required: true },
    { name: 'attribution', type: 'text', label: named('attribution'), hooks: { beforeChange: [oneLine] } },
  ],
}
