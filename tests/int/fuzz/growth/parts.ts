/** Who sends a request: nobody in particular, an editor, or a program that may send copy in. */
export type Sender = 'stranger' | 'editor' | 'program'

/** A request as it is sent. */
export type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string }

/** Something in a request that can be made longer, more or deeper, alone. */
export type Part = {
  name: string
  who: readonly Sender[]
  /** How long, how many or how deep it is made. */
  sizes: readonly number[]
  grow: (size: number, ground: Ground) => Sent
}

/** What is there to be asked for. */
export type Ground = { article: string; author: string; draft: string; section: string; slug: string; tag: string }

export const EVERYBODY = ['stranger', 'editor'] as const
export const STRANGER = ['stranger'] as const
export const EDITOR = ['editor'] as const
export const PROGRAM = ['program'] as const

/** An address has at most 12 KiB. */
export const IN_ADDRESS = [100, 1_000, 10_000]
export const LENGTHS = [100, 10_000, 60_000, 1_000_000]
export const COUNTS = [10, 99, 1_000, 30_000]
export const DEPTHS = [5, 59, 159, 10_000]

/** Copy of some kilobytes, of a megabyte, and of as much as a request may bring. */
export const COPY = [10_000, 1_000_000, 24_000_000]

export const many = (count: number, each: (index: number) => string, between = '&') => Array.from({ length: count }, (_, index) => each(index)).join(between)
export const wrapped = (depth: number, open: string, inner: string, close: string) => open.repeat(depth) + inner + close.repeat(depth)
/** So many characters made of a text again and again. */
export const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

export const list = (query: string): Sent => ({ path: `/api/articles?${query}` })
/** The same query, as large as the body of a POST may make it. */
export const override = (query: string): Sent => ({ method: 'POST', path: '/api/articles', headers: { 'X-HTTP-Method-Override': 'GET', 'Content-Type': 'application/x-www-form-urlencoded' }, body: query })

/** An address that nobody has. */
export const account = () => `${crypto.randomUUID()}@newsroom.test`

/** One part of a form. */
export function part(name: string, value: string, fileName?: string): string {
  return `--b\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: image/png`}\r\n\r\n${value}\r\n`
}

/** A form as it is sent. */
export function multipart(path: string, parts: string): Sent {
  return { method: 'POST', path, headers: { 'Content-Type': 'multipart/form-data; boundary=b' }, body: `${parts}--b--\r\n` }
}
