/** Whether a text is a language tag (BCP 47), such as `en` or `zh-Hant`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
