import type { ItemResult, ReadItem } from '../../../../src/ingest/item'
import { readXml } from '../../../../src/ingest/read'
import { paragraphsOf } from '../../../../src/articles/plainText'

/** A text as a stream of pieces of so many characters. */
export async function* inPieces(text: string, size = text.length || 1): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size))
}

export async function* bytesInPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

export async function xmlResults(source: string | AsyncIterable<string | Uint8Array>): Promise<ItemResult[]> {
  const results: ItemResult[] = []
  for await (const result of readXml(typeof source === 'string' ? inPieces(source) : source)) results.push(result)
  return results
}

export function isItem(result: ItemResult): result is ReadItem {
  return result.ok && result.item !== undefined
}

/** The one item among the results; throws when there is not exactly one. */
export function onlyItem(results: readonly ItemResult[]): ReadItem {
  const [item, other] = results.filter(isItem)
  if (!item || other) throw new Error(`Expected one item: ${JSON.stringify(results, undefined, 1)}`)
  return item
}

export function words(result: ReadItem): string[] {
  return paragraphsOf(result.item.body)
}

/** Where a piece of the source went, `why` included. */
export function went(result: ItemResult, at: string): string | undefined {
  const entries = result.account.filter((entry) => entry.at === at)
  return entries.length === 1 ? [entries[0]?.to, entries[0]?.why].filter((part) => part !== undefined).join(': ') : undefined
}

export function firstError(result: ItemResult | undefined): { line?: number; column?: number; path?: string; message: string } {
  const error = result && !result.ok ? result.errors[0] : undefined
  if (!error) throw new Error(`Expected a fault: ${JSON.stringify(result)}`)
  return error
}
