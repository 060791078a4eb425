import type { PayloadRequest, Where } from 'payload'
import type { ArticleDocument } from '../../formats/types'
import type { FeedScope } from '../../formats/urls'
import { text } from '../../formats/values'
import { slugs } from '../../options/slugs'
import type { ArticlesSelect } from '../../payload-types'
import { populated } from '../../formats/syndication/selection'
import { mayBeSlug } from '../../articles/slugs'

/** Articles on a page of a list. */
const PAGE_LENGTH = 20

/** What a card shows. */
const CARD = {
  headline: true,
  heroImage: true,
  language: true,
  publishedAt: true,
  section: true,
  slug: true,
  standfirst: true,
} as const satisfies ArticlesSelect

/** One page of the newest public articles. */
export async function findCards(where: Where, page: number, req: PayloadRequest): Promise<{ docs: ArticleDocument[]; hasNextPage: boolean }> {
  return req.payload.find({
    collection: slugs.articles,
    depth: 1,
    limit: PAGE_LENGTH,
    overrideAccess: false,
    page,
    populate: populated(),
    req,
    select: CARD,
    sort: '-publishedAt',
    where,
  })
}

type Subject = { id: string; name: string; description: string | undefined }

/** The section, tag or author of a slug, with what is said of it. */
export async function findSubject({ kind, slug }: FeedScope, req: PayloadRequest): Promise<Subject | undefined> {
  if (!mayBeSlug(slug)) return undefined
  const { docs } = await req.payload.find({
    collection: slugs[kind],
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { bio: true, description: true, name: true },
    where: { slug: { equals: slug } },
  })
  const [found] = docs
  return found && { id: found.id, name: found.name, description: descriptionOf(found) }
}

/** Of an author the life, of a section what it is about; a tag has only its name. */
function descriptionOf(subject: { name: string; bio?: unknown; description?: unknown }): string | undefined {
  const words = subject.bio ?? subject.description
  return typeof words === 'string' ? text(words) : undefined
}
