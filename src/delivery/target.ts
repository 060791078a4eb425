/** The target of a request, decoded, and its normal form. */
export type Target = {
  /** Path segments, each decoded. */
  segments: readonly string[]
  /** Query parameters, decoded, as they were sent. */
  params: readonly (readonly [name: string, value: string])[]
  /** Itself a target, the same one for all that ask for the same: parameters in one order, everything in one spelling. */
  normal: string
}

/** More parameters than this are not put in order: the parser behind (qs) reads the first thousand only. */
const MAX_SORTED = 500

/** Nor names with more brackets than this: the parser behind reads ten. */
const MAX_LEVELS = 20

/** The origin-form of a target; proxies may send the absolute-form, which every server takes (RFC 9112 section 3.2.2). */
export function originForm(url: string): string {
  const rest = url.replace(/^https?:\/\/[^/?#]+/i, '')
  return rest === url || rest.startsWith('/') ? rest : `/${rest}`
}

/** Whether this can stand in `Host` (RFC 9112 section 3.2): addresses are made of it. An empty one is allowed. */
export function isHost(host: string): boolean {
  return host === '' || (/^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`))
}

/**
 * Reads the target of a request (RFC 9112 section 3.2.1, origin-form).
 *
 * @returns undefined when it is none, or holds a percent-encoding that is no UTF-8; or what the app behind might read as
 *   another one: a fragment, which it would cut off, a backslash, which it would take for a slash, and `.` and `..`
 */
export function readTarget(url: string): Target | undefined {
  if (!url.startsWith('/') || /[#\\]/.test(url)) return undefined
  const mark = url.indexOf('?')
  const path = mark === -1 ? url : url.slice(0, mark)
  const query = mark === -1 ? '' : url.slice(mark + 1)
  try {
    const segments = path.slice(1).split('/').map(decodeURIComponent)
    if (segments.some((segment) => segment === '.' || segment === '..')) return undefined
    const params = query === '' ? [] : query.split('&').filter(Boolean).map(readParam)
    const asked = inOrder(params).map(writeParam).join('&')
    return { segments, params, normal: `/${segments.map(encodeURIComponent).join('/')}${asked && `?${asked}`}` }
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** The same target, asked with these parameters alone: with what the app behind reads, where anybody may add others. */
export function withOnly(target: Target, names: readonly string[]): Target {
  const params = target.params.filter(([name]) => names.includes(name))
  if (params.length === target.params.length) return target
  const asked = inOrder(params).map(writeParam).join('&')
  return { ...target, params, normal: `/${target.segments.map(encodeURIComponent).join('/')}${asked && `?${asked}`}` }
}

function readParam(text: string): readonly [string, string] {
  const mark = text.indexOf('=')
  const decode = (part: string) => decodeURIComponent(part.replaceAll('+', ' '))
  return mark === -1 ? [decode(text), ''] : [decode(text.slice(0, mark)), decode(text.slice(mark + 1))]
}

function writeParam([name, value]: readonly [string, string]): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
}

/** Parameters sorted by name, those of one name in the order given; as they are where their order may mean something. */
function inOrder(params: Target['params']): Target['params'] {
  if (params.length > MAX_SORTED || params.some(([name]) => name.includes('[]')) || hasNested(params)) return params
  return params.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** Whether one name is the beginning of another (`a=1&a[b]=2`): which comes first then decides what is read. */
function hasNested(params: Target['params']): boolean {
  const names = new Set(params.map(([name]) => name))
  return params.some(([name]) => {
    let levels = 0
    for (let at = name.indexOf('['); at !== -1; at = name.indexOf('[', at + 1)) {
      levels += 1
      if (levels > MAX_LEVELS || names.has(name.slice(0, at))) return true
    }
    return false
  })
}
