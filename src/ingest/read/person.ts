import { htmlToText } from '../lexical'
import { splitNames, withoutAddresses } from '../house'

/** No line of names is longer. */
const MAX_LENGTH = 2_000

/** Agencies as they stand behind a name: "Jane Doe/Reuters". */
const AGENCIES: ReadonlySet<string> = new Set(
  'aap afp anp ansa ap bloomberg dpa efe ians interfax itar-tass jiji kcna kyodo lusa pa pti reuters ria ritzau sana tass tt upi xinhua yonhap'.split(' '),
)

export type PersonNames = { readonly names: string[]; readonly notes: string[] }

/**
 * The people that a line of a feed or a front matter names: without e-mail addresses, the "By" before them, the agency
 * behind a slash and the place behind "in". What was left out is noted.
 */
export function personNames(source: string): PersonNames {
  const notes: string[] = []
  const text = withoutAddresses(source.slice(0, MAX_LENGTH))
  const line = htmlToText(text).replaceAll('\n', ' ').trim()
  const names = splitNames(withoutBy(line)).flatMap((part) => withoutPlace(part, notes)).flatMap((part) => withoutAgency(part, notes))
  return { names: [...new Set(names)], notes }
}

function withoutBy(line: string): string {
  return /^by[ :]/i.test(line) ? line.slice(3).trimStart() : line
}

/** "Mary Smith in London" filed from there. */
function withoutPlace(name: string, notes: string[]): string[] {
  const at = name.indexOf(' in ')
  if (at <= 0 || !/^\p{Lu}/u.test(name.slice(at + 4))) return [name]
  notes.push(`A byline keeps the name alone, without the place: ${name.slice(0, 200)}`)
  return [name.slice(0, at)]
}

function withoutAgency(name: string, notes: string[]): string[] {
  const bracketed = /^(.+?) ?\(([^()]+)\)$/.exec(name)
  const isAgency = bracketed?.[2] !== undefined && AGENCIES.has(bracketed[2].toLowerCase())
  const parts = (isAgency ? [bracketed[1] ?? '', bracketed[2] ?? ''] : name.split('/')).map((part) => part.trim())
  const people = parts.filter((part) => part !== '' && !AGENCIES.has(part.toLowerCase()))
  if (parts.length === 1 || people.length === 0) return [name]
  if (people.length < parts.length) notes.push(`A byline keeps the name alone, without the agency: ${name.slice(0, 200)}`)
  return people
}
