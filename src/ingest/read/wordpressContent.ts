/** What a post's content is once WordPress's own marks are put into HTML, and what they lacked. */
export type WordPressContent = {
  readonly html: string
  readonly notes: readonly string[]
  /** Why the post must not be published as it is. */
  readonly holdBack?: string
}

/** Sites whose address, alone on a line, WordPress shows as what it leads to (oEmbed). */
const EMBEDDED =
  /^https:\/\/(?:(?:www|m|mobile|music|player|open|vm)\.)?(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitter\.com|x\.com|instagram\.com|facebook\.com|tiktok\.com|soundcloud\.com|spotify\.com|flickr\.com|ted\.com|reddit\.com|bsky\.app)\/[^\s<>"']{1,400}$/i

/** Shortcodes that WordPress and its own plugin Jetpack know. */
const KNOWN = new Set('audio caption contact-form embed gallery instagram playlist slideshow soundcloud twitter video vimeo wp_caption youtube'.split(' '))
/** Shortcodes that show what is at an address. */
const ADDRESSED = new Set('embed instagram soundcloud twitter vimeo youtube'.split(' '))

const MAX_NOTES = 20

/** An opening, closing or lone shortcode. Its attributes hold no bracket. */
const SHORTCODE = /\[(\/?)([a-z][a-z0-9_-]{1,40})((?:[\s=][^[\]<>]{0,2000})?)\]/gi

/** How the mark of a block begins and ends. One with a slash at its end holds nothing: the site makes what readers see of it. */
const BLOCK = '<!-- wp:'
const BLOCK_END = '-->'
/** Blocks that the post keeps elsewhere. */
const KEPT_ELSEWHERE = new Set(['footnotes', 'more', 'nextpage'])
/** Blocks around what only members may read. */
const MEMBERS = /member|paywall|pmpro|protected|restrict|premium/i

const NO_FOOTNOTES: readonly string[] = []

/**
 * Puts shortcodes, addresses alone on a line and footnotes into HTML that says the same. What needs a file or a plugin is
 * left out, or stays as it is, and holds the post back: readers would see a mark instead of a picture.
 *
 * @param footnotes what the post's metadata keeps of them, as JSON
 */
export function wordPressContent(content: string, footnotes?: string): WordPressContent {
  const notes = new Set<string>()
  let holdBack: string | undefined
  const hold = (note: string) => {
    if (notes.size < MAX_NOTES) notes.add(note)
    holdBack ??= `its content needs a look: ${note}`
  }
  for (const { name, settings, isEmpty } of blocks(content)) {
    if (MEMBERS.test(name)) holdBack ??= `the block ${name.slice(0, 60)} keeps a part of it for members.`
    if (!isEmpty) continue
    const said = settings === '' ? '' : `: ${settings.slice(0, 200)}`
    hold(name === 'block' || name === 'pattern' ? 'A reusable block was left out, since its text is not in the post.' : `The block ${name.slice(0, 60)} was left out, since only the site makes its text${said}`)
  }
  const html = withFootnotes(withEmbeds(withShortcodes(content, hold)), footnotes)
  return { html, notes: [...notes], ...(holdBack === undefined ? {} : { holdBack }) }
}

/** The blocks with their settings; of an empty one the export has nothing else. */
function* blocks(content: string): Generator<{ name: string; settings: string; isEmpty: boolean }> {
  let end = 0
  for (let at = content.indexOf(BLOCK); at >= 0; at = content.indexOf(BLOCK, end)) {
    end = content.indexOf(BLOCK_END, at)
    if (end < 0) return
    const mark = content.slice(at + BLOCK.length, end).trim()
    const name = /^[a-z0-9/_-]*/i.exec(mark)?.[0] ?? ''
    yield { name, settings: mark.slice(name.length, -1).trim(), isEmpty: mark.endsWith('/') && !KEPT_ELSEWHERE.has(name) }
  }
}

function withShortcodes(content: string, hold: (note: string) => void): string {
  const closed = new Set(Array.from(content.matchAll(/\[\/([a-z][a-z0-9_-]{1,40})\]/gi), ([, name = '']) => name))
  let html = ''
  let at = 0
  SHORTCODE.lastIndex = 0
  for (let found = SHORTCODE.exec(content); found; found = SHORTCODE.exec(content)) {
    const [mark, slash = '', name = '', attributes = ''] = found
    if (!isShortcode(name, attributes, closed)) continue
    html += content.slice(at, found.index)
    at = found.index + mark.length
    const close = `[/${name}]`
    const end = closed.has(name) && slash === '' && KNOWN.has(name) ? content.indexOf(close, at) : -1
    const inner = end < 0 ? '' : content.slice(at, end)
    const read = slash === '' ? htmlOf(name, attributes, inner) : KNOWN.has(name) ? '' : undefined
    if (read === undefined && KNOWN.has(name)) hold(`What the shortcode [${name}] shows was left out: ${(attributes.trim() || inner.trim()).slice(0, 200) || 'it says no more'}`)
    else if (read === undefined) hold(`The shortcode [${name}] stays in the text as it is, since only a plugin of the site knows what it shows.`)
    html += read ?? (KNOWN.has(name) ? '' : mark)
    if (end >= 0) at = end + close.length
    SHORTCODE.lastIndex = at
  }
  return html + content.slice(at)
}

/** Words in brackets, such as "[sic]" and "[Reuters]", are none: a shortcode is known, has attributes, or is closed. */
function isShortcode(name: string, attributes: string, closed: ReadonlySet<string>): boolean {
  return KNOWN.has(name) || attributes.includes('=') || closed.has(name)
}

/** The HTML that says the same; undefined for what cannot be said in HTML alone. */
function htmlOf(name: string, attributes: string, inner: string): string | undefined {
  if (name === 'caption' || name === 'wp_caption') return captionHtml(attributes, inner)
  if (!ADDRESSED.has(name)) return undefined
  const address = (inner.trim() || /https:\/\/[^\s"'\]]{1,400}/.exec(attributes)?.[0]) ?? ''
  return /^https?:\/\/\S+$/.test(address) ? embedHtml(address) : undefined
}

/** A picture and what is under it: in the attribute of old posts, else behind the picture. */
function captionHtml(attributes: string, inner: string): string {
  const end = Math.max(inner.lastIndexOf('</a>') + 3, inner.lastIndexOf('/>') + 1, inner.indexOf('>'))
  const said = /\bcaption="([^"]{0,2000})"/.exec(attributes)?.[1]
  return `<figure>${inner.slice(0, end + 1)}<figcaption>${said ?? inner.slice(end + 1)}</figcaption></figure>`
}

function embedHtml(address: string): string {
  return `\n\n<div class="wp-block-embed__wrapper">${address.replaceAll('<', '&lt;')}</div>\n\n`
}

/** Addresses that stand alone, in a paragraph or on a line. */
function withEmbeds(html: string): string {
  if (!html.includes('https://')) return html
  const lines = html.split('\n')
  return lines
    .map((line) => {
      if (line.length > 500) return line
      const text = line.trim()
      const words = text.startsWith('<p>') && text.endsWith('</p>') ? text.slice(3, -4).trim() : text
      return EMBEDDED.test(words) ? embedHtml(words) : line
    })
    .join('\n')
}

/** Footnotes as a list below the text, and their numbers in brackets where they are called. */
function withFootnotes(html: string, footnotes: string | undefined): string {
  const texts = footnotes === undefined ? NO_FOOTNOTES : footnoteTexts(footnotes)
  if (texts.length === 0) return html
  let number = 0
  const called = html.replace(/<sup data-fn="[^"]{1,100}"[^>]{0,200}>[^\n]{0,300}?<\/sup>/g, () => ` [${String((number += 1))}]`)
  return `${called}\n<ol>${texts.map((text) => `<li>${text}</li>`).join('')}</ol>`
}

function footnoteTexts(json: string): string[] {
  try {
    const parsed: unknown = JSON.parse(json)
    if (!Array.isArray(parsed)) return []
    return parsed.flatMap((note: unknown) =>
      typeof note === 'object' && note !== null && 'content' in note && typeof note.content === 'string' ? [note.content] : [],
    )
  } catch {
    return []
  }
}
