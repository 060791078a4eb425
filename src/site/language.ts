/** Scripts that are written from right to left (Unicode, UAX 9). */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** Which way a language is written, by its usual script: `ar`, `ur` and `he` from right to left, `az` not, `az-Arab` too. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/** The first of some BCP 47 tags that is one: what an import or a draft has may be none. */
export function languageOf(...tags: (string | null | undefined)[]): string {
  return tags.find((tag) => tag && isLanguage(tag)) ?? 'en'
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
