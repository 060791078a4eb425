import { fold, stripSlot, tidy } from './text'

/** What may follow a comma and still belong to the name before it. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/

/**
 * Splits the names of a credit line. Commas, semicolons, `&` and the word "and" part them; everything else is the
 * house's wording and stays ("CJ journalist" is one name). Blanks are tidied, empty slots and dashes standing for
 * nobody fall away, e-mail addresses are no part of a name, and a name printed twice counts once.
 *
 * @example splitNames('Ann Lee, CJ journalist and Bo & Cy') // ['Ann Lee', 'CJ journalist', 'Bo', 'Cy']
 */
export function splitNames(text: string): string[] {
  const names: string[] = []
  for (const part of splitAtSeparators(withoutAddresses(text))) {
    const name = tidy(stripSlot(part))
    const previous = names.at(-1)
    if (previous !== undefined && SUFFIX.test(name.toLowerCase())) names[names.length - 1] = `${previous}, ${name}`
    else if (/[\p{L}\p{N}]/u.test(name)) names.push(name)
  }
  return [...new Set(names)]
}

/** RSS asks for `mail (Name)`; others write `Name (mail)` and `Name <mail>`. A name with an address in it would show it to readers. */
export function withoutAddresses(text: string): string {
  if (!text.includes('@')) return text
  const words = text.replace(/[()<>[\]]/g, ' ').split(' ')
  return words.map((word) => (word.includes('@') ? word.replace(/[^,;&]+/g, '') : word)).join(' ').trim()
}

function splitAtSeparators(text: string): string[] {
  const folded = fold(text)
  const parts: string[] = []
  let start = 0
  for (const separator of folded.matchAll(/[,;&]| and(?= )/g)) {
    parts.push(text.slice(start, separator.index))
    start = separator.index + separator[0].length
  }
  parts.push(text.slice(start))
  return parts
}
