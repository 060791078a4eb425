import type { Endpoint } from 'payload'
import { answerArticle } from '../../src/publishing/articleFormats'
import type { ArticleFormatName } from '../../src/publishing/articleFormats'

/** `GET /api/articles/:id/ninjs` and `/jsonld`; `:id` is an id or a slug. */
export const articleEndpoints: Endpoint[] = [endpoint('ninjs'), endpoint('jsonld')]

function endpoint(name: ArticleFormatName): Endpoint {
  return { path: `/:id/${name}`, method: 'get', handler: (req) => answerArticle(name, req) }
}
