import type { PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import { articleUrl, homeUrl } from '../../formats/urls'
import type { Frame } from '../frame'
import { languageOf } from '../language'
import { ArticlePage } from '../pages/ArticlePage'
import { ListPage } from '../pages/ListPage'
import { NoticePage } from '../pages/NoticePage'
import { wordsOf } from '../../i18n/readerPages'
import { findArticle, findNotice } from '../../formats/syndication/findArticle'
import { isScopeKind, SCOPES } from '../../formats/syndication/scopes'
import { findFrame } from './findFrame'
import { findCards, findSubject } from './findList'
import { findRedirect } from '../../formats/syndication/findRedirect'

/** What an address leads to. */
export type Found = { status: 200 | 404 | 410; page: ReactNode } | { status: 301; location: string }

type Address = {
  /** Of the URL, as it came. */
  path: string
  /** Of a list. */
  page: string | null
}

/** The page at an address, as readers see it. */
export async function findPage({ page, path }: Address, req: PayloadRequest): Promise<Found> {
  const frame = await findFrame(req)
  const segments = segmentsOf(path)
  const [kind = '', slug, ...more] = segments
  const number = pageNumber(page)
  const found =
    more.length > 0 ? undefined
    : kind === 'articles' && slug ? await findStory(slug, frame, req)
    : kind === '' && number ? await findFront(number, frame, req)
    : isScopeKind(kind) && slug && number ? await findScope({ kind, slug }, number, frame, req)
    : undefined
  return found ?? (await findLeft(segments, frame, req))
}

/** What is left of an address where nothing is: where it has moved, or that it was withdrawn, or nothing. */
async function findLeft(segments: readonly string[], frame: Frame, req: PayloadRequest): Promise<Found> {
  const location = await findRedirect(`/${segments.join('/')}`, frame.here, req)
  if (location !== undefined) return { status: 301, location }
  const [kind, slug, ...more] = segments
  const notice = kind === 'articles' && slug && more.length === 0 ? await findNotice(slug, req) : undefined
  const words = wordsOf(languageOf(frame.site.newsroom.language))
  return notice === undefined
    ? { status: 404, page: <NoticePage frame={frame} title={words.notFound} text={words.notFoundMore} /> }
    : { status: 410, page: <NoticePage frame={frame} title={words.gone} text={notice} /> }
}

async function findStory(slug: string, frame: Frame, req: PayloadRequest): Promise<Found | undefined> {
  const article = await findArticle(slug, req)
  if (article?.slug === slug) return { status: 200, page: <ArticlePage article={article} frame={frame} /> }
  return article?.slug ? { status: 301, location: articleUrl(article.slug, frame.here) } : undefined
}

async function findFront(page: number, frame: Frame, req: PayloadRequest): Promise<Found | undefined> {
  const { docs, hasNextPage } = await findCards({}, page, req)
  if (docs.length === 0 && page > 1) return undefined
  const list = { title: frame.site.newsroom.name, url: homeUrl(frame.site), page, hasNext: hasNextPage, articles: docs }
  return { status: 200, page: <ListPage frame={frame} list={list} /> }
}

type Scope = { kind: keyof typeof SCOPES; slug: string }

async function findScope(scope: Scope, page: number, frame: Frame, req: PayloadRequest): Promise<Found | undefined> {
  const subject = await findSubject(scope, req)
  if (!subject) return undefined
  const { page: pageUrl, where } = SCOPES[scope.kind]
  const { docs, hasNextPage } = await findCards(where(subject.id), page, req)
  if (docs.length === 0 && page > 1) return undefined
  const { description, name } = subject
  const list = { title: name, description, scope, url: pageUrl(scope.slug, frame.site), page, hasNext: hasNextPage, articles: docs }
  return { status: 200, page: <ListPage frame={frame} list={list} /> }
}

/** The decoded parts of a path; none that could be an address where they are no UTF-8. */
function segmentsOf(path: string): string[] {
  try {
    return path.split('/').slice(1).map(decodeURIComponent)
  } catch (error) {
    if (error instanceof URIError) return [path]
    throw error
  }
}

/** More pages than this nobody turns, and each is looked for from the first. */
const MAX_PAGE = 1000

function pageNumber(text: string | null): number | undefined {
  if (text === null) return 1
  const number = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : Infinity
  return number <= MAX_PAGE ? number : undefined
}
