import type { Payload, PayloadRequest } from 'payload'
import { weightOfKill } from '../../access/imports'
import type { Importer } from '../../access/imports'
import { addressOf, slugOf } from '../../articles/addresses'
import { MADE_GUID } from './identity'
import type { Stored } from './knownArticles'

/** Whether a withdrawal keeps a story out that comes after it, or leaves it to an editor. */
export type KillWeight = 'certain' | 'doubtful'

/** The files of articles from before keys were kept, whose ids were made of a headline and a day: the reports of earlier imports tell them. */
export async function filesOf(payload: Payload, req: PayloadRequest, articles: readonly Stored[]): Promise<Map<number | string, Set<string>>> {
  const found = new Map<number | string, Set<string>>()
  const ids = articles.filter(({ source }) => !source?.identity && source?.guid?.startsWith(MADE_GUID)).map(({ id }) => id)
  if (ids.length === 0) return found
  const { docs } = await payload.db.find<{ article?: number | string | null; file: string }>({
    collection: 'import-items',
    limit: 10 * ids.length,
    pagination: false,
    req,
    select: { article: true, file: true },
    sort: '-createdAt',
    where: { article: { in: ids } },
  })
  for (const { article, file } of docs) if (article) found.set(article, (found.get(article) ?? new Set()).add(file))
  return found
}

/** Withdrawals of stories with these keys, which the reports of earlier imports keep: a story may come after them. */
export async function earlierKills(payload: Payload, req: PayloadRequest, importer: Importer, keys: readonly string[]): Promise<Map<string, KillWeight>> {
  const found = new Map<string, KillWeight>()
  if (keys.length === 0) return found
  const { docs } = await payload.db.find<{ sentBy?: string | null; withdraws: string }>({
    collection: 'import-items',
    limit: 0,
    pagination: false,
    req,
    select: { sentBy: true, withdraws: true },
    where: { withdraws: { in: keys } },
  })
  for (const { sentBy, withdraws } of docs) {
    const weight = weightOfKill(importer, sentBy)
    if (weight !== undefined && found.get(withdraws) !== 'certain') found.set(withdraws, weight)
  }
  return found
}

/** Which of these slugs an address has that leads elsewhere, or is led to. */
export async function redirectedSlugs(payload: Payload, req: PayloadRequest, slugs: readonly string[]): Promise<string[]> {
  const addresses = slugs.map(addressOf)
  const { docs } = await payload.db.find<{ from: string; to?: { url?: string | null } | null }>({
    collection: 'redirects',
    limit: 0,
    pagination: false,
    req,
    select: { from: true, to: { url: true } },
    where: { or: [{ from: { in: addresses } }, { 'to.url': { in: addresses } }] },
  })
  return docs.flatMap(({ from, to }) => [from, to?.url ?? '']).flatMap((address) => slugOf(address) ?? [])
}
