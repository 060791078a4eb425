import { DomUtils, parseDocument, Parser } from 'htmlparser2'
import type { Element, Document } from 'domhandler'

/** A document as an XML parser reads it. */
export function readXml(source: string): Document {
  return parseDocument(source, { xmlMode: true })
}

export function all(name: string, tree: Document | Element): Element[] {
  return DomUtils.getElementsByTagName(name, tree, true)
}

export function texts(name: string, tree: Document | Element): string[] {
  return all(name, tree).map((found) => DomUtils.textContent(found))
}

/**
 * What makes a source no well-formed XML 1.0, as far as generated documents go wrong: characters it cannot hold, a bare
 * ampersand or `<`, and elements that are not closed in order. htmlparser2 alone forgives all of these.
 */
export function xmlFaults(source: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  const parser = new Parser(
    {
      onopentagname: (name) => open.push(name),
      onclosetag: (name, implied) => {
        if (open.pop() !== name || (implied && !source.slice(0, parser.endIndex + 1).endsWith('/>')))
          faults.push(`<${name}> is not closed in order`)
      },
    },
    { xmlMode: true },
  )
  parser.end(source)
  const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(source)?.[0]
  if (illegal !== undefined) faults.push(`holds U+${(illegal.codePointAt(0) ?? 0).toString(16)}`)
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(source)) faults.push('holds a bare ampersand')
  if (/[<>]/.test(source.replace(/<[^<>]*>/g, ''))) faults.push('holds < or > outside its tags')
  return [...faults, ...open.map((name) => `<${name}> is not closed`)]
}
