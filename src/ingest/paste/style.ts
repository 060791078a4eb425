/** What the style of a pasted element says that matters to a news text; undefined where it says nothing. */
export type Style = {
  readonly bold: boolean | undefined
  readonly italic: boolean | undefined
  /** Not to be seen where it was copied: hidden text and the comments of Word. */
  readonly isHidden: boolean
  /** Word's blanks in a row. */
  readonly isLoose: boolean
  /** Word's list: the level of the item, or the marker that Word printed before it. */
  readonly list: { readonly level: number } | 'marker' | undefined
}

/** Longer styles are passed over. */
const MAX_LENGTH = 4_000

/** Word's own limit. */
const MAX_LEVEL = 9

const PLAIN: Style = { bold: undefined, italic: undefined, isHidden: false, isLoose: false, list: undefined }

/** Reads a `style` attribute, Word's own properties (`mso-…`) included. */
export function readStyle(style: string | undefined): Style {
  if (style === undefined || style.length > MAX_LENGTH) return PLAIN
  const says = new Map(
    style.split(';').map((declaration): [string, string] => {
      const colon = declaration.indexOf(':')
      return [declaration.slice(0, Math.max(0, colon)).trim().toLowerCase(), declaration.slice(colon + 1).trim().toLowerCase()]
    }),
  )
  return {
    bold: readWeight(says.get('font-weight')),
    italic: readSlant(says.get('font-style')),
    isHidden: says.get('display') === 'none' || says.get('mso-hide') === 'all' || says.get('mso-element') === 'comment-list',
    isLoose: says.get('mso-spacerun') === 'yes',
    list: readList(says.get('mso-list')),
  }
}

function readWeight(weight: string | undefined): boolean | undefined {
  if (weight === undefined) return undefined
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

function readSlant(slant: string | undefined): boolean | undefined {
  return slant === undefined ? undefined : slant.startsWith('italic') || slant.startsWith('oblique')
}

/** `l0 level2 lfo1` is an item of a list, `Ignore` the marker that is printed before one. */
function readList(list: string | undefined): Style['list'] {
  if (list === 'ignore') return 'marker'
  const level = /\blevel(\d)\b/.exec(list ?? '')?.[1]
  return level === undefined ? undefined : { level: clampLevel(Number(level)) }
}

export function clampLevel(level: number): number {
  return Number.isFinite(level) ? Math.min(MAX_LEVEL, Math.max(1, Math.trunc(level))) : 1
}
