import { PICTURES } from './pictureEnd'

const SHOWN: readonly (string | null)[] = Object.values(PICTURES).map(({ mime }) => mime)

/** Has browsers show a file as the picture it is, and anything else, kept from before or put there by hand, only download it. */
export function serveSafely({ headers }: { headers: Headers }): Headers {
  headers.set('Content-Disposition', SHOWN.includes(headers.get('Content-Type')) ? 'inline' : 'attachment')
  headers.set('X-Content-Type-Options', 'nosniff')
  return headers
}
