import { DomUtils, parseDocument } from 'htmlparser2'

type Attributes = Record<string, string>

/** A page as a browser gets it. */
export type VisitedPage = {
  status: number
  headers: Headers
  html: string
  /** The words of every element of a name, with these attributes where some are given. */
  words: (name: string, attributes?: Attributes) => string[]
  /** An attribute of every such element. */
  values: (attribute: string, name: string, attributes?: Attributes) => (string | undefined)[]
}

/** Visits a page, without following redirects. */
export async function visit(url: string, headers: Attributes = {}): Promise<VisitedPage> {
  const response = await fetch(url, { headers, redirect: 'manual' })
  const html = await response.text()
  const document = parseDocument(html)
  const find = (name: string, attributes: Attributes = {}) =>
    DomUtils.getElementsByTagName(name, document).filter(({ attribs }) =>
      Object.entries(attributes).every(([key, value]) => attribs[key] === value),
    )
  return {
    status: response.status,
    headers: response.headers,
    html,
    words: (...args) => find(...args).map((element) => DomUtils.textContent(element).trim()),
    values: (attribute, ...args) => find(...args).map(({ attribs }) => attribs[attribute]),
  }
}
