import { referencesExpanded } from './markup'
import type { XmlHandler } from './scanner'

/** Deeper elements are ignored. The strict scanner has the same limit. */
const MAX_DEPTH = 256

const TAG = /<(\/?)([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)((?:\s(?:"[^"<]*"|'[^'<]*'|[^<>"'])*|\/)?)>/uy
/** A tag with a quotation mark too many or too few. */
const MISQUOTED_TAG = /<(\/?)([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)(\s[^<>]*)>/uy
const ATTRIBUTE = /\s*([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/uy
/** The name of an element that is an item, or that has the items of a feed. */
const BOUNDARY = /(?:^|:)(?:item|entry|deleted-entry)$|^(?:rss|rdf:rdf|(?:atom:)?feed)$/

/**
 * Reads XML that is not well-formed, in linear time. A malformed tag is text. An unknown reference stays as it is. An end tag
 * closes its element, in whatever case, and everything open inside it; if its element is not open, it is ignored. A new item or
 * feed closes the item before it.
 */
export function readBrokenXml(text: string, handler: XmlHandler): void {
  const open: string[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) handler.close(open.pop() ?? '', undefined)
  }
  const passed = [['<![CDATA[', ']]>'], ['<!--', '-->'], ['<?', '?>']].map(([begin = '', end = '']) => ({ begin, end, last: text.lastIndexOf(end) }))
  let at = 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const words = text.slice(at, next < 0 ? undefined : next)
    if (words !== '') handler.text(referencesExpanded(words))
    if (next < 0) break
    const section = passed.find(({ begin, last }) => last > next && text.startsWith(begin, next))
    if (section) {
      const end = text.indexOf(section.end, next)
      if (section.begin === '<![CDATA[') handler.text(text.slice(next + section.begin.length, end))
      at = end + section.end.length
      continue
    }
    TAG.lastIndex = next
    MISQUOTED_TAG.lastIndex = next
    const [tag = '<', slash = '', label, attributes = ''] = TAG.exec(text) ?? MISQUOTED_TAG.exec(text) ?? []
    const name = label?.toLowerCase()
    at = next + tag.length
    if (label === undefined || name === undefined) handler.text('<')
    else if (slash !== '') {
      if (open.includes(name)) closeTo(open.lastIndexOf(name))
    } else if (BOUNDARY.test(name) || open.length < MAX_DEPTH) {
      if (BOUNDARY.test(name)) closeTo(0)
      handler.open(label, attributesOf(attributes.endsWith('/') ? attributes.slice(0, -1) : attributes))
      open.push(name)
      if (attributes.endsWith('/')) closeTo(open.length - 1)
    }
  }
  closeTo(0)
}

/** The attributes, up to the first malformed one. Their values may be without quotation marks. */
function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  ATTRIBUTE.lastIndex = 0
  for (let found = ATTRIBUTE.exec(text); found; found = ATTRIBUTE.exec(text)) {
    const [, name = '', double, single, bare] = found
    attributes.set(name.toLowerCase(), referencesExpanded(double ?? single ?? bare ?? ''))
  }
  return attributes
}
