import type { CollectionSlug, PayloadRequest } from 'payload'

/** Whether the caller may read a document, in some version of it. */
export async function isReadable(id: string, collection: CollectionSlug, req: PayloadRequest): Promise<boolean> {
  for (const draft of [false, true]) {
    const found = await req.payload.findByID({ collection, id, depth: 0, disableErrors: true, draft, overrideAccess: false, req, trash: true })
    if (found) return true
  }
  return false
}
