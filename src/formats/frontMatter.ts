import { signatures } from './bylines'
import { isoDate, modifiedOf } from './dates'
import { mayBeNamed } from './links'
import { heroOf } from './pictures'
import type { ArticleDocument, BylineRole, Correction, FormatOptions, SectionDocument, TagDocument } from './types'
import { articleUri } from './urls'
import { allPopulated, defined, list, populated, text } from './values'

/** What the Markdown of an article says above its text. Dates are ISO 8601 in UTC; what is empty is left out. */
export type FrontMatter = {
  uri: string
  headline: string
  slug?: string
  standfirst?: string
  language?: string
  /** As Hugo and Jekyll know it: written, but not published. */
  draft: boolean
  pubStatus: 'canceled' | 'usable' | 'withheld'
  publishedAt?: string
  updatedAt?: string
  embargoUntil?: string
  section?: Pick<SectionDocument, 'name' | 'slug'>
  tags?: Pick<TagDocument, 'kind' | 'name' | 'slug'>[]
  bylines?: { name: string; slug: string; role: BylineRole }[]
  dateline?: { place?: string; date?: string; text?: string }
  corrections?: Pick<Correction, 'correctedAt' | 'kind' | 'text'>[]
  heroImage?: { uri: string; url: string; alt?: string; caption?: string; credit?: string; rights?: string }
  related?: { uri: string; headline: string; slug: string }[]
  meta?: { title?: string; description?: string }
}

/** Everything of an article that Markdown can hold, except its text. */
export function frontMatterOf(article: ArticleDocument, options: FormatOptions): FrontMatter {
  const section = populated(article.section)
  return defined<FrontMatter>({
    uri: articleUri(article.id, options),
    headline: article.headline ?? '',
    slug: text(article.slug),
    standfirst: text(article.standfirst),
    language: text(article.language),
    draft: article._status !== 'published',
    pubStatus: article.pubStatus ?? 'usable',
    publishedAt: isoDate(article.publishedAt),
    updatedAt: isoDate(modifiedOf(article)),
    embargoUntil: isoDate(article.embargoUntil),
    section: section && { name: section.name, slug: section.slug },
    tags: list(allPopulated(article.tags).map(({ kind, name, slug }) => ({ name, slug, kind }))),
    bylines: list(signatures(article).map(({ author: { name, slug }, role }) => ({ name, slug, role }))),
    dateline: datelineOf(article),
    corrections: list((article.corrections ?? []).map(correctionOf)),
    heroImage: heroImageOf(article, options),
    related: relatedOf(article, options),
    meta: unlessEmpty(defined({ title: text(article.meta?.title), description: text(article.meta?.description) })),
  })
}

function datelineOf({ dateline }: ArticleDocument): FrontMatter['dateline'] {
  return unlessEmpty(
    defined({ place: text(dateline?.place), date: isoDate(dateline?.date), text: text(dateline?.text) }),
  )
}

function correctionOf({ correctedAt, kind, text: words }: Correction) {
  return { kind, correctedAt: isoDate(correctedAt) ?? correctedAt, text: words }
}

function heroImageOf(article: ArticleDocument, options: FormatOptions): FrontMatter['heroImage'] {
  const hero = heroOf(article, options)
  if (!hero) return undefined
  const { alt, caption, credit, original, rights, uri } = hero
  return defined({ uri, url: original.url, alt, caption, credit, rights })
}

function relatedOf(article: ArticleDocument, options: FormatOptions): FrontMatter['related'] {
  const named = allPopulated(article.related).filter((related) => mayBeNamed(related, options))
  return list(
    named.flatMap(({ headline, id, slug }) =>
      headline && slug ? { uri: articleUri(id, options), headline, slug } : [],
    ),
  )
}

function unlessEmpty<T extends object>(fields: T): T | undefined {
  return Object.keys(fields).length > 0 ? fields : undefined
}
