import { inTimeZone, newsroomTimeZone } from '../../text/dateText'
import { parseHouseCopy } from '../house'
import type { HouseCopy, HouseCopyOptions, LineAccount } from '../house'
import { plainToLexical } from '../lexical'
import type { SourceMapEntry, ItemResult, WireItem } from '../item'
import { notesOf, withdrawalByHeadline, withdrawalOf } from './takenBack'

/** The article fields a line of house copy became, as an account names them. */
const FIELDS: Readonly<Record<Exclude<LineAccount['to'], 'left-out'>, string>> = {
  body: 'body',
  bylines: 'bylines',
  dateline: 'dateline',
  embargo: 'embargoUntil',
  editors: 'bylines',
  headline: 'headline',
  published: 'publishedAt',
  'section+bylines': 'section, bylines',
  standfirst: 'standfirst',
}

/** Reads a file of house wire copy (docs/wire-copy.md): always one story. */
export function readHouse(input: Uint8Array | string, options: HouseCopyOptions = {}): ItemResult {
  const result = parseHouseCopy(input, options)
  const account = result.lines.map(entryOf)
  if (!result.ok) {
    const item = result.takenBack && houseItem(result.takenBack)
    const withdrawal = item && (withdrawalOf(item, result.errors) ?? withdrawalByHeadline(item, result.errors))
    return withdrawal ? { ok: true, item: withdrawal, account, notes: notesOf(result.errors) } : { ok: false, errors: result.errors, account }
  }
  return { ok: true, item: houseItem(result.copy), account, notes: result.notes }
}

/** House copy as any other story. Without a Published line its dateline dates it. */
export function houseItem(copy: HouseCopy): WireItem {
  const { body, bylines, dateline, embargoUntil, headline, holdBack, liftsEmbargo, published = dateline?.date, section, standfirst, takesBack } = copy
  return {
    format: 'house',
    ...(headline === undefined ? {} : { headline }),
    ...(standfirst === undefined ? {} : { standfirst }),
    ...(published === undefined ? {} : { publishedAt: inTimeZone(new Date(startOfDay(published)), newsroomTimeZone()).toISOString() }),
    ...(embargoUntil === undefined ? {} : { embargoUntil }),
    ...(liftsEmbargo && embargoUntil === undefined ? { liftsEmbargo } : {}),
    ...(holdBack === undefined ? {} : { holdBack }),
    ...(takesBack === undefined ? {} : { takesBack }),
    ...(section === undefined ? {} : { section: { name: section } }),
    ...(dateline === undefined
      ? {}
      : {
          dateline: {
            place: dateline.place,
            text: dateline.text,
            ...(dateline.date === undefined ? {} : { date: startOfDay(dateline.date) }),
          },
        }),
    body: plainToLexical(body),
    bylines,
    tags: [],
    pubStatus: 'usable',
    // A notice alone makes another copy of the same words.
    status: takesBack === undefined ? 'published' : 'draft',
  }
}

function entryOf(line: LineAccount): SourceMapEntry {
  const at = `line ${line.line}`
  return line.to === 'left-out' ? { at, to: 'left-out', why: line.why } : { at, to: FIELDS[line.to] }
}

function startOfDay(date: string): string {
  return `${date}T00:00:00.000Z`
}
