import { decodeCopy, looksLikeHouseCopy } from '../house'

export type SniffedFormat = 'ninjs' | 'ninjs-lines' | 'rss' | 'atom' | 'wxr' | 'markdown' | 'house'

/** So much of a file is looked at. */
const HEAD = 65_536

/** One NUL byte in fewer characters makes a file binary. */
const NUL_SHARE = 20

/** A feed begins within so many characters, whatever a server has put in front of it. */
const FRONT = 4_096
const FEED = /<(?:rss|rdf:rdf|channel|(?:[\w-]{1,20}:)?feed)[\s>]/i
const FEED_ITEM = /<(?:[\w-]{1,20}:)?(?:item|entry|deleted-entry)[\s>]/i

/**
 * Tells a file's format by how it begins, never by its name; undefined when it begins like none that is read. A first
 * part of some kilobytes is enough.
 */
export function sniffFormat(head: Uint8Array | string, encoding?: string): SniffedFormat | undefined {
  const whole = typeof head === 'string' ? head.slice(0, HEAD) : decodeCopy(head.subarray(0, HEAD), encoding).text
  const text = whole.replace(/^\ufeff/, '').replaceAll('\0', '')
  if ((whole.length - text.length) * NUL_SHARE > whole.length) return undefined
  return kindOf(text) ?? (isFeedBehindOthers(text) ? 'rss' : undefined)
}

function kindOf(text: string): SniffedFormat | undefined {
  const start = text.trimStart()
  if (start.startsWith('{') || start.startsWith('[') || JSON_IN_JSON.test(start)) return jsonKind(start)
  if (start.startsWith('<')) return xmlKind(start)
  if (start === '') return undefined
  if (/^(?:---|\+\+\+)[ \t]*(?:\r\n?|\n)/.test(text) && hasFrontMatter(text)) return 'markdown'
  if (looksLikeHouseCopy(text)) return 'house'
  return /^#{1,6} \S/.test(start) ? 'markdown' : undefined
}

/** Whether there is a feed that is not well-formed from its beginning on: words are in front of it, or its root is not as it should be. */
function isFeedBehindOthers(text: string): boolean {
  const at = text.slice(0, FRONT).search(FEED)
  return at >= 0 && FEED_ITEM.test(text.slice(at))
}

/** A text in JSON that is JSON itself: an object or a list of some. */
const JSON_IN_JSON = /^"(?:\s|\\[nrt]){0,20}(?:\[(?:\s|\\[nrt]){0,20})?\{(?:\s|\\[nrt]){0,20}\\"/

/** JSON Lines: the first line is a whole value, and there is another one. */
function jsonKind(start: string): SniffedFormat | undefined {
  if (/^\{\{|^\[[^\]"{[]{0,80}\]\(/.test(start)) return undefined
  const [first = '', ...rest] = start.split(/\r\n?|\n/)
  const second = rest.find((line) => line.trim() !== '')
  if (first.startsWith('{') && second?.startsWith('{') && isJson(first)) return 'ninjs-lines'
  // A key may be in other quotation marks, or in none.
  return /^(?:"|\{\s*(?:["'“”„‘’‚}]|\/[/*]|[\w$-]{1,40}\s*:)|\[\s*(?:[{\]]|\[\s*[{[]|"(?:[^"\\]|\\.){0,20}\{|$))/.test(start) ? 'ninjs' : undefined
}

/** By the first element, past declarations and comments. */
function xmlKind(start: string): SniffedFormat | undefined {
  let at = 0
  for (;;) {
    const rest = start.slice(at, at + 9)
    const close = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : rest.startsWith('<!') ? '>' : undefined
    if (close === undefined) break
    const end = start.indexOf(close, at)
    if (end < 0) return undefined
    at = start.indexOf('<', end + close.length)
    if (at < 0) return undefined
  }
  const tag = /<([\w.:-]{1,60})([^>]*)/y
  tag.lastIndex = at
  const [, name = '', attributes = ''] = tag.exec(start) ?? []
  if (name === 'rss' || name === 'rdf:RDF') return attributes.includes('wordpress.org/export/') ? 'wxr' : 'rss'
  if (/^(?:[\w-]+:)?feed$/.test(name)) return 'atom'
  return /^(?:[\w-]+:)?(?:deleted-)?entry$/.test(name) && /http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atompub\/tombstones\/1\.0)["']/.test(attributes) ? 'atom' : undefined
}

/** Dashes alone may be house copy without a headline: front matter has keys below its mark. */
function hasFrontMatter(text: string): boolean {
  const lines = text.split(/\r\n?|\n/, 200)
  const mark = lines[0]?.trimEnd() ?? ''
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === mark)
  const inside = end < 0 ? lines.slice(1) : lines.slice(1, end)
  const first = inside.find((line) => line.trim() !== '' && !line.startsWith('#'))
  if (first === undefined) return end > 0
  return end > 0 || /^[\w"'-]+ *(?::(?= |$)|=)/.test(first) && !looksLikeHouseCopy(text)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
