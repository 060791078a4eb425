import ExifReader from 'exifreader'
import { inOneLine } from '../text/oneLine'

/** What a picture says of itself. */
export type PictureText = {
  /** What it shows, for those who cannot see it. */
  alt: string | undefined
  caption: string | undefined
  /** Who took it, and who it is from: `Ann Lee / Reuters`. */
  credit: string | undefined
  rights: string | undefined
}

/**
 * Reads what agencies and photographers write into their files, as IPTC's photo metadata standard has it: XMP first,
 * then the older IPTC-IIM, then Exif (https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata).
 *
 * @param bytes a whole picture file; of one that cannot be read nothing is said
 */
export function pictureText(bytes: ArrayBuffer | Uint8Array): PictureText {
  const { exif, iptc, xmp } = tagsOf(bytes)
  const author = first(xmp?.creator, iptc?.['By-line'], exif?.Artist)
  const agency = first(xmp?.Credit, iptc?.Credit)
  return {
    alt: lineOf(first(xmp?.AltTextAccessibility)),
    caption: first(xmp?.description, iptc?.['Caption/Abstract'], exif?.ImageDescription),
    credit: lineOf([...new Set([author, agency].filter(Boolean))].join(' / ')) || undefined,
    rights: first(xmp?.rights, iptc?.['Copyright Notice'], exif?.Copyright),
  }
}

function lineOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : inOneLine(text)
}

/** What the library says of a tag that it could not read. */
const FAULTY = '<faulty value>'

type Tags = Readonly<Record<string, unknown>>

function tagsOf(bytes: ArrayBuffer | Uint8Array): { exif?: Tags; iptc?: Tags; xmp?: Tags } {
  const { buffer, byteLength, byteOffset } = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
  try {
    const { exif, iptc, xmp } = ExifReader.loadView(new DataView(buffer, byteOffset, byteLength), { expanded: true })
    return { exif: { ...exif }, iptc: { ...iptc }, xmp: { ...xmp } }
  } catch {
    return {}
  }
}

/** The first of the tags that says something; a tag that appears several times is a list. */
function first(...tags: unknown[]): string | undefined {
  return tags.map((tag) => [tag].flat().map(wordsOf).filter(Boolean).join(', ')).find(Boolean)
}

/** Cameras fill fields they have nothing for with spaces and zeros. */
function wordsOf(tag: unknown): string {
  if (typeof tag !== 'object' || tag === null || !('description' in tag) || typeof tag.description !== 'string') return ''
  return tag.description === FAULTY ? '' : tag.description.replaceAll('\0', ' ').trim()
}
