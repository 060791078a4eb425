/** The kinds of pictures that are taken. */
export const PICTURES = {
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mime: 'image/png', extensions: ['png'] },
  webp: { mime: 'image/webp', extensions: ['webp'] },
  avif: { mime: 'image/avif', extensions: ['avif'] },
  gif: { mime: 'image/gif', extensions: ['gif'] },
} as const

export type PictureKind = keyof typeof PICTURES

/** What a file is by its first bytes, whatever it is called; undefined when it is none of {@link PICTURES}. */
export function pictureKind(bytes: Buffer): PictureKind | undefined {
  const starts = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text
  if (starts('\xff\xd8\xff')) return 'jpeg'
  if (starts('\x89PNG\r\n\x1a\n')) return 'png'
  if (starts('GIF87a') || starts('GIF89a')) return 'gif'
  if (starts('RIFF') && starts('WEBP', 8)) return 'webp'
  if (starts('ftypavif', 4) || starts('ftypavis', 4)) return 'avif'
  return undefined
}

/**
 * Where a picture ends in its file, or undefined where its structure is broken. Whatever comes after is no part of it:
 * an archive, a page, a script.
 */
export function pictureEnd(bytes: Buffer, kind: PictureKind): number | undefined {
  const end = ENDS[kind](bytes)
  return end !== undefined && end <= bytes.length ? end : undefined
}

type End = (bytes: Buffer) => number | undefined

const ENDS: Record<PictureKind, End> = { jpeg: jpegEnd, png: pngEnd, webp: riffEnd, avif: boxesEnd, gif: gifEnd }

/** ITU-T T.81 annex B: markers with lengths, and entropy-coded data in which every FF is followed by 00 or a restart. */
function jpegEnd(bytes: Buffer): number | undefined {
  let end = oneJpegEnd(bytes, 0)
  if (end === undefined) return undefined
  // Cameras write previews and depth maps behind the picture, as JPEGs of their own (CIPA DC-007, Multi-Picture Format).
  for (;;) {
    const next = skipZeros(bytes, end)
    const isJpeg = pictureKind(bytes.subarray(next, next + 3)) === 'jpeg'
    const nextEnd = isJpeg ? oneJpegEnd(bytes, next) : undefined
    if (nextEnd === undefined) return end
    end = nextEnd
  }
}

/** Where the one JPEG that starts here ends. */
function oneJpegEnd(bytes: Buffer, start: number): number | undefined {
  let at = start + 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes.readUInt8(at + 1)
    // Fill bytes before a marker.
    if (marker === 0xff) at += 1
    else if (marker === 0xda) at = scanEnd(bytes, at + 2 + bytes.readUInt16BE(at + 2))
    else at += 2 + bytes.readUInt16BE(at + 2)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2
  }
  return undefined
}

/** Where the entropy-coded data that starts here ends. */
function scanEnd(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1]
    const isData = next === 0x00 || (next !== undefined && next >= 0xd0 && next <= 0xd7)
    if (!isData) return at
  }
  return bytes.length
}

/** Where zeros, as they pad a file, end. */
export function skipZeros(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === 0) at += 1
  return at
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout: length, type, data, checksum; the last chunk is IEND. */
function pngEnd(bytes: Buffer): number | undefined {
  let at = 8
  while (at + 12 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    at += 12 + bytes.readUInt32BE(at)
    if (type === 'IEND') return at
  }
  return undefined
}

/** https://developers.google.com/speed/webp/docs/riff_container: the size of all that follows, padded to even. */
function riffEnd(bytes: Buffer): number | undefined {
  if (bytes.length < 12) return undefined
  const size = bytes.readUInt32LE(4)
  return 8 + size + (size % 2)
}

/** Boxes that a picture file may hold at the top (ISO/IEC 14496-12 section 4.2, ISO/IEC 23008-12). */
const BOXES = new Set(['ftyp', 'meta', 'mdat', 'moov', 'idat', 'free', 'skip', 'uuid', 'mini', 'sidx', 'moof', 'mfra'])

function boxesEnd(bytes: Buffer): number | undefined {
  let at = 0
  while (at + 8 <= bytes.length && BOXES.has(bytes.toString('latin1', at + 4, at + 8))) {
    const size = bytes.readUInt32BE(at)
    // 0: as far as the file goes; 1: the size is too large for four bytes, and for a picture.
    if (size < 8) return undefined
    at += size
  }
  return at
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt: blocks of sub-blocks, until the trailer. */
function gifEnd(bytes: Buffer): number | undefined {
  if (bytes.length < 14) return undefined
  let at = 13 + tableSize(bytes.readUInt8(10))
  while (at < bytes.length) {
    const block = bytes.readUInt8(at)
    if (block === 0x3b) return at + 1
    if (block === 0x21) at = subBlocksEnd(bytes, at + 2)
    else if (block === 0x2c && at + 10 < bytes.length) at = subBlocksEnd(bytes, at + 11 + tableSize(bytes.readUInt8(at + 9)))
    else return undefined
  }
  return undefined
}

/** Bytes of the colour table that these flags tell of. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function subBlocksEnd(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes.readUInt8(at)
  return at + 1
}
