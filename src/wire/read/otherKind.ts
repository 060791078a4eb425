type Kind = { begins: RegExp; fault: string }

const AS_TEXT = 'save the story as plain text (UTF-8) or Markdown.'

/** How files begin that hold stories in no form that is read, a character for a byte. */
const KINDS: readonly Kind[] = [
  { begins: /^PK\x03\x04/, fault: `This is a ZIP archive or an Office document: unpack it, or ${AS_TEXT}` },
  { begins: /^\x1f\x8b/, fault: 'This is a compressed file: unpack it first.' },
  { begins: /^%PDF-/, fault: `This is a PDF: ${AS_TEXT}` },
  { begins: /^\{\\rtf/, fault: `This is a Rich Text file: ${AS_TEXT}` },
  { begins: /^\xd0\xcf\x11\xe0/, fault: `This is an old Office document: ${AS_TEXT}` },
  { begins: /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/s, fault: 'This is a picture: upload it to Media.' },
  { begins: /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b/i, fault: `This is a web page: ${AS_TEXT}` },
]

/** So much of a file is looked at. */
const HEAD = 1024

/** How the manifest.json begins that `npm run export` leaves beside its files (src/export/manifest.ts). */
const EXPORT_MANIFEST = /^\{\s*"format":\s*"\w+",\s*"section":/

/** Whether this is what an export lists its files in: whoever brings the folder in does not mean it for a story. */
export function isExportManifest(head: Uint8Array): boolean {
  return EXPORT_MANIFEST.test(Buffer.from(head.subarray(0, HEAD)).toString('latin1'))
}

/** What to do instead with a file of a kind that is not read; undefined when it may be one that is. */
export function otherKind(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.subarray(0, HEAD)).toString('latin1')
  return KINDS.find(({ begins }) => begins.test(text))?.fault
}
