import { MAX_CHARACTERS, MAX_NODES } from '../../text/size'
import type { LexicalDocument } from '../lexical/types'

/** What is too much about a text that was read for an editor to save it (src/validation/textFault.ts), or undefined. */
export function tooMuch({ root }: LexicalDocument): string | undefined {
  const pending: object[] = [root]
  let nodes = 0
  let characters = 0
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes += 1
    if (nodes > MAX_NODES) return `The text has more than ${MAX_NODES.toLocaleString('en')} paragraphs, links and the like; split it into several stories.`
    if ('text' in node && typeof node.text === 'string') characters += node.text.length
    if (characters > MAX_CHARACTERS) return `The text is longer than ${MAX_CHARACTERS.toLocaleString('en')} characters; split it into several stories.`
    if ('children' in node && Array.isArray(node.children)) for (const child of node.children as object[]) pending.push(child)
  }
  return undefined
}
