import type { NinjsConcept } from './ninjsTypes'
import type { ArticleDocument, FormatOptions, TagDocument } from './types'
import { mediaTopicUri, sectionUrl, tagUrl, uriOf } from './urls'
import { allPopulated, defined, populated, text } from './values'

/** The tags of one kind. What a subject is, its Media Topic says; who a person is, the page that identifies them. */
export function conceptsOf(
  kind: TagDocument['kind'],
  tags: ArticleDocument['tags'],
  options: FormatOptions,
): NinjsConcept[] {
  return allPopulated(tags)
    .filter((tag) => tag.kind === kind && text(tag.name))
    .map(({ mediaTopic, name, sameAs, slug }) => {
      const topic = mediaTopicUri(mediaTopic)
      const page = sameAs?.[0] && uriOf(sameAs[0])
      const known = kind === 'subject' ? topic || page : page || topic
      return defined({ name, rel: 'about', uri: known || (slug && tagUrl(slug, options)), literal: text(slug) })
    })
}

/** The section, as the subject that the article is filed under. */
export function sectionSubject(section: ArticleDocument['section'], options: FormatOptions): NinjsConcept[] {
  const { mediaTopic, name, slug } = populated(section) ?? {}
  if (!name || !text(name)) return []
  const uri = mediaTopicUri(mediaTopic) ?? (slug && sectionUrl(slug, options))
  return [defined({ name, rel: 'section', uri, literal: text(slug) })]
}
