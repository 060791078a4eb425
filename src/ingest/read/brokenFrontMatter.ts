import { parse as parseTomlText, TomlError } from 'smol-toml'
import { parseDocument } from 'yaml'
import type { WireError, WireItem } from '../item'
import { plainToLexical } from '../lexical'
import { killOfHeadline } from './heldByWords'
import { isEdNote, isRelease, takesBackBy } from './holdBack'
import { doubtfulWithdrawalOf, withdrawalByHeadline, withdrawalOf } from './takenBack'
import { present } from './values'

/** So many lines are looked at, and so many of them read, if they are no longer than this. */
const MAX_LINES = 500
const MAX_SETTINGS = 50
const MAX_LENGTH = 300

/** Keys of an id. */
const IDS = ['guid', 'uri', 'id']
/** Keys of a headline. */
const HEADLINES = ['headline', 'title']

type Setting = readonly [key: string, value: unknown]

/**
 * The withdrawal in front matter that cannot be read as a whole, such as one with a key twice: each plain line is read by
 * itself. It needs an id or a headline, and a word for it. Without an id, and where a key says so once and something else
 * another time, it may be one.
 */
export function withdrawalInLines(source: readonly string[], faults: readonly WireError[], now: Date): WireItem | undefined {
  const settings = plainLines(source)
  const guid = IDS.map((key) => valueOf(settings, key)).find((value) => value !== undefined)
  const kills = new Map<string, boolean[]>()
  for (const setting of settings) kills.set(setting[0], [...(kills.get(setting[0]) ?? []), isKilledBy(setting, now)])
  const answers = [...kills.values()]
  if (!answers.some((each) => each.includes(true))) return undefined
  const isCertain = answers.some((each) => !each.includes(false)) && answers.every((each) => !each.includes(true) || !each.includes(false))
  const item = present<WireItem>({ format: 'markdown', guid, headline: HEADLINES.map((key) => valueOf(settings, key)).find((value) => value !== undefined), body: plainToLexical([]), bylines: [], tags: [], pubStatus: 'canceled', status: 'published' })
  return (isCertain ? withdrawalOf(item, faults) : doubtfulWithdrawalOf(item, faults)) ?? withdrawalByHeadline(item, faults)
}

function isKilledBy([key, value]: Setting, now: Date): boolean {
  if (HEADLINES.includes(key)) return typeof value === 'string' && killOfHeadline(value) === 'certain'
  return takesBackBy([[key, value]], now) === 'withdraws'
}

/** The text of a key that has only one. */
function valueOf(settings: readonly Setting[], name: string): string | undefined {
  const values = new Set(settings.flatMap(([key, value]) => (key === name && (typeof value === 'string' || typeof value === 'number') ? [String(value).trim()] : [])))
  const [value = ''] = values
  return values.size === 1 && value !== '' ? value : undefined
}

/** The lines at the root that hold an id, a headline, a note to editors, or a setting about the release, up to the first table of TOML. A value that cannot be read is undefined. */
function plainLines(source: readonly string[]): Setting[] {
  const mark = source[0]?.trimEnd()
  const isToml = mark === '+++'
  if (mark !== '---' && !isToml) return []
  const settings: Setting[] = []
  for (const line of source.slice(1, MAX_LINES + 1)) {
    if (line.trimEnd() === mark || line.trimEnd() === '...' || line.trim() === '' || (isToml && line.startsWith('['))) break
    const [whole = '', key = ''] = (isToml ? /^([\w-]{1,40})[\t ]{0,20}=/ : /^([\w-]{1,40})[\t ]{0,20}:(?=[\t ])/).exec(line) ?? []
    const text = line.slice(whole.length).trim()
    const name = key.toLowerCase()
    if (text === '' || text.length > MAX_LENGTH || !(isRelease(name) || IDS.includes(name) || isWords(name))) continue
    const value = isToml ? tomlValue(text) : yamlValue(text)
    settings.push([name, isWords(name) && typeof value !== 'string' ? text : value])
    if (settings.length >= MAX_SETTINGS) break
  }
  return settings
}

/** Whether the value of a key is words, which say the same where they cannot be read as a value. */
function isWords(key: string): boolean {
  return HEADLINES.includes(key) || isEdNote(key)
}

function yamlValue(text: string): unknown {
  try {
    const document = parseDocument(text, { prettyErrors: false })
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

function tomlValue(text: string): unknown {
  try {
    return parseTomlText(`value = ${text}`).value
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    return undefined
  }
}
