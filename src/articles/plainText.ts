/** The part of a Lexical node this module reads. */
type LexicalNode = { type?: unknown; text?: unknown; children?: unknown; root?: unknown }

/** Nodes that end a line of their own. */
const BLOCKS = new Set(['paragraph', 'heading', 'quote', 'listitem'])

/**
 * The words of a Lexical document, one line for each paragraph, heading, quote and list item.
 *
 * Anything that is not a Lexical document gives an empty text.
 */
export function plainText(document: unknown): string {
  return linesOf(isNode(document) ? document.root : undefined).join('\n')
}

/** The lines of {@link plainText}; a paragraph without text gives an empty line. */
export function paragraphsOf(document: unknown): string[] {
  return linesOf(isNode(document) ? document.root : undefined)
}

function linesOf(root: unknown): string[] {
  const lines: string[] = []
  let line = ''
  const pending: { node: unknown; leaving: boolean }[] = [{ node: root, leaving: false }]
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { node, leaving } = step
    if (!isNode(node)) continue
    if (leaving) {
      lines.push(line)
      line = ''
      continue
    }
    if (typeof node.text === 'string') line += node.text
    if (node.type === 'linebreak') line += '\n'
    if (node.type === 'tab') line += '\t'
    if (typeof node.type === 'string' && BLOCKS.has(node.type)) pending.push({ node, leaving: true })
    if (Array.isArray(node.children)) {
      for (const child of [...node.children].reverse()) pending.push({ node: child, leaving: false })
    }
  }
  return line ? [...lines, line] : lines
}

function isNode(value: unknown): value is LexicalNode {
  return typeof value === 'object' && value !== null
}
