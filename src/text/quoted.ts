/** What is longer is cut. */
const MAX_SHOWN = 100

/** What would break a line or change how it is read. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Any value as a message shows it: in one line, cut when it is long. No code of the value runs, such as its `toString`. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `"${inLine(value)}"`
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  return inLine(String(value))
}

/** The same for an address, without the user, password and secret parameters in it. */
export function quotedUrl(value: unknown): string {
  if (typeof value !== 'string') return quoted(value)
  const shown = redactUrl(value)
  // Without its scheme, an address may have a password, too.
  return quoted(shown === value && value.includes('@') ? `***${value.slice(value.lastIndexOf('@'))}` : shown)
}

/** A parameter whose name tells of a secret. */
const SECRET = /token|password|secret|key|mechanismproperties/i

/** The URL without its user, password and secret parameters, fit for a log or an error message. */
export function redactUrl(url: string): string {
  return url
    .replace(/^([a-z][a-z\d+.-]*:\/\/).*@/is, '$1***@')
    .split(/(?=[?&;\s])/)
    .map((part) => {
      const name = part.slice(0, part.indexOf('=') + 1)
      return SECRET.test(name) ? `${name}***` : part
    })
    .join('')
}

function inLine(text: string): string {
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
  return shown.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`)
}
