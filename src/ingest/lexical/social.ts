import { embedUrl } from './urls'

/** Posts that other sites hand out as a quote with a script: the class of the quote, and the attribute with the address. */
const SOCIAL_QUOTES: readonly { readonly className: string; readonly attribute?: string }[] = [
  { className: 'twitter-tweet' },
  { className: 'twitter-video' },
  { className: 'instagram-media', attribute: 'data-instgrm-permalink' },
  { className: 'tiktok-embed', attribute: 'cite' },
  { className: 'bluesky-embed' },
  { className: 'mastodon-embed', attribute: 'data-embed-url' },
]

/** Whether a quote is another site's post, and its address where the quote itself has it. */
export function socialQuote(attributes: ReadonlyMap<string, string>): { readonly url?: string } | undefined {
  const site = SOCIAL_QUOTES.find(({ className }) => hasClass(attributes, className))
  if (!site) return undefined
  const url = embedUrl(attributes.get(site.attribute ?? '') ?? '')
  return url === undefined ? {} : { url }
}

/** Whether the class attribute holds this word; with `*` at the end, one that begins so. */
export function hasClass(attributes: ReadonlyMap<string, string>, name: string): boolean {
  const classes = attributes.get('class')?.slice(0, 2_000).toLowerCase().split(/\s+/) ?? []
  return name.endsWith('*') ? classes.some((each) => each.startsWith(name.slice(0, -1))) : classes.includes(name)
}
