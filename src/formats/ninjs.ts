import { creators, signatures } from './bylines'
import { datelineText, isoDate, modifiedOf } from './dates'
import { toHtml, toPlainText } from './html'
import { associationsOf } from './ninjsAssociations'
import { conceptsOf, sectionSubject } from './ninjsConcepts'
import type { Ninjs, NinjsText } from './ninjsTypes'
import { NINJS_STANDARD } from './ninjsTypes'
import type { ArticleDocument, Correction, FormatOptions } from './types'
import { articleUri, articleUrl, authorUrl } from './urls'
import { defined, list, text } from './values'

/** What receivers of a withdrawn article are told (IPTC: canceled means never to be used again). */
const WITHDRAWN = 'Withdrawn. Do not publish; remove it where it was published.'

/**
 * An article as ninjs 3.1, the news industry's JSON.
 *
 * A withdrawn article goes out as a notice: which one it is and that it is canceled, and nothing of what it said below
 * its headline. {@link toWholeNinjs} keeps its text. Whether the reader may have the article at all is for the caller to ask; see docs/formats.md for which
 * field goes where.
 *
 * @see https://www.iptc.org/std/ninjs/userguide/
 */
export function toNinjs(article: ArticleDocument, options: FormatOptions): Ninjs {
  return article.pubStatus === 'canceled' ? withdrawalOf(article, options) : toWholeNinjs(article, options)
}

/** The same with all of a withdrawn article's text, for an export: a newsroom that moves takes along what it has withdrawn. */
export function toWholeNinjs(article: ArticleDocument, options: FormatOptions): Ninjs {
  const { tags } = article
  const associations = associationsOf(article, options)
  return defined<Ninjs>({
    ...identityOf(article, options),
    representationType: 'full',
    profile: associations.some(({ type }) => type === 'picture') ? 'text-photo' : 'text-only',
    contentCreated: isoDate(article.publishedAt),
    embargoedUntil: isoDate(article.embargoUntil),
    edNote: text((article.corrections ?? []).map(correctionNote).join('\n\n')),
    by: text(
      creators(article)
        .map(({ name }) => name)
        .join(', '),
    ),
    located: text(article.dateline?.place),
    headlines: list([...plain('main', article.headline), ...plain('search', article.meta?.title)]),
    descriptions: list([
      ...plain('standfirst', article.standfirst),
      ...plain('dateline', datelineText(article)),
      ...plain('search', article.meta?.description),
    ]),
    bodies: bodiesOf(article, options),
    people: list(conceptsOf('person', tags, options)),
    organisations: list(conceptsOf('organisation', tags, options)),
    places: list(conceptsOf('place', tags, options)),
    events: list(conceptsOf('event', tags, options)),
    subjects: list([...sectionSubject(article.section, options), ...conceptsOf('subject', tags, options)]),
    infoSources: list(
      signatures(article).map(({ author, role }) =>
        defined({
          name: author.name,
          role,
          uri: author.slug && authorUrl(author.slug, options),
          literal: text(author.slug),
        }),
      ),
    ),
    associations: list(associations),
  })
}

function withdrawalOf(article: ArticleDocument, options: FormatOptions): Ninjs {
  return defined<Ninjs>({
    ...identityOf(article, options),
    representationType: 'partial',
    edNote: WITHDRAWN,
    headlines: list(plain('main', article.headline)),
  })
}

/** Which article this is, and which version of it. */
function identityOf(article: ArticleDocument, options: FormatOptions) {
  const slug = text(article.slug)
  const version = isoDate(article.updatedAt)
  return {
    uri: articleUri(article.id, options),
    standard: NINJS_STANDARD,
    type: 'text',
    version,
    firstCreated: isoDate(article.createdAt),
    versionCreated: isoDate(modifiedOf(article)),
    pubStatus: pubStatusOf(article),
    language: text(article.language),
    slugline: slug,
    altIds: slug
      ? [
          { role: 'slug', value: slug },
          { role: 'url', value: articleUrl(slug, options) },
        ]
      : undefined,
  } as const satisfies Partial<Ninjs>
}

/** ninjs has no word for a draft, and `usable` would say that it may go out: what is not published is withheld. */
function pubStatusOf({ _status, pubStatus }: ArticleDocument): Ninjs['pubStatus'] {
  const status = pubStatus ?? 'usable'
  return status === 'usable' && _status === 'draft' ? 'withheld' : status
}

function bodiesOf(article: ArticleDocument, options: FormatOptions): Ninjs['bodies'] {
  const words = toPlainText(article)
  const counts = defined({
    charCount: Array.from(words).length,
    wordCount: Number.isInteger(article.wordCount) ? (article.wordCount ?? undefined) : undefined,
  })
  return list([
    ...plain('main', words).map((body) => ({ ...body, ...counts })),
    ...plain('main', toHtml(article, options)).map((body): NinjsText => ({ ...body, contentType: 'text/html' })),
  ])
}

/** `CORRECTION 2023-10-19T08:00:00.000Z: the text`; the kind and moment can be read back. */
function correctionNote({ correctedAt, kind, text: words }: Correction): string {
  return `${kind.toUpperCase()} ${isoDate(correctedAt) ?? ''}: ${words}`
}

function plain(role: string, value: string | null | undefined): NinjsText[] {
  const words = text(value)
  return words === undefined ? [] : [{ role, contentType: 'text/plain', value: words }]
}
