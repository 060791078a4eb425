import { APIError, NotFound } from 'payload'
import type { PayloadRequest } from 'payload'
import { toJsonLd } from '../formats/jsonLd'
import { toNinjs } from '../formats/ninjs'
import type { ArticleDocument, FormatOptions } from '../formats/types'
import { findArticle, findWithdrawn } from './findArticle'
import { siteOptions } from './site'

type ArticleFormat = {
  contentType: string
  /** @throws APIError for an article that the format cannot say anything of */
  write: (article: ArticleDocument, options: FormatOptions) => object
}

/** What `/api/articles/:id/{name}` answers: the names are the keys. */
export const ARTICLE_FORMATS = {
  ninjs: { contentType: 'application/json; charset=utf-8', write: toNinjs },
  jsonld: { contentType: 'application/ld+json; charset=utf-8', write: unlessWithdrawn(toJsonLd) },
} as const satisfies Record<string, ArticleFormat>

export type ArticleFormatName = keyof typeof ARTICLE_FORMATS

/**
 * Answers with an article in a format: to everybody what is public, to people who are signed in what they may read.
 *
 * @throws NotFound alike for what does not exist and for what may not be read
 */
export async function answerArticle(name: ArticleFormatName, req: PayloadRequest): Promise<Response> {
  const key = String(req.routeParams?.id ?? '')
  const article = (await findArticle(key, req)) ?? (await findWithdrawn(key, req))
  if (!article) throw new NotFound(req.t)
  const { contentType, write } = ARTICLE_FORMATS[name]
  return new Response(JSON.stringify(write(article, siteOptions())), {
    headers: {
      'Cache-Control': req.user ? 'private, no-store' : 'public, no-cache',
      'Content-Type': contentType,
      Vary: 'Authorization, Cookie',
    },
  })
}

/** schema.org has no word for withdrawn: the page it would describe is gone. */
function unlessWithdrawn(write: ArticleFormat['write']): ArticleFormat['write'] {
  return (article, options) => {
    if (article.pubStatus === 'canceled') throw new APIError('This article has been withdrawn.', 410, undefined, true)
    return write(article, options)
  }
}
