import { elementsOf, ownText } from './xml/element'
import type { XmlElement } from './xml/element'
import type { XmlReading } from './xmlReading'

/** Post meta of the plugins that most sites have for what search engines show. */
const META_TITLES = ['_yoast_wpseo_title', 'rank_math_title', '_aioseo_title']
const META_DESCRIPTIONS = ['_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description']
/** Post meta that names the primary category, by its number. */
export const PRIMARY_CATEGORY = ['_yoast_wpseo_primary_category', 'rank_math_primary_category']
/** Post meta that names the main picture, by the number of its attachment. */
export const THUMBNAIL = '_thumbnail_id'
export const FOOTNOTES = 'footnotes'
/** Post meta with a slug that the post had before. */
export const OLD_SLUG = '_wp_old_slug'

/** Post meta that is words of the article, an address of it or a picture. */
export const READ_KEYS = [...META_TITLES, ...META_DESCRIPTIONS, ...PRIMARY_CATEGORY, THUMBNAIL, FOOTNOTES, OLD_SLUG]

type PostMeta = { element: XmlElement; key: string; value: string | undefined }

/** The post's metadata in its order: what WordPress and its plugins keep with a post. */
export function postMeta(reading: XmlReading): PostMeta[] {
  return reading.all('wp:postmeta').map((element) => {
    const parts = new Map(elementsOf(element).map((child) => [child.name, ownText(child)]))
    return { element, key: parts.get('wp:meta_key') ?? '', value: parts.get('wp:meta_value') }
  })
}

/** A value among the post's metadata. */
export function metaOf(reading: XmlReading, key: string): string | undefined {
  const element = reading.all('wp:postmeta').find((each) => elementsOf(each).some((child) => child.name === 'wp:meta_key' && ownText(child) === key))
  return ownText(element && elementsOf(element).find(({ name }) => name === 'wp:meta_value'))
}

/** What search engines show of the post; what else its metadata says is claimed or left out. */
export function readMeta(reading: XmlReading): { title?: string; description?: string } {
  const meta: { title?: string; description?: string } = {}
  for (const { element, key, value } of postMeta(reading)) {
    if (value !== undefined && META_TITLES.includes(key) && meta.title === undefined) {
      reading.claims.take(element, 'meta.title')
      meta.title = value
    } else if (value !== undefined && META_DESCRIPTIONS.includes(key) && meta.description === undefined) {
      reading.claims.take(element, 'meta.description')
      meta.description = value
    } else if (key === THUMBNAIL) {
      reading.claims.leaveOut(element, `the picture is the attachment ${(value ?? '').slice(0, 20)} of the site; no file is fetched`)
    } else if (key === FOOTNOTES) reading.claims.take(element, 'body')
    else if (PRIMARY_CATEGORY.includes(key)) reading.claims.take(element, 'section')
    else reading.claims.leaveOut(element, `a setting of WordPress or a plugin: ${key.slice(0, 60)}`)
  }
  return meta
}
