import { referencesExpanded } from './markup'
import type { XmlHandler } from './scanner'

/** Elements that are nested deeper are passed over, as the scanner refuses them. */
const MAX_DEPTH = 256

const TAG = /<(\/?)([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)((?:\s(?:"[^"<]*"|'[^'<]*'|[^<>"'])*|\/)?)>/uy
const ATTRIBUTE = /\s*([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/uy
/** What an element that begins another item is called. */
const ITEM = /(?:^|:)(?:item|entry|deleted-entry)$/

/**
 * Reads what can be read of XML that is not well-formed: a tag that is no tag is text, an unknown reference stays as it is,
 * an end tag ends what is open in its element, or nothing, and an item ends the item before it. Time is in proportion to the text.
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
    const [tag = '<', slash = '', name, attributes = ''] = TAG.exec(text) ?? []
    at = next + tag.length
    if (name === undefined) handler.text('<')
    else if (slash !== '') {
      if (open.includes(name)) closeTo(open.lastIndexOf(name))
    } else if (ITEM.test(name) || open.length < MAX_DEPTH) {
      if (ITEM.test(name)) closeTo(0)
      handler.open(name, attributesOf(attributes))
      open.push(name)
      if (attributes.endsWith('/')) closeTo(open.length - 1)
    }
  }
  closeTo(0)
}

/** The attributes up to the first that is not written as one. */
function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  ATTRIBUTE.lastIndex = 0
  for (let found = ATTRIBUTE.exec(text); found; found = ATTRIBUTE.exec(text)) {
    const [, name = '', double, single] = found
    attributes.set(name, referencesExpanded(double ?? single ?? ''))
  }
  return attributes
}
