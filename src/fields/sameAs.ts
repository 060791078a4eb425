import type { TextField } from 'payload'

/** Addresses of pages that say who or what this is (schema.org `sameAs`). */
export function sameAsField(): TextField {
  return {
    name: 'sameAs',
    type: 'text',
    label: 'Same as',
    hasMany: true,
    validate: (value) => {
      const wrong = (value ?? []).find((address) => !isWebAddress(address))
      return wrong === undefined || `"${wrong}" is not a web address. Write it in full, such as https://www.wikidata.org/wiki/Q423.`
    },
    admin: { description: 'Web addresses that identify this person or thing: Wikidata, Wikipedia, a profile page.' },
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}
