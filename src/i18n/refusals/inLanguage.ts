import { texts } from './texts'

/** Messages that repeat what somebody sent may be of any length; no rule says so much. */
const LONGEST = 2000

const NAME = /\{(\w+)\}/g

/** What is said in each language. */
const sentences = new Map(Object.entries(texts).map(([english, said]) => [english, new Map<string, string>(Object.entries(said))]))

/** Those with names in braces, each with what finds what they stand for. */
const templates = [...sentences]
  .filter(([english]) => english.includes('{'))
  .map(([english, said]) => ({ pattern: new RegExp(`^${escaped(english).replaceAll(/\\\{(\w+)\\\}/g, '(?<$1>.+?)')}$`, 's'), said }))

/**
 * What a rule says, in another language of the admin UI; in English where that is not known.
 *
 * @param english the whole message, as the rule says it
 * @param language one that Payload knows, such as `ko`
 */
export function inLanguage(english: string, language: string): string {
  if (english.length > LONGEST) return english
  const whole = sentences.get(english)?.get(language)
  if (whole !== undefined) return whole
  for (const { pattern, said } of templates) {
    const groups = pattern.exec(english)?.groups
    const text = groups && said.get(language)
    if (text !== undefined) return text.replaceAll(NAME, (_, name: string) => part(groups?.[name] ?? '', language))
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
