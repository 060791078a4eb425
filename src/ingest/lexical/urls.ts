/** What a link in an article may open. `javascript:`, `data:` and the rest never pass. */
const LINK_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Longer than any address a browser is sure to take. */
const MAX_LENGTH = 4_000

/**
 * An address that a link may carry, or undefined. A relative one needs the address of its page. The host must have a dot,
 * as Payload's own link field demands; what it would refuse is refused here, with a note instead of an error.
 */
export function linkUrl(raw: string, base?: string): string | undefined {
  const url = parse(raw, base)
  if (!url || !LINK_PROTOCOLS.has(url.protocol)) return undefined
  if (url.protocol.startsWith('http') && !url.hostname.includes('.')) return undefined
  return asWritten(raw, url)
}

/** The address of an embed: https, as the embed block demands. An address without a protocol gets https. */
export function embedUrl(raw: string, base?: string): string | undefined {
  const url = parse(raw.trim().startsWith('//') ? `https:${raw.trim()}` : raw, base)
  return url?.protocol === 'https:' && url.hostname.includes('.') ? asWritten(raw, url) : undefined
}

/** A web address in full, resolved where it is relative, or undefined. */
export function webUrl(raw: string, base?: string): string | undefined {
  const url = parse(raw, base)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? asWritten(raw, url) : undefined
}

function parse(raw: string, base?: string): URL | undefined {
  const text = raw.length > MAX_LENGTH ? '' : raw.trim()
  if (text === '') return undefined
  if (URL.canParse(text)) return new URL(text)
  return base !== undefined && URL.canParse(text, base) ? new URL(text, base) : undefined
}

/** As the source wrote it where that is already an address in plain characters; else as the URL standard spells it. */
function asWritten(raw: string, url: URL): string {
  const text = raw.trim()
  return /^(?:https?:\/\/[^/\\]|mailto:|tel:)[^\s\\\p{Cc}\p{Cf}]*$/u.test(text) ? text : url.href
}
