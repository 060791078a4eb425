import type { TextField } from 'payload'
import { hint, named } from '../i18n/labels'

/** Addresses of pages that say who or what this is (schema.org `sameAs`). */
export function sameAsField(): TextField {
  return {
    name: 'sameAs',
    type: 'text',
    label: named('sameAs'),
    hasMany: true,
    validate: (value) => {
      const wrong = (value ?? []).find((address) => !isWebAddress(address))
      return wrong === undefined || `"${wrong}" is not a web address. Write it in full, such as https://www.wikidata.org/wiki/Q423.`
    },
    admin: { description: hint('sameAs') },
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}
