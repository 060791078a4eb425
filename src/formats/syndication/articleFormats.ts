import { APIError, NotFound } from 'payload'
import type { PayloadRequest } from 'payload'
import { toJsonLd } from '../jsonLd'
import { toNinjs } from '../ninjs'
import type { ArticleDocument, FormatOptions } from '../types'
import { answerMoved, cachingFor } from './answerMoved'
import { findArticle, findMoved, findNotice, findWithdrawn, WITHDRAWN } from './findArticle'
import { siteOptions } from './site'

type ArticleFormat = {
  contentType: string
  write: (article: ArticleDocument, options: FormatOptions) => object
}

/** What `/api/articles/:id/{name}` answers: the names are the keys. */
const ARTICLE_FORMATS = {
  ninjs: { contentType: 'application/json; charset=utf-8', write: toNinjs },
  jsonld: { contentType: 'application/ld+json; charset=utf-8', write: toJsonLd },
} as const satisfies Record<string, ArticleFormat>

export type ArticleFormatName = keyof typeof ARTICLE_FORMATS

/**
 * Answers with an article in a format: to everybody what is public, to people who are signed in what they may read.
 *
 * @throws NotFound alike for what does not exist and for what may not be read
 */
export async function answerArticle(name: ArticleFormatName, req: PayloadRequest): Promise<Response> {
  const key = String(req.routeParams?.id ?? '')
  const found = await findArticle(key, req)
  const moved = found ? undefined : await findMoved(key, req)
  if (moved) return answerMoved(moved, req, `/${moved.slug}/${name}`)
  const article = found ?? (await findWithdrawn(key, req))
  if (!article) throw new NotFound(req.t)
  // schema.org has no word for withdrawn: the page it would describe is gone.
  if (name === 'jsonld' && article.pubStatus === 'canceled') throw new APIError((await findNotice(key, req)) ?? WITHDRAWN, 410, undefined, true)
  const { contentType, write } = ARTICLE_FORMATS[name]
  return new Response(JSON.stringify(write(article, siteOptions())), {
    headers: { ...cachingFor(req), 'Content-Type': contentType },
  })
}
