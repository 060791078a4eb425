import type { ReactNode } from 'react'
import { creators } from '../../formats/bylines'
import { isoDate, modifiedOf } from '../../formats/dates'
import { toHtml } from '../../formats/html'
import { jsonLdScript, toJsonLd } from '../../formats/jsonLd'
import { mayBeNamed } from '../../formats/links'
import { heroOf, pictureOf } from '../../formats/pictures'
import type { ArticleDocument } from '../../formats/types'
import { articleUrl, authorUrl, sectionUrl, tagUrl } from '../../formats/urls'
import { allPopulated, populated, text } from '../../formats/values'
import type { Frame } from '../frame'
import { languageOf } from '../language'
import { Byline } from '../parts/Byline'
import { Card } from '../parts/Card'
import { Corrections } from '../parts/Corrections'
import { Dateline } from '../parts/Dateline'
import { DraftBanner } from '../parts/DraftBanner'
import { HeroPicture } from '../parts/HeroPicture'
import { Page } from '../parts/Page'
import { wordsOf } from '../../i18n/readerPages'

type ArticlePageProps = {
  article: ArticleDocument
  frame: Frame
  /** Set on pages that are not for everybody: what to say above the article, and the script that keeps it up to date. */
  draft?: { title: string; note: ReactNode; script?: string }
}

/** An article as its readers see it; a draft of one, marked as such and kept from search engines. */
export function ArticlePage({ article, draft, frame }: ArticlePageProps): ReactNode {
  const { here, site } = frame
  const language = languageOf(article.language, site.newsroom.language)
  const words = wordsOf(language)
  const headline = text(article.headline) ?? words.draft
  const hero = heroOf(article, here)
  const section = populated(article.section)
  const shared = populated(article.meta?.image)
  const related = allPopulated(article.related).filter((other) => mayBeNamed(other, here))
  return (
    <Page
      frame={frame}
      language={language}
      banner={draft && <DraftBanner note={draft.note} title={draft.title} />}
      script={draft?.script}
      head={{
        title: text(article.meta?.title) ?? headline,
        description: text(article.meta?.description) ?? text(article.standfirst),
        url: draft ? undefined : articleUrl(article.slug ?? '', site),
        type: 'article',
        picture: (shared && pictureOf(shared, site)) ?? heroOf(article, site),
      }}
      headMore={!draft && <ArticleMeta article={article} frame={frame} />}
    >
      <article className="story">
        <header>
          {section && (
            <p className="kicker">
              <a href={sectionUrl(section.slug, here)} lang={site.newsroom.language}>
                {section.name}
              </a>
            </p>
          )}
          <h1>{headline}</h1>
          {text(article.standfirst) && <p className="standfirst">{article.standfirst}</p>}
          <Byline article={article} here={here} language={language} />
          <Dateline article={article} language={language} />
        </header>
        {hero && <HeroPicture picture={hero} />}
        <div className="body" dangerouslySetInnerHTML={{ __html: toHtml(article, { ...here, playLabel: (site) => words.play.replace('{site}', site) }) }} />
        <Corrections corrections={article.corrections ?? []} language={language} />
      </article>
      <Topics article={article} frame={frame} language={language} />
      {related.length > 0 && (
        <section className="related">
          <h2 className="label">{words.related}</h2>
          {related.map((other) => (
            <Card key={other.id} article={{ ...other, language: other.language ?? language }} here={here} />
          ))}
        </section>
      )}
    </Page>
  )
}

function Topics({ article, frame: { here, site }, language }: { article: ArticleDocument; frame: Frame; language: string }): ReactNode {
  const tags = allPopulated(article.tags).filter(({ name }) => text(name))
  if (tags.length === 0) return null
  return (
    <nav className="topics" aria-label={wordsOf(language).topics}>
      <ul>
        {tags.map(({ id, name, slug }) => (
          <li key={id}>
            <a href={tagUrl(slug, here)} rel="tag" lang={site.newsroom.language}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** For machines: schema.org, and the article's part of Open Graph (https://ogp.me/#type_article). */
function ArticleMeta({ article, frame: { site } }: { article: ArticleDocument; frame: Frame }): ReactNode {
  const published = isoDate(article.publishedAt)
  const modified = isoDate(modifiedOf(article))
  const section = populated(article.section)
  return (
    <>
      {published && <meta property="article:published_time" content={published} />}
      {modified && <meta property="article:modified_time" content={modified} />}
      {creators(article).map(({ id, slug }) => (
        <meta key={id} property="article:author" content={authorUrl(slug, site)} />
      ))}
      {section && <meta property="article:section" content={section.name} />}
      {allPopulated(article.tags).map(({ id, name }) => (
        <meta key={id} property="article:tag" content={name} />
      ))}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdScript({ ...toJsonLd(article, site), articleBody: undefined }) }} />
    </>
  )
}
