import { readBody } from './body'
import type { ArticleDocument, FormatOptions, MediaDocument } from './types'
import { fileUrl, mediaUri } from './urls'
import { populated, text } from './values'

/** One file of a picture. */
export type Rendition = {
  name: string
  url: string
  type: string | undefined
  width: number | undefined
  height: number | undefined
  bytes: number | undefined
}

/** A picture that can be fetched, with what has to be said beside it. */
export type Picture = {
  id: string
  uri: string
  alt: string | undefined
  caption: string | undefined
  credit: string | undefined
  rights: string | undefined
  original: Rendition
  /** From small to large, without the original. */
  sizes: Rendition[]
  /** Where to crop around, in parts of a hundred from the top left. */
  focal: { x: number; y: number } | undefined
}

type MediaFile = Pick<MediaDocument, 'filesize' | 'height' | 'mimeType' | 'url' | 'width'>

/** A media document as a picture; nothing when it has no address yet. */
export function pictureOf(media: MediaDocument, options: FormatOptions): Picture | undefined {
  const original = renditionOf('original', media, options)
  if (!original) return undefined
  const { card, thumbnail, wide } = media.sizes ?? {}
  const sizes = Object.entries({ thumbnail, card, wide })
  const { focalX, focalY } = media
  // A project's own files may have numbers.
  const id = String(media.id)
  return {
    id,
    uri: mediaUri(id, options),
    alt: text(media.alt),
    caption: text(media.caption),
    credit: text(media.credit),
    rights: text(media.rights),
    original,
    sizes: sizes.flatMap(([name, file]) => (file && renditionOf(name, file, options)) ?? []),
    focal: isPercentage(focalX) && isPercentage(focalY) ? { x: focalX, y: focalY } : undefined,
  }
}

export function heroOf({ heroImage }: ArticleDocument, options: FormatOptions): Picture | undefined {
  const media = populated(heroImage)
  return media && pictureOf(media, options)
}

/** The pictures in an article's text, in order. */
export function bodyPictures({ body }: ArticleDocument, options: FormatOptions): Picture[] {
  return readBody(body).flatMap((block) => (block.type === 'image' ? (pictureOf(block.media, options) ?? []) : []))
}

/** How far two sizes may differ in shape and still show the same, by rounding. */
const SAME_SHAPE = 0.01

/**
 * The files a browser may choose from for a picture, as in `srcset`: the sizes that show all of it, and the original when
 * there is none larger.
 *
 * @see https://html.spec.whatwg.org/multipage/images.html#srcset-attributes
 */
export function srcsetOf({ original, sizes }: Picture): string | undefined {
  // The thumbnail of a small picture is as large as it.
  const smaller = sizes.filter(({ width }) => width !== original.width)
  const whole = smaller.filter((size) => Math.abs(shapeOf(size) - shapeOf(original)) < SAME_SHAPE)
  if (whole.length === 0) return undefined
  const files = whole.some(({ width }) => width && width >= LARGE) ? whole : [...whole, original]
  return files.map(({ url, width = 0 }) => `${url} ${String(width)}w`).join(', ')
}

/** Pixels across that are enough for any page: a larger original is left alone. */
const LARGE = 1600

function shapeOf({ height, width }: Rendition): number {
  return width && height ? width / height : 0
}

/** The caption and whose picture it is, as one line. */
export function captionLine({ caption, credit }: Picture): string | undefined {
  return caption && credit ? `${caption} (${credit})` : (caption ?? credit)
}

function renditionOf(name: string, file: MediaFile, options: FormatOptions): Rendition | undefined {
  const url = text(file.url) && fileUrl(file.url, options)
  return url
    ? {
        name,
        url,
        type: text(file.mimeType),
        width: wholeNumber(file.width),
        height: wholeNumber(file.height),
        bytes: wholeNumber(file.filesize),
      }
    : undefined
}

/** Pixels or bytes; what is no such amount, a stranger may have written. */
function wholeNumber(value: number | null | undefined): number | undefined {
  const whole = Math.round(value ?? 0)
  return Number.isSafeInteger(whole) && whole > 0 ? whole : undefined
}

function isPercentage(value: number | null | undefined): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100
}
