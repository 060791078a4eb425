import { words } from '.'
import type { WordKey } from './useWords'

/** Our words in a language, for what is drawn on the server; English where it is none of ours. */
export function wordsIn(language: string): (key: WordKey, values?: Record<string, unknown>) => string {
  const own = Object.entries(words).find(([name]) => name === language)?.[1] ?? words.en
  return (key, values = {}) => {
    const [section = '', name = ''] = key.split(':')
    const found = new Map<string, Record<string, string>>(Object.entries(own)).get(section)?.[name] ?? key
    return Object.entries(values).reduce((text, [each, value]) => text.replaceAll(`{{${each}}}`, String(value)), found)
  }
}
