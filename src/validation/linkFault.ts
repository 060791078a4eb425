/** What a link in a text may open; `javascript:` and `data:` would run as part of the page that shows the text. */
const PROTOCOLS: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:']

/** Addresses within a site are told by where they stand. */
const SOME_SITE = 'https://site.example'

/** What is wrong with the links of a Lexical document, or undefined. */
export function linkFault(root: unknown): string | undefined {
  const pending = [root]
  while (pending.length > 0) {
    const node = pending.pop()
    if (!isRecord(node)) continue
    if (Array.isArray(node.children)) for (const child of node.children) pending.push(child)
    const url = isRecord(node.fields) ? node.fields.url : undefined
    if (typeof url !== 'string' || url === '') continue
    const protocol = URL.canParse(url, SOME_SITE) ? new URL(url, SOME_SITE).protocol : undefined
    if (protocol === undefined || !PROTOCOLS.includes(protocol)) {
      return `a link leads to "${url.slice(0, 100)}"; write an address that begins with https://, http://, mailto: or tel:.`
    }
  }
  return undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
