type Node = Readonly<Record<string, unknown>>

/** Bold, italic and the other nine formats of a text, each a bit (Lexical's `TEXT_TYPE_TO_FORMAT`). */
const ALL_FORMATS = 2 ** 11 - 1

/** Unmergeable and directionless, each a bit (Lexical's `DETAIL_TYPE_TO_DETAIL`). */
const ALL_DETAILS = 3

const ALIGNMENTS = ['', 'center', 'end', 'justify', 'left', 'right', 'start']
const DIRECTIONS = ['ltr', 'rtl']
const MODES = ['normal', 'segmented', 'token']
const TAGS: Readonly<Record<string, string>> = { bullet: 'ul', check: 'ul', number: 'ol' }

/**
 * Which value of a Lexical node the editor does not know, as "… must be …", or undefined. What a node leaves out has the
 * editor's default.
 */
export function nodeValueFault(node: Node, type: string): string | undefined {
  if (type === 'text' || type === 'tab') return oneOf(node, 'mode', MODES) ?? upTo(node, 'format', ALL_FORMATS) ?? upTo(node, 'detail', ALL_DETAILS)
  return oneOf(node, 'direction', DIRECTIONS) ?? (node.format === 0 ? undefined : oneOf(node, 'format', ALIGNMENTS)) ?? wholeNumber(node, 'indent') ?? (type === 'list' ? listFault(node) : undefined)
}

function listFault(node: Node): string | undefined {
  const { listType } = node
  return oneOf(node, 'listType', Object.keys(TAGS)) ?? oneOf(node, 'tag', typeof listType === 'string' ? [TAGS[listType] ?? ''] : Object.values(TAGS)) ?? wholeNumber(node, 'start')
}

function oneOf(node: Node, name: string, values: readonly string[]): string | undefined {
  const value = node[name]
  return isAbsent(value) || values.some((each) => each === value) ? undefined : `${name} must be ${[...new Set(values)].map((each) => `"${each}"`).join(' or ')}`
}

function upTo(node: Node, name: string, max: number): string | undefined {
  const value = node[name]
  return isAbsent(value) || value === '' || (isWhole(value) && value <= max) ? undefined : `${name} must be a whole number from 0 to ${String(max)}`
}

function wholeNumber(node: Node, name: string): string | undefined {
  return isAbsent(node[name]) || isWhole(node[name]) ? undefined : `${name} must be a whole number, 0 or more`
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}
