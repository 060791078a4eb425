import { APIError, Forbidden } from 'payload'
import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { idOf } from '../articles/idOf'
import { slugs } from '../options/slugs'
import { bodyOf } from '../validation/bodyOf'
import { asksAs } from '../access/person'
import { inTransaction } from '../database/transaction'
import { movedTo } from '../articles/sectionTree'
import type { Place, Placed } from '../articles/sectionTree'

/**
 * `POST /api/sections/:id/move`, for editors: `{ "parent": id or null, "before": id or null }` puts a section in another
 * one, or in none, before one of those there or at their end. Answers how many sections were changed.
 */
export const moveSectionEndpoint: Endpoint = {
  path: '/:id/move',
  method: 'post',
  handler: async (req) => {
    if (!asksAs('editor', req)) throw new Forbidden(req.t)
    const place = readPlace(await bodyOf(req, ['parent', 'before']))
    if (!place) throw new APIError('Say where it goes: {"parent": "an id, or null for the top", "before": "an id, or null for the end"}.', 400, undefined, true)
    return Response.json({ moved: await moveSection(req.payload, String(req.routeParams?.id), place) })
  },
}

/** Sections with their places, as they are stored. */
export async function placedSections(payload: Payload, req?: PayloadRequest): Promise<(Placed & { name: string })[]> {
  const { docs } = await payload.find({
    collection: slugs.sections,
    depth: 0,
    limit: 0,
    overrideAccess: true,
    pagination: false,
    ...(req ? { req } : {}),
    select: { name: true, order: true, parent: true },
    sort: ['order', 'name'],
  })
  return docs.map(({ id, name, order, parent }) => ({ id, name, order: order ?? Number.MAX_SAFE_INTEGER, parent: idOf(parent) ?? null }))
}

async function moveSection(payload: Payload, id: string, place: Place): Promise<number> {
  return inTransaction(payload, async ({ onUndo, req }) => {
    const sections = await placedSections(payload, req)
    const move = movedTo(sections, id, place)
    if ('fault' in move) throw new APIError(move.fault, 400, undefined, true)
    const write = ({ id: each, order, parent }: Placed, within?: PayloadRequest) =>
      payload.update({ collection: slugs.sections, id: each, data: { order, parent }, depth: 0, overrideAccess: true, ...(within ? { req: within } : {}) })
    for (const change of move.changes) {
      const before = sections.find((section) => section.id === change.id)
      if (before) onUndo(() => write(before))
      await write(change, req)
    }
    return move.changes.length
  })
}

function readPlace({ before, parent }: Readonly<Record<string, unknown>>): Place | undefined {
  return isIdOrNull(before) && isIdOrNull(parent) ? { before, parent } : undefined
}

function isIdOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
