import type { ReactNode } from 'react'
import { heroOf, srcsetOf } from '../../formats/pictures'
import type { ArticleDocument, FormatOptions } from '../../formats/types'
import { articleUrl } from '../../formats/urls'
import { populated, text } from '../../formats/values'
import { directionOf, languageOf } from '../language'
import { Moment } from './Moment'

type CardProps = {
  article: ArticleDocument
  here: FormatOptions
  /** The first of a page, which is shown large. */
  isLead?: boolean
}

/** An article in a list. */
export function Card({ article, here, isLead = false }: CardProps): ReactNode {
  const language = languageOf(article.language, here.newsroom.language)
  const section = text(populated(article.section)?.name)
  const picture = heroOf(article, here)
  const standfirst = text(article.standfirst)
  return (
    <article className={isLead ? 'card lead' : 'card'} lang={language} dir={directionOf(language)}>
      <div>
        {section && <p className="kicker">{section}</p>}
        <h2>
          <a href={articleUrl(article.slug ?? '', here)}>{article.headline}</a>
        </h2>
        {standfirst && <p className="summary">{standfirst}</p>}
        <p className="meta">
          <Moment at={article.publishedAt} language={language} />
        </p>
      </div>
      {picture && (
        <img
          src={picture.original.url}
          srcSet={srcsetOf(picture)}
          sizes={isLead ? '(min-width: 48rem) 34rem, 100vw' : '11rem'}
          alt=""
          width={picture.original.width}
          height={picture.original.height}
          loading={isLead ? 'eager' : 'lazy'}
          fetchPriority={isLead ? 'high' : 'auto'}
        />
      )}
    </article>
  )
}
