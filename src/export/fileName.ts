/** File systems take 255 bytes; this leaves room for an id and an extension. */
const MAX_BYTES = 200

/** Names that Windows keeps for devices, with any extension. */
const DEVICES = /^(?:aux|con|nul|prn|(?:com|lpt)\d)$/

/**
 * A name for an article's file, without its extension: the slug, and for a slug that some file system cannot keep apart
 * from others or not hold, as much of it as can be with the id behind a `~`, which no slug has.
 *
 * Of slugs that differ in case or composition alone, which macOS and Windows take for one, at most one is kept as it is.
 *
 * @param isTaken whether another article has this name, ending aside
 */
export function fileNameOf(
  { id, slug }: { id: string; slug?: string | null },
  isTaken: (name: string) => boolean,
): string {
  const name = slug ?? ''
  if (isSafe(name) && !isTaken(name)) return name
  return `${readablePart(name)}~${id}`
}

function isSafe(name: string): boolean {
  return /^[\p{L}\p{N}\p{M}-]+$/u.test(name) && Buffer.byteLength(name) <= MAX_BYTES && folded(name) === name && !DEVICES.test(name)
}

function readablePart(name: string): string {
  let part = ''
  for (const character of folded(name).replace(/[^\p{L}\p{N}\p{M}-]+/gu, '-')) {
    if (Buffer.byteLength(part + character) > MAX_BYTES) break
    part += character
  }
  return part
}

function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC')
}
