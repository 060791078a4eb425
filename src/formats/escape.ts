const ENTITIES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

/** Text for HTML and XML, in an element or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/["&'<>]/g, (character) => ENTITIES[character] ?? character)
}

/**
 * A text without what XML 1.0 cannot hold, escaped or not (control characters, halves of surrogate pairs, U+FFFE,
 * U+FFFF), and without the control characters from U+007F to U+009F, which it discourages.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

/** An address as an editor may well write it: nothing in it needs to be changed to be a link. */
const CLEAN_ADDRESS = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cs}"<>\\`]+$/iu
const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address of a link that is safe to follow: http, https or mailto, and in full. Nothing for any other, such as
 * `javascript:`, however it is disguised: the parser is the one browsers use (https://url.spec.whatwg.org).
 *
 * @param base what a relative address is relative to
 */
export function safeHref(address: string, base: string): string | undefined {
  if (!address.trim() || !URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  if (!LINK_PROTOCOLS.has(url.protocol)) return undefined
  return CLEAN_ADDRESS.test(address) ? address : url.href
}
