import { arCounts } from './ar'
import type { Counts } from './counts'
import { enCounts } from './en'
import { esCounts } from './es'
import { koCounts } from './ko'
import { ruCounts } from './ru'
import { zhCounts } from './zh'

const COUNTS: Readonly<Record<string, Counts>> = { ar: arCounts, en: enCounts, es: esCounts, ko: koCounts, ru: ruCounts, zh: zhCounts }

/** So many of something, in the language's own form for the number. Payload's translations know fewer forms than languages have. */
export function counted(what: keyof Counts, number: number, language: string): string {
  const forms = (COUNTS[language] ?? enCounts)[what]
  const form = forms[new Intl.PluralRules(language).select(number)] ?? forms.other
  return form.replace('{{number}}', number.toLocaleString(language))
}
