import type { ItemResult, SourceMapEntry, WireError, WireItem } from '../item'
import { brokenValues } from './brokenJson'
import { killsWithin } from './killsWithin'
import type { ReadItem } from './killsWithin'
import { doubtfulWithdrawalOf } from './takenBack'

/**
 * What can be read of a text that is no JSON: each object with an id that withdraws its story may be a withdrawal, so that an
 * editor looks at what readers have. Everything else in it has failed.
 */
export function* readBrokenNinjs(text: string, read: ReadItem, fault: WireError, entry: SourceMapEntry): Generator<ItemResult> {
  const { hasOthers, kills } = killsWithin({ path: '$', value: brokenValues(text) }, read, fault)
  const items = new Map<string, WireItem>()
  for (const kill of kills) {
    const item = doubtfulWithdrawalOf(kill, [fault])
    if (item?.guid !== undefined && !items.has(item.guid)) items.set(item.guid, item)
  }
  let account = [entry]
  for (const item of items.values()) {
    yield { ok: true, item, account, notes: [] }
    account = []
  }
  if (hasOthers || items.size === 0) yield { ok: false, errors: [fault], account }
}
