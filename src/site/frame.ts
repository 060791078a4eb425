import type { FormatOptions, SectionDocument } from '../formats/types'

/** What the pages of a site have in common. */
export type Frame = {
  /** Addresses in full, as other sites and search engines need them. */
  site: FormatOptions
  /** The same as paths: a page links to where it is read. */
  here: FormatOptions
  /** For the menu, in its order. */
  sections: readonly Pick<SectionDocument, 'id' | 'name' | 'slug'>[]
}

/** A page before it is markup; `Document` makes it one. */
export function frameOf(site: FormatOptions, sections: Frame['sections']): Frame {
  return { site, here: { ...site, isRelative: true }, sections }
}
