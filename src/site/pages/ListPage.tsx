import type { ReactNode } from 'react'
import type { ArticleDocument } from '../../formats/types'
import type { FeedScope } from '../../formats/urls'
import type { Frame } from '../frame'
import { languageOf } from '../language'
import { Card } from '../parts/Card'
import { Page } from '../parts/Page'
import { wordsOf } from '../../i18n/readerPages'

/** Articles about something, or all of them. */
export type List = {
  title: string
  /** What it is about, in words. */
  description?: string | undefined
  scope?: FeedScope | undefined
  /** Its first page, in full. */
  url: string
  /** From 1. */
  page: number
  hasNext: boolean
  articles: readonly ArticleDocument[]
}

/** The front page, or the page of a section, a tag or an author. */
export function ListPage({ frame, list }: { frame: Frame; list: List }): ReactNode {
  const { articles, description, hasNext, page, scope, title, url } = list
  const words = wordsOf(languageOf(frame.site.newsroom.language))
  const previous = page > 1 ? numbered('', page - 1) : undefined
  const next = hasNext ? numbered('', page + 1) : undefined
  const isFront = scope === undefined
  return (
    <Page frame={frame} head={{ title, description, url: numbered(url, page), type: 'website', scope, previous, next }}>
      <header className={isFront ? 'unseen' : 'list-head'}>
        <h1>{title}</h1>
        {description && <p className="standfirst">{description}</p>}
      </header>
      {articles.length === 0 && <p>{words.nothing}</p>}
      <div className="cards">
        {articles.map((article, index) => (
          <Card key={article.id} article={article} here={frame.here} isLead={isFront && page === 1 && index === 0} />
        ))}
      </div>
      {(previous ?? next) && (
        <nav className="pages" aria-label={`${words.newer}, ${words.older}`}>
          {previous && (
            <a href={previous} rel="prev">
              {words.newer}
            </a>
          )}
          {next && (
            <a href={next} rel="next">
              {words.older}
            </a>
          )}
        </nav>
      )}
    </Page>
  )
}

/** The address of a page of a list; the first has no number. */
function numbered(url: string, page: number): string {
  if (page > 1) return `${url}?page=${String(page)}`
  return url || '?'
}
