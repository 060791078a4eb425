import { BOLD, ITALIC } from './nodes'

/** What an HTML element means to a news text. An element that is not in the table unwraps to its words. */
export type Meaning =
  | { readonly kind: 'block' | 'break' | 'rule' | 'link' | 'list' | 'item' | 'quote' | 'pre' | 'figure' | 'caption' | 'row' | 'cell' }
  | { readonly kind: 'heading'; readonly tag: 'h2' | 'h3' }
  | { readonly kind: 'mark'; readonly format: number }
  /** Formatting that the news editor has no button for: the words stay, the note says so. */
  | { readonly kind: 'unmarked' }
  | { readonly kind: 'picture' | 'frame' | 'attribution' }
  /** The element goes with everything in it. */
  | { readonly kind: 'drop' }

const NAMES: readonly (readonly [Meaning, string])[] = [
  [
    { kind: 'block' },
    'address article aside body center dd details div dl dt fieldset footer form header hgroup html legend main nav p section summary tbody tfoot thead',
  ],
  [{ kind: 'heading', tag: 'h2' }, 'h1 h2'],
  [{ kind: 'heading', tag: 'h3' }, 'h3 h4 h5 h6'],
  [{ kind: 'mark', format: BOLD }, 'b strong'],
  [{ kind: 'mark', format: ITALIC }, 'em i'],
  [{ kind: 'unmarked' }, 'code del ins kbd mark s samp strike sub sup u'],
  [{ kind: 'link' }, 'a'],
  [{ kind: 'list' }, 'dir menu ol ul'],
  [{ kind: 'item' }, 'li'],
  [{ kind: 'quote' }, 'blockquote'],
  [{ kind: 'attribution' }, 'cite'],
  [{ kind: 'pre' }, 'listing pre xmp plaintext'],
  [{ kind: 'break' }, 'br'],
  [{ kind: 'rule' }, 'hr'],
  [{ kind: 'figure' }, 'figure'],
  [{ kind: 'caption' }, 'caption figcaption'],
  [{ kind: 'row' }, 'tr'],
  [{ kind: 'cell' }, 'td th'],
  [{ kind: 'picture' }, 'image img'],
  [{ kind: 'frame' }, 'embed iframe'],
  [{ kind: 'drop' }, 'applet audio canvas frameset head math noembed noframes noscript object script select style svg template textarea title video'],
]

export const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  NAMES.flatMap(([meaning, names]) => names.split(' ').map((name) => [name, meaning] as const)),
)

/** Elements without an end tag (HTML living standard, 13.1.2). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr image img input link meta param source track wbr'.split(' '),
)
