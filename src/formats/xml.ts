import { escapeMarkup, xmlText } from './escape'

/** An element of an XML document; build it with {@link element}. */
export type XmlElement = { name: string; attributes: Attributes; children: readonly XmlChild[] }
export type XmlChild = XmlElement | string | undefined
type Attributes = Readonly<Record<string, number | string | undefined>>

/** An element. Attributes and children that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...children: XmlChild[]): XmlElement {
  return { name, attributes, children }
}

/** An element that holds one text, or nothing at all when there is no text. */
export function textElement(
  name: string,
  value: string | undefined,
  attributes: Attributes = {},
): XmlElement | undefined {
  return value === undefined ? undefined : element(name, attributes, value)
}

/** The document of a root element: well-formed XML 1.0 whatever its texts and attributes hold. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(root)}\n`
}

function serialize({ attributes, children, name }: XmlElement): string {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const start = name + pairs.map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('')
  const content = children
    .map((child) => (typeof child === 'object' ? serialize(child) : escaped(child ?? '')))
    .join('')
  return content ? `<${start}>${content}</${name}>` : `<${start}/>`
}

/** A carriage return must be a reference: parsers read a bare one as a line feed (XML 1.0, 2.11). */
function escaped(text: string): string {
  return escapeMarkup(xmlText(text)).replace(/\r/g, '&#13;')
}
