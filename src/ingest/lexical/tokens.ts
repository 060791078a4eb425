import { Tokenizer } from 'htmlparser2'
import type { TokenizerCallbacks } from 'htmlparser2'

export type TagHandler = {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>, selfClosing: boolean) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
  readonly comment: (text: string) => void
  /** The HTML ends inside a tag; so many characters of it are no words and no tag. */
  readonly unfinished: (length: number) => void
}

/** More attributes of one tag than these are passed over. */
const MAX_ATTRIBUTES = 64

/**
 * Hands over the tags and the words of a piece of HTML in their order, as the HTML standard's tokenizer cuts them.
 * No tree and no stack is kept, so that the time is linear in the length whatever the nesting. `<br />` and `<p />`
 * close themselves, as the XHTML of many feeds means them to.
 */
export function readTags(html: string, handler: TagHandler): void {
  let name = ''
  let nameStart = 0
  let seen = 0
  let attribute = ''
  let value = ''
  let attributes = new Map<string, string>()
  const openTag = (selfClosing: boolean): void => {
    if (name !== '') handler.open(name, attributes, selfClosing)
    name = ''
  }
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase()
      nameStart = start
      attributes = new Map()
    },
    onattribname(start, end) {
      attribute = html.slice(start, end).toLowerCase()
      value = ''
    },
    onattribdata(start, end) {
      value += html.slice(start, end)
    },
    onattribentity(codePoint) {
      value += String.fromCodePoint(codePoint)
    },
    onattribend() {
      if (!attributes.has(attribute) && attributes.size < MAX_ATTRIBUTES) attributes.set(attribute, value)
    },
    onopentagend() {
      openTag(false)
    },
    onselfclosingtag() {
      openTag(true)
    },
    onclosetag(start, end) {
      seen = end
      handler.close(html.slice(start, end).toLowerCase())
    },
    ontext(start, end) {
      seen = end
      handler.text(html.slice(start, end))
    },
    ontextentity(codePoint) {
      handler.text(String.fromCodePoint(codePoint))
    },
    oncdata(start, end, offset) {
      handler.text(html.slice(start, end - offset))
    },
    oncomment(start, end, offset) {
      seen = end
      handler.comment(html.slice(start, end - offset))
    },
    ondeclaration(start, end) {
      handler.comment(html.slice(start, end))
    },
    onprocessinginstruction(start, end) {
      handler.comment(html.slice(start, end))
    },
    onend: () => undefined,
  }
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true, recognizeSelfClosing: true }, callbacks)
  tokenizer.write(html)
  tokenizer.end()
  const last = html.lastIndexOf('<')
  if (name !== '') handler.unfinished(html.length - nameStart + 1)
  else if (last >= seen && !html.includes('>', last)) handler.unfinished(html.length - last)
}
