import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { personOf } from '../../access/person'
import { NewArticle } from './NewArticle'

/** The page of an article that nobody has written a word of: nothing is stored, as Payload's own page would, when it opens. */
export function NewArticleView({ initPageResult: { req } }: AdminViewServerProps) {
  const { admin: adminRoute } = req.payload.config.routes
  if (!personOf(req)) redirect(formatAdminURL({ adminRoute, path: '/login' }))
  return <NewArticle />
}
