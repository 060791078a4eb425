import type { Block, Run } from './blocks'

type Item = Extract<Block, { kind: 'item' }>
type OpenList = { level: number; readonly isOrdered: boolean; next: number }

const TAGS = { paragraph: 'p', h2: 'h2', h3: 'h3', quote: 'blockquote' } as const

/** Blocks as HTML of these elements alone: p, h2, h3, blockquote, ul, ol, li, strong, em, a with its address, br. */
export function writeHtml(blocks: readonly Block[]): string {
  const [only] = blocks
  // The words of one paragraph go into the sentence where they are pasted.
  if (blocks.length === 1 && only?.kind === 'paragraph') return runsHtml(only.runs)
  const lists: OpenList[] = []
  const html: string[] = []
  for (const block of blocks) {
    if (block.kind === 'item') {
      html.push(itemStart(block, lists), runsHtml(block.runs))
    } else {
      html.push(closeLists(lists, 0), `<${TAGS[block.kind]}>`, runsHtml(block.runs), `</${TAGS[block.kind]}>`)
    }
  }
  html.push(closeLists(lists, 0))
  return html.join('')
}

/** What leads from the item before to this one; an item stays open for the lists within it. */
function itemStart({ isOrdered, level, number }: Item, lists: OpenList[]): string {
  const deeper = lists.findIndex((list) => list.level > level)
  // The outermost list stays when a later item is further out: the copy began within a list.
  const closed = deeper === -1 ? '' : closeLists(lists, Math.max(1, deeper))
  const list = lists.at(-1)
  if (list && list.level > level) list.level = level
  const goesOn = list?.level === level && list.isOrdered === isOrdered && (number === undefined || number === list.next)
  if (list && goesOn) {
    list.next += 1
    return `${closed}</li><li>`
  }
  const replaced = list?.level === level ? closeLists(lists, lists.length - 1) : ''
  const start = number ?? 1
  lists.push({ level, isOrdered, next: start + 1 })
  return `${closed}${replaced}${isOrdered ? (start === 1 ? '<ol>' : `<ol start="${String(start)}">`) : '<ul>'}<li>`
}

function closeLists(lists: OpenList[], length: number): string {
  return lists
    .splice(length)
    .reverse()
    .map(({ isOrdered }) => `</li></${isOrdered ? 'ol' : 'ul'}>`)
    .join('')
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('')
}

function runHtml({ bold, href, italic, text }: Run): string {
  const words = escape(text).replaceAll('\n', '<br>')
  const slanted = italic ? `<em>${words}</em>` : words
  const marked = bold ? `<strong>${slanted}</strong>` : slanted
  return href === undefined || text.trim() === '' ? marked : `<a href="${escape(href)}">${marked}</a>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
