import type { OptionObject } from 'payload'
import { ar } from './ar'
import { en } from './en'
import type { Labels } from './en'
import { es } from './es'
import { ko } from './ko'
import { ru } from './ru'
import { zh } from './zh'

/** What the model is called in each language of the admin UI. */
export const labels = { en, ar, es, ko, ru, zh }

type Language = keyof typeof labels

/** A text in every language, as Payload's config takes it. */
type InEveryLanguage = Record<Language, string>

/** What a collection, field, tab, block or group of the menu is called. Not a function: Payload calls those without a language in places. */
export function named(key: keyof Labels['names']): InEveryLanguage {
  return inEveryLanguage(({ names }) => names[key])
}

/** The same in one language; in English where that is none of ours. */
export function nameIn(language: string, key: keyof Labels['names']): string {
  return new Map(Object.entries(named(key))).get(language) ?? en.names[key]
}

/** What one and several of a kind are called. */
export function oneAndMany(one: keyof Labels['names'], many: keyof Labels['names']): { singular: InEveryLanguage; plural: InEveryLanguage } {
  return { singular: named(one), plural: named(many) }
}

/** What is said below a field or a title. The English goes into the generated types, too. */
export function hint(key: keyof Labels['hints']): InEveryLanguage {
  return inEveryLanguage(({ hints }) => hints[key])
}

/** What is in an empty field. */
export function placeholder(key: keyof Labels['placeholders']): InEveryLanguage {
  return inEveryLanguage(({ placeholders }) => placeholders[key])
}

/** Values that a select offers, by their names. */
export function optionsOf(values: readonly (keyof Labels['options'])[]): OptionObject[] {
  return values.map((value) => ({ value, label: inEveryLanguage(({ options }) => options[value]) }))
}

function inEveryLanguage(read: (labels: Labels) => string): InEveryLanguage {
  return { en: read(en), ar: read(ar), es: read(es), ko: read(ko), ru: read(ru), zh: read(zh) }
}
