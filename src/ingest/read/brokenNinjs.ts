import type { ItemResult, SourceMapEntry, WireError, WireItem } from '../item'
import { plainToLexical } from '../lexical'
import { brokenObjects, withoutRawBreaks } from './brokenJson'
import type { BrokenObject } from './brokenJson'
import { ENVELOPES, STATUS_NAMES } from './ninjsKill'
import { doubtfulWithdrawalOf } from './takenBack'
import { isKill, present } from './values'

/**
 * What can be read of a text that is no JSON: each object with an id and a status that kills its story may be a withdrawal, so
 * that an editor looks at what readers have. Everything else in it has failed.
 */
export function* readBrokenNinjs(text: string, fault: WireError, entry: SourceMapEntry): Generator<ItemResult> {
  const kills = new Map<string, WireItem>()
  let hasOthers = false
  const mended = withoutRawBreaks(text)
  const sources = mended === text ? [text] : [mended, text]
  for (const [index, source] of sources.entries()) {
    for (const object of brokenObjects(source, ENVELOPES)) {
      const item = killIn(object)
      const withdrawal = item && doubtfulWithdrawalOf(item, [fault])
      if (withdrawal?.guid !== undefined) kills.set(withdrawal.guid, kills.get(withdrawal.guid) ?? withdrawal)
      else if (index === 0) hasOthers = true
    }
  }
  let account = [entry]
  for (const item of kills.values()) {
    yield { ok: true, item, account, notes: [] }
    account = []
  }
  if (hasOthers || kills.size === 0) yield { ok: false, errors: [fault], account }
}

/** The withdrawal of an object; it needs an id, and only one, and a status that says so. */
function killIn(object: BrokenObject): WireItem | undefined {
  if (object.size < 2) return undefined
  const valuesOf = (names: readonly string[]) => [...object].flatMap(([key, values]) => (names.includes(key.toLowerCase().replace(/[-_]/g, '')) ? values.map((value) => value.trim()) : []))
  const [guid = '', ...others] = new Set([valuesOf(['uri']), valuesOf(['guid'])].find((ids) => ids.length > 0))
  if (guid === '' || others.length > 0 || !valuesOf(STATUS_NAMES).some(isKill)) return undefined
  const headline = valuesOf(['headline', 'title'])[0]
  const provider = valuesOf(['provider'])[0]
  return present<WireItem>({ format: 'ninjs', guid, headline, body: plainToLexical([]), bylines: [], tags: [], provider, pubStatus: 'canceled', status: 'published' })
}
