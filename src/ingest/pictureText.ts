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

/** The most bytes of a segment of a JPEG (ITU-T T.81 B.1.1.4), which its metadata has to fit into in each standard. */
const MAX_SEGMENT = 65_533

/** Blocks of metadata as they are in files of all kinds. */
export type Metadata = { readonly exif?: Uint8Array; readonly iptc?: Uint8Array; readonly xmp?: Uint8Array }

/**
 * A JPEG that has this metadata and no picture, for {@link pictureText}: what a block may hold is bounded by what a JPEG
 * can. A larger block is left out.
 */
export function metadataAlone({ exif, iptc, xmp }: Metadata): Uint8Array {
  const segments = [segment(0xe1, 'Exif\0\0', exif), segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp), segment(0xed, 'Photoshop 3.0\0', iptc)]
  return Uint8Array.from([0xff, 0xd8, ...segments.flatMap((each) => [...each]), 0xff, 0xd9])
}

/** @param name how the segment's content begins, whether or not the block has it */
function segment(marker: number, name: string, block: Uint8Array = new Uint8Array()): Uint8Array {
  const start = [...name].map((each) => each.charCodeAt(0))
  const content = start.every((byte, at) => block[at] === byte) ? block : Uint8Array.from([...start, ...block])
  const length = content.length + 2
  if (block.length === 0 || length > MAX_SEGMENT + 2) return new Uint8Array()
  return Uint8Array.from([0xff, marker, length >> 8, length & 0xff, ...content])
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
