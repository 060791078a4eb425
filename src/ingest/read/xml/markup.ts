const NAMED: ReadonlyMap<string, string> = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }))

/** What went wrong at which index of the text. */
export type MarkupFault = { readonly at: number; readonly message: string }

export type Tag = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly isEmpty: boolean }

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*/uy
const ATTRIBUTE = /\s+([\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy
const TAG_END = /\s*(\/?)>/y
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-zA-Z][\w.-]{0,40}));|&/g

/** Puts characters for references: the five names of XML and numbers. Names of a DTD are not known, so nothing grows. */
export function expandReferences(text: string): string | MarkupFault {
  if (!text.includes('&')) return text
  let fault: MarkupFault | undefined
  const expanded = text.replace(REFERENCE, (reference, decimal?: string, hex?: string, name?: string, at?: number) => {
    const character = name === undefined ? characterOf(decimal, hex) : NAMED.get(name)
    if (character === undefined) fault ??= { at: at ?? 0, message: referenceFault(reference) }
    return character ?? ''
  })
  return fault ?? expanded
}

/** Like `expandReferences`, but leaves a bare "&" and unknown references as they are. */
export function referencesExpanded(text: string): string {
  return text.replace(REFERENCE, (reference, decimal?: string, hex?: string, name?: string) => (name === undefined ? characterOf(decimal, hex) : NAMED.get(name)) ?? reference)
}

function characterOf(decimal: string | undefined, hex: string | undefined): string | undefined {
  if (decimal === undefined && hex === undefined) return undefined
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code <= 0x10ffff)
  return isCharacter ? String.fromCodePoint(code) : undefined
}

function referenceFault(reference: string): string {
  if (reference === '&') return 'A bare "&" is not XML; write &amp;.'
  if (reference.startsWith('&#')) return `${reference} is no character of XML; leave it out.`
  return `The entity ${reference} is not known in XML, and none is read from a DTD; write the character itself or its number, such as &#160;.`
}

/** Reads a start tag that is whole in the text, from its `<`. */
export function parseStartTag(text: string, start: number): Tag | MarkupFault {
  NAME.lastIndex = start + 1
  const name = NAME.exec(text)?.[0]
  if (name === undefined) return { at: start, message: 'A "<" that begins no tag is not XML; write &lt;.' }
  const attributes = new Map<string, string>()
  let at = start + 1 + name.length
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(text)
    if (!match) break
    const [whole, key = '', double, single] = match
    const value = expandReferences((double ?? single ?? '').replace(/\r\n?|[\n\t]/g, ' '))
    if (typeof value !== 'string') return { at, message: value.message }
    if (attributes.has(key)) return { at, message: `<${name}> has the attribute ${key} twice.` }
    attributes.set(key, value)
    at += whole.length
  }
  TAG_END.lastIndex = at
  const end = TAG_END.exec(text)
  if (!end) return { at, message: `The tag <${name}> is malformed; attributes are written name="value".` }
  return { name, attributes, isEmpty: end[1] === '/' }
}

/** Where a tag ends: the index of its `>`, -1 when that is still to come, or a fault at a `<` within. */
export function tagEnd(text: string, start: number): number | MarkupFault {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x3e) return at
    if (code === 0x3c) return { at, message: 'A tag begins inside a tag; end the first one with ">".' }
    if (code === 0x22 || code === 0x27) {
      const close = text.indexOf(text.charAt(at), at + 1)
      if (close < 0) return -1
      at = close
    }
    at += 1
  }
  return -1
}
