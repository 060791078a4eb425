import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import { idOf } from '../../articles/idOf'
import { personOf } from '../../access/person'
import { describeVisibility } from '../../admin/visibility/describe'
import { wordsIn } from '../../i18n/admin/wordsIn'
import { articleStanding } from '../../desk/standing'
import { currentOptions } from '../../options/current'
import { slugs } from '../../options/slugs'
import type { ShareLink } from '../../payload-types'
import type { Frame } from '../frame'
import { ArticlePage } from '../pages/ArticlePage'
import { NoticePage } from '../pages/NoticePage'
import { Moment } from '../parts/Moment'
import type { Visibility } from '../../articles/visibility'
import { findDraft } from '../../formats/syndication/findArticle'
import { hashOfToken } from '../shareToken'
import { findFrame } from './findFrame'

/** A page that is not for everybody. */
export type PrivatePage = { status: 200 | 401 | 404 | 410; page: ReactNode }

/** Keeps a preview up to date while somebody writes; the only script there is. */
const FOLLOW = '/preview.js'

/** The newest version of an article, for people who are signed in and may read it. */
export async function findPreview(id: string, req: PayloadRequest): Promise<PrivatePage> {
  const frame = await findFrame(req)
  if (!personOf(req)) {
    return { status: 401, page: notice(frame, 'Sign in to see this preview', 'Drafts are for the desk. Sign in, then open this page again.', <SignIn />) }
  }
  const article = await findDraft(id, req)
  if (!article) return { status: 404, page: notice(frame, 'There is nothing to preview', 'The article does not exist, or is not yours to read.') }
  const visibility = await articleStanding(id, req)
  const timeZone = req.payload.config.admin.timezones.defaultTimezone ?? 'UTC'
  const note = `${describeVisibility(visibility, { language: 'en', t: wordsIn('en'), timeZone })}.`
  return { status: 200, page: <ArticlePage article={article} frame={frame} draft={{ title: titleOf(visibility), note, script: FOLLOW }} /> }
}

/**
 * The newest version of the article that a share link is for. It is read as the person who made the link: what they may no
 * longer read, or when they have left, the link shows no longer.
 */
export async function findShared(token: string, req: PayloadRequest): Promise<PrivatePage> {
  const frame = await findFrame(req)
  const link = await findLink(token, req)
  if (!link) return { status: 404, page: notice(frame, 'This link leads nowhere', 'Ask for it again: a part of it may be missing.') }
  const ended = endOf(link)
  const maker = await asMaker(link, req)
  const article = ended ? undefined : await findDraft(idOf(link.article) ?? '', maker)
  if (!article) return { status: 410, page: notice(frame, ended ?? 'What this link showed is no longer there', 'Ask the person who sent it to you for another one.') }
  const title = titleOf(await articleStanding(article.id, maker))
  const note = (
    <>
      Shared with you until <Moment at={link.expiresAt} language="en" />. It may change.
    </>
  )
  return { status: 200, page: <ArticlePage article={article} frame={frame} draft={{ title, note }} /> }
}

/** What a page is of: what readers see, or something else. */
function titleOf({ hasNewerDraft, kind }: Visibility): string {
  return kind === 'public' && !hasNewerDraft ? 'Published' : hasNewerDraft || kind === 'draft' || kind === 'scheduled' || kind === 'unpublished' ? 'Draft' : 'Not public'
}

async function findLink(token: string, { payload }: PayloadRequest): Promise<ShareLink | undefined> {
  const hash = hashOfToken(token)
  if (hash === undefined) return undefined
  const { docs } = await payload.find({
    collection: 'share-links',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    where: { tokenHash: { equals: hash } },
  })
  return docs[0]
}

function endOf({ expiresAt, revoked }: ShareLink): string | undefined {
  if (revoked) return 'This link was revoked'
  return Date.parse(expiresAt) > Date.now() ? undefined : 'This link has expired'
}

async function asMaker({ createdBy }: ShareLink, { payload }: PayloadRequest): Promise<PayloadRequest> {
  const id = idOf(createdBy)
  const user = id && (await payload.findByID({ collection: slugs.users, id, depth: 0, disableErrors: true, overrideAccess: true }))
  return createLocalReq(user ? { user: { ...user, collection: slugs.users } } : {}, payload)
}

function notice(frame: Frame, title: string, text: string, more?: ReactNode): ReactNode {
  return (
    <NoticePage frame={frame} language="en" title={title} text={text}>
      {more}
    </NoticePage>
  )
}

function SignIn(): ReactNode {
  return (
    <p>
      <a href={currentOptions().routes.admin}>Sign in</a>
    </p>
  )
}
