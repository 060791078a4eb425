import type { CollectionAfterChangeHook } from 'payload'
import { personOf } from '../../../src/access/person'
import { slugs } from '../../../src/options/slugs'
import type { Article } from '../../../src/payload-types'

/** Payload forgets at every save who has an article open. A person who is still typing has it open all the same. */
export const renewLock: CollectionAfterChangeHook<Article> = async ({ doc, req }) => {
  const person = personOf(req)
  if (!person || String(req.query?.autosave) !== 'true') return doc
  await req.payload.create({
    collection: 'payload-locked-documents',
    data: { document: { relationTo: slugs.articles, value: doc.id }, user: { relationTo: slugs.users, value: person.id } },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return doc
}
