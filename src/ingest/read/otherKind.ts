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

/** What XML documents are, by their first element. */
const XML_KINDS: ReadonlyMap<string, string> = new Map(Object.entries({
  nitf: 'a NITF document',
  newsml: 'a NewsML 1 document',
  newsitem: 'a NewsML-G2 document',
  newsmessage: 'a NewsML-G2 document',
  packageitem: 'a NewsML-G2 document',
  knowledgeitem: 'a NewsML-G2 document',
  sportscontent: 'a SportsML document',
  opml: 'a list of feeds (OPML)',
  urlset: 'a sitemap',
  sitemapindex: 'a sitemap',
  svg: 'a picture (SVG)',
  html: 'a web page',
}))

const MAIL_HEADERS = new Set('bcc cc content-type date delivered-to from message-id mime-version received reply-to return-path sender subject to x-mailer'.split(' '))

/** Other texts with a form of their own. */
const TEXT_KINDS: readonly Kind[] = [
  { begins: /^From \S{1,200} .{0,60}\d{4}\s/, fault: `This is a mailbox: ${AS_TEXT}` },
  { begins: /^BEGIN:V(?:CALENDAR|CARD)/i, fault: `This is a calendar or an address card: ${AS_TEXT}` },
  { begins: /^WEBVTT/, fault: `These are subtitles: ${AS_TEXT}` },
  { begins: /^%!PS/, fault: `This is a PostScript file: ${AS_TEXT}` },
  { begins: /^(?:#!|<\?php|\\documentclass)/, fault: `This is a program or a source text: ${AS_TEXT}` },
  { begins: /^(?:[\x00-\x1f]{0,8}\x01|\x16{2})/, fault: `This is an IPTC 7901 or ANPA wire file: ask the agency for ninjs, RSS or Atom, or ${AS_TEXT}` },
]

/**
 * What to do instead with a text that begins like none of the formats that are read, or as what it is taken for plain
 * house copy; undefined when it may be that.
 */
export function otherText(text: string): string | undefined {
  const start = text.replace(/^\ufeff/, '').trimStart()
  const mail = mailFault(start)
  if (mail !== undefined) return mail
  const kind = TEXT_KINDS.find(({ begins }) => begins.test(text) || begins.test(start))
  if (kind) return kind.fault
  if (/^<[!?/\p{L}]/u.test(start)) {
    const name = firstElement(start)
    const local = name.slice(name.indexOf(':') + 1)
    const what = XML_KINDS.get(local.toLowerCase()) ?? (local === '' ? 'XML or HTML' : `XML or HTML that begins with <${name}>`)
    return `This is ${what}, which is not read: ask the source for ninjs, RSS or Atom, or ${AS_TEXT}`
  }
  if (/^[{[]\s*["{[]/.test(start)) return 'This looks like JSON, but is neither ninjs nor JSON Lines: ask the source for ninjs, RSS or Atom.'
  return undefined
}

/** What to do instead with an e-mail, even one that holds house copy. */
export function mailFault(text: string): string | undefined {
  return isMail(text.replace(/^\ufeff/, '').trimStart()) ? `This is an e-mail: ${AS_TEXT}` : undefined
}

/** Two header fields of a mail or more before the first blank line, and nothing else there. */
function isMail(text: string): boolean {
  let fields = 0
  for (const line of text.split(/\r\n?|\n/, 60)) {
    if (line.trim() === '') break
    const name = /^([A-Za-z][A-Za-z0-9-]{1,60}):/.exec(line)?.[1]
    if (name === undefined && !/^[ \t]/.test(line)) return false
    if (name !== undefined && MAIL_HEADERS.has(name.toLowerCase())) fields += 1
  }
  return fields >= 2
}

/** The name of the first element, past declarations and comments. */
function firstElement(text: string): string {
  let at = 0
  while (text.startsWith('<?', at) || text.startsWith('<!', at)) {
    const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) + 2 : text.indexOf('>', at)
    at = end < 2 ? -1 : text.indexOf('<', end)
    if (at < 0) return ''
  }
  const name = /<([\w.:-]{1,60})/y
  name.lastIndex = at
  return name.exec(text)?.[1] ?? ''
}

/** So much of a file is looked at. */
const HEAD = 1024

/** How the manifest.json begins that `npm run export` leaves beside its files (src/export/manifest.ts). */
const EXPORT_MANIFEST = /^\{\s*"format":\s*"\w+",\s*"section":/

/** Whether this is what an export lists its files in: in an import of the whole folder it is not meant as a story. */
export function isExportManifest(head: Uint8Array): boolean {
  return EXPORT_MANIFEST.test(Buffer.from(head.subarray(0, HEAD)).toString('latin1'))
}

/** What to do instead with a file of a kind that is not read; undefined when it may be one that is. */
export function otherKind(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.subarray(0, HEAD)).toString('latin1')
  return KINDS.find(({ begins }) => begins.test(text))?.fault
}
