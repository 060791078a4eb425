import type { PayloadRequest } from 'payload'
import { slugs } from '../../src/options/slugs'
import type { Article } from '../../src/payload-types'

/** The newest version of an article as it is stored, which may be a draft that readers do not see. */
export async function newestVersion(id: string, req: PayloadRequest): Promise<Article | undefined> {
  const { docs } = await req.payload.db.findVersions<Article>({
    collection: slugs.articles,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  return docs[0] && { ...docs[0].version, id }
}
