import type { PayloadRequest } from 'payload'
import { slugs } from '../../options/slugs'
import { frameOf } from '../frame'
import type { Frame } from '../frame'
import { siteOptions } from '../../formats/syndication/site'

/** Sections in the menu. */
const MENU_LENGTH = 12

/** What every page shows: whose site it is, and its menu. */
export async function findFrame(req: PayloadRequest): Promise<Frame> {
  const { docs } = await req.payload.find({
    collection: slugs.sections,
    depth: 0,
    limit: MENU_LENGTH,
    overrideAccess: false,
    pagination: false,
    req,
    select: { name: true, slug: true },
    sort: ['order', 'name'],
    where: { parent: { exists: false } },
  })
  return frameOf(siteOptions(), docs)
}
