import { texts } from './texts'

/** A sentence with names in braces, as something that finds what they stand for. */
type Pattern = { pattern: RegExp; said: Readonly<Record<string, string>> }

const NAME = /\{(\w+)\}/g

const patterns: readonly Pattern[] = Object.entries(texts)
  .filter(([english]) => english.includes('{'))
  .map(([english, said]) => ({ pattern: new RegExp(`^${escaped(english).replaceAll(/\\\{(\w+)\\\}/g, '(?<$1>.+?)')}$`, 's'), said }))

/**
 * What a rule says, in another language of the admin UI; in English where that is not known.
 *
 * @param english the whole message, as the rule says it
 * @param language one that Payload knows, such as `ko`
 */
export function inLanguage(english: string, language: string): string {
  const said = new Map(Object.entries(texts[english] ?? {})).get(language)
  if (said !== undefined) return said
  for (const { pattern, said: template } of patterns) {
    const found = pattern.exec(english)
    const text = template[language]
    if (!found || text === undefined) continue
    const { groups = {} } = found
    return text.replaceAll(NAME, (_, name: string) => part(groups[name] ?? '', language))
  }
  return english
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
