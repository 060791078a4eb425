import { ar } from './ar'
import { es } from './es'
import { ko } from './ko'
import { ru } from './ru'
import { SENTENCES } from './sentences'
import type { Sentences } from './sentences'
import { zh } from './zh'

const LANGUAGES = new Map<string, Sentences>(Object.entries({ ar, es, ko, ru, zh }))

/** Messages that repeat what somebody sent may be of any length; no rule says so much. */
const LONGEST = 2000

const NAME = /\{(\w+)\}/g

const sentences: ReadonlySet<string> = new Set(SENTENCES)

/** The sentences with names in braces, each with a pattern that finds what the names stand for. */
const templates = SENTENCES.filter((sentence) => sentence.includes('{')).map((sentence) => ({
  sentence,
  pattern: new RegExp(`^${escaped(sentence).replaceAll(/\\\{(\w+)\\\}/g, '(?<$1>.+?)')}$`, 's'),
}))

/**
 * What a rule says, in another language of the admin UI; in English where that is not known.
 *
 * @param english the whole message, as the rule says it
 * @param language one that Payload knows, such as `ko`
 */
export function inLanguage(english: string, language: string): string {
  if (english.length > LONGEST) return english
  const said = LANGUAGES.get(language)
  if (!said) return english
  if (isSentence(english)) return said[english]
  for (const { pattern, sentence } of templates) {
    const groups = pattern.exec(english)?.groups
    if (groups) return said[sentence].replaceAll(NAME, (_, name: string) => part(groups[name] ?? '', language))
  }
  return english
}

function isSentence(text: string): text is keyof Sentences {
  return sentences.has(text)
}

/** What a name stands for may be sentences of the same kind, with a semicolon between them. */
function part(english: string, language: string): string {
  return english
    .split('; ')
    .map((each) => inLanguage(each, language))
    .join('; ')
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
