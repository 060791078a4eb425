import fc from 'fast-check'
import type { HouseCopy } from '../../../../src/ingest/house'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const

/** Words that mean more than themselves where a line begins with them, or between names. */
const SPEAKING = ['and', 'cancel', 'embargo', 'embargoed', 'hfr', 'hold', 'kill', 'killed', 'recall', 'retract', 'withdraw', 'withdrawn']
const lower = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 9 }).filter((word) => !SPEAKING.includes(word))
const word = fc.oneof(lower, lower.map((text) => text.charAt(0).toUpperCase() + text.slice(1)), fc.constantFrom('Peña', 'Jean-Luc', "O'Hara", 'CJ'))
const words = (maxLength: number) => fc.array(word, { minLength: 1, maxLength }).map((list) => list.join(' '))
const name = words(3).filter((text) => !/\bsection$/i.test(text) && !/^(?:jr|sr|ii|iii|iv)$/i.test(text))

const day = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2442-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const sentence = fc
  .tuple(words(8), fc.constantFrom('.', '?', ',"', ' - and more.', ': “no”.'))
  .map(([text, end]) => `It was said: ${text}${end}`)
const paragraph = fc.tuple(fc.constantFrom('', ' ', '\t'), sentence, fc.constantFrom('', '  ')).map((parts) => parts.join(''))

/** One copy, and the parts of its dateline, from which each spelling prints it anew. */
export const houseCopy: fc.Arbitrary<HouseCopy> = fc
  .record({
    headline: fc.option(words(7), { nil: undefined }),
    published: fc.option(day, { nil: undefined }),
    standfirst: fc.option(sentence, { nil: undefined }),
    section: words(3),
    place: fc.oneof(name, fc.constantFrom('Port-au-Prince', 'SAN DIEGO, Calif.')),
    countryOrAgency: fc.option(name, { nil: undefined }),
    date: day,
    reporters: fc.uniqueArray(name, { maxLength: 3 }),
    editors: fc.uniqueArray(name, { maxLength: 2 }),
    body: fc.array(paragraph, { minLength: 1, maxLength: 6 }),
  })
  .map(({ headline, published, standfirst, section, place, countryOrAgency, date, reporters, editors, body }) => ({
    ...(headline !== undefined && { headline }),
    ...(published !== undefined && { published }),
    ...(standfirst !== undefined && { standfirst }),
    section,
    dateline: { place, ...(countryOrAgency !== undefined && { countryOrAgency }), date, text: '' },
    bylines: [
      ...reporters.map((reporter) => ({ name: reporter, role: 'reporter' as const })),
      ...editors.map((editor) => ({ name: editor, role: 'editor' as const })),
    ],
    body,
  }))

/** How one copy is spelled: every choice that the grammar leaves to the desk. */
export const spelling = fc.record({
  letterCase: fc.constantFrom(
    (label: string) => label,
    (label: string) => label.toUpperCase(),
    (label: string) => label.toLowerCase(),
    (label: string) => label.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  ),
  blank: fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u3000'),
  dash: fc.constantFrom('-', '–', '—', '－', '―', '‐', '--'),
  mark: fc.constantFrom('|', ':', '｜', '：', ' | ', ' : '),
  comma: fc.constantFrom(', ', ',', '， ', ' and ', ' AND ', ' & '),
  dateStyle: fc.constantFrom('dmy', 'mdy', 'house', 'short', 'iso'),
  creditOrder: fc.shuffledSubarray(['editors', 'section', 'dateline'] as const, { minLength: 3 }),
  blankLines: fc.constantFrom([], [''], [' \t', '']),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  lastEnd: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-8 bom', 'utf-16le', 'utf-16le bom', 'utf-16be bom', 'windows-1252', 'string'),
})
export type Spelling = typeof spelling extends fc.Arbitrary<infer Value> ? Value : never

function printDate(date: string, { dateStyle, blank, letterCase }: Spelling): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? ''
  const year = date.slice(0, 4)
  const dayOfMonth = String(Number(date.slice(8)))
  const spellings = {
    dmy: [dayOfMonth, month, year].join(blank),
    mdy: `${month}${blank}${dayOfMonth},${blank}${year}`,
    house: `${month},${dayOfMonth},${year}`,
    short: `${month.slice(0, 3)}.${blank}${dayOfMonth},${blank}${year}`,
    iso: date,
  }
  return letterCase(spellings[dateStyle])
}

/** The lines of a copy in one spelling, and the copy they must be read as. */
export function print(copy: HouseCopy, spelled: Spelling): { text: string; copy: HouseCopy } {
  const { letterCase, blank, dash, mark, comma, creditOrder, blankLines, lineEnd } = spelled
  const spacedDash = `${blank}${dash}${blank}`
  const { place = '', countryOrAgency = '', date = '' } = copy.dateline ?? {}
  const names = (role: string) => copy.bylines.filter((byline) => byline.role === role).map((byline) => byline.name).join(comma)
  const dateline = [place, countryOrAgency, printDate(date, spelled)].join(spacedDash)
  const credits = {
    editors: `${letterCase('Edited')}${blank}${letterCase('by')}${mark}${blank}${names('editor')}`,
    section: `${copy.section ?? ''}${blank}${letterCase('section')}${spacedDash}${names('reporter')}`,
    dateline,
  }
  const lines = [
    copy.headline ?? dash,
    ...(copy.published === undefined ? [] : [`${letterCase('Published')}${mark}${blank}${printDate(copy.published, spelled)}`]),
    ...(copy.standfirst === undefined ? [] : [copy.standfirst]),
    ...creditOrder.map((kind) => credits[kind]),
    ...copy.body,
  ]
  const text = lines.flatMap((line) => [line, ...blankLines]).join(lineEnd) + (spelled.lastEnd ? lineEnd : '')
  return { text, copy: { ...copy, dateline: { ...copy.dateline, place, text: dateline } } }
}

/** The text as a file of the spelling's encoding, or as the string it is. */
export function encode(text: string, { encoding }: Spelling): Uint8Array | string {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8 bom':
      return Buffer.from(`\ufeff${text}`)
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16le bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    case 'windows-1252':
      return encodeWindows1252(text) ?? text
    case 'string':
      return text
  }
}

const WINDOWS_1252: Readonly<Record<string, number>> = { '–': 0x96, '—': 0x97, '“': 0x93, '”': 0x94 }

/** Undefined when the text has a character that the encoding lacks. */
function encodeWindows1252(text: string): Uint8Array | undefined {
  const codes = Array.from(text, (character) => WINDOWS_1252[character] ?? character.codePointAt(0) ?? 0)
  return codes.every((code) => code < 0x100) ? Uint8Array.from(codes) : undefined
}
