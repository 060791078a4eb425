/** What a pasted element means to a news text; one that is not named unwraps to its words. */
export type PasteMeaning = 'block' | 'cell' | 'h2' | 'h3' | 'item' | 'link' | 'ol' | 'pre' | 'quote' | 'row' | 'ul'

const NAMES: readonly (readonly [PasteMeaning, string])[] = [
  [
    'block',
    'address article aside body caption center dd details div dl dt fieldset figcaption figure footer form header hgroup hr main nav p section summary table',
  ],
  ['h2', 'h1 h2'],
  ['h3', 'h3 h4 h5 h6'],
  ['quote', 'blockquote'],
  ['ul', 'dir menu ul'],
  ['ol', 'ol'],
  ['item', 'li'],
  ['link', 'a'],
  ['row', 'tr'],
  ['cell', 'td th'],
  ['pre', 'pre'],
]

const MEANINGS: ReadonlyMap<string, PasteMeaning> = new Map(
  NAMES.flatMap(([meaning, names]) => names.split(' ').map((name): [string, PasteMeaning] => [name, meaning])),
)

/** Word's paragraphs that are more than paragraphs, by their class. */
const CLASSES: ReadonlyMap<string, PasteMeaning> = new Map([
  ['msotitle', 'h2'],
  ['msosubtitle', 'h3'],
  ['msoquote', 'quote'],
  ['msointensequote', 'quote'],
])

/** Elements that go with everything in them: what no reader sees, what runs, and what was struck out while it was edited. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'applet audio canvas del embed frameset iframe math noembed noframes noscript object script select style svg template textarea title video xml'.split(' '),
)

/** Word's comments: their numbers, and what they hang on. */
const LEFT_OUT_CLASSES: ReadonlySet<string> = new Set(['msocomanchor', 'msocommentreference', 'msocommenttext'])

/** Elements without words of their own. */
export const VOID: ReadonlySet<string> = new Set('area base col hr image img input link meta param source track wbr'.split(' '))

export const MARKS: ReadonlyMap<string, 'bold' | 'italic'> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['em', 'italic'],
  ['i', 'italic'],
])

export function meaningOf(name: string, attributes: ReadonlyMap<string, string>): PasteMeaning | undefined {
  const meaning = MEANINGS.get(name)
  return (meaning === 'block' ? CLASSES.get(classOf(attributes)) : undefined) ?? meaning
}

export function isLeftOut(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return LEFT_OUT.has(name) || LEFT_OUT_CLASSES.has(classOf(attributes))
}

function classOf(attributes: ReadonlyMap<string, string>): string {
  return (attributes.get('class') ?? '').trim().toLowerCase()
}
