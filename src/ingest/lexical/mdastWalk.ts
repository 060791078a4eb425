import type { Definition, FootnoteDefinition, Nodes, RootContent } from 'mdast'
import type { RichBuilder } from './builder'
import type { HtmlReader } from './htmlReader'
import { BOLD, ITALIC } from './nodes'
import { excerpt } from './notes'
import { linkUrl, webUrl } from './urls'

type Definitions = ReadonlyMap<string, Definition>

type Walk = {
  readonly builder: RichBuilder
  readonly html: HtmlReader
  readonly definitions: Definitions
  readonly base: string | undefined
  /** Filled as the references come: footnotes are printed at the end, in this order. */
  readonly footnotes: Map<string, FootnoteDefinition | undefined>
}

type Step = { readonly node: Nodes } | { readonly leave: () => void }

/** Reads a node of Markdown's tree into the builder, without recursion. */
export function walkMdast(root: RootContent, walk: Walk): void {
  const steps: Step[] = [{ node: root }]
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('leave' in step) {
      step.leave()
      continue
    }
    const leave = enter(step.node, walk)
    if (leave) steps.push({ leave })
    if ('children' in step.node) for (const node of step.node.children.toReversed()) steps.push({ node })
  }
}

function enter(node: Nodes, walk: Walk): (() => void) | undefined {
  const { builder, html } = walk
  switch (node.type) {
    case 'text':
      html.text(node.value.replaceAll('\n', ' '), true)
      return undefined
    case 'break':
      builder.lineBreak()
      return undefined
    case 'strong':
      return marked(builder, BOLD)
    case 'emphasis':
      return marked(builder, ITALIC)
    case 'delete':
      builder.notes.add('Struck-out words stay, without the stroke.')
      return undefined
    case 'inlineCode':
      builder.notes.add('Code in a line became plain words.')
      html.text(node.value, true)
      return undefined
    case 'link':
      return enterLink(node.url, walk)
    case 'linkReference': {
      const definition = walk.definitions.get(node.identifier)
      return definition && enterLink(definition.url, walk)
    }
    case 'image':
      leaveOutPicture(node.url, node.alt, node.title, walk)
      return undefined
    case 'imageReference': {
      const definition = walk.definitions.get(node.identifier)
      leaveOutPicture(definition?.url ?? '', node.alt, definition?.title, walk)
      return undefined
    }
    case 'footnoteReference':
      builder.text(`[${node.label ?? node.identifier}]`, true)
      if (!walk.footnotes.has(node.identifier)) walk.footnotes.set(node.identifier, undefined)
      return undefined
    case 'html':
      html.read(node.value)
      return undefined
    default:
      return enterBlock(node, walk)
  }
}

function enterBlock(node: Nodes, { builder, html }: Walk): (() => void) | undefined {
  switch (node.type) {
    case 'paragraph':
    case 'table':
      builder.boundary()
      return () => { builder.boundary() }
    case 'heading':
      builder.openHeading(node.depth <= 2 ? 'h2' : 'h3')
      return () => { builder.closeHeading() }
    case 'blockquote':
      builder.openQuote()
      return () => { builder.closeQuote() }
    case 'list':
      builder.openList(node.ordered ? 'ol' : 'ul', node.start ?? 1)
      return () => { builder.closeList() }
    case 'listItem':
      builder.itemEdge()
      if (typeof node.checked === 'boolean') builder.text(node.checked ? '[x] ' : '[ ] ', true)
      return () => { builder.itemEdge() }
    case 'code':
      builder.boundary()
      builder.notes.add('A block of code became a paragraph.')
      node.value.split('\n').forEach((line, index) => {
        if (index > 0) builder.lineBreak()
        html.text(line, true)
      })
      builder.boundary()
      return undefined
    case 'thematicBreak':
      builder.boundary()
      builder.notes.add('A rule across the page was left out.')
      return undefined
    case 'tableRow':
      builder.boundary()
      builder.notes.add('A table row became one line.')
      return () => { builder.boundary() }
    case 'tableCell':
      return () => { builder.text('\t', true) }
    default:
      return undefined
  }
}

function marked(builder: RichBuilder, format: number): () => void {
  builder.mark(format, 1)
  return () => { builder.mark(format, -1) }
}

function enterLink(address: string, { base, builder }: Walk): (() => void) | undefined {
  const url = linkUrl(address, base)
  if (url === undefined) {
    builder.notes.add(`A link was taken off its words, since its address cannot be linked to: ${excerpt(address)}`)
    return undefined
  }
  builder.openLink(url, false)
  return () => { builder.closeLink() }
}

function leaveOutPicture(source: string, alt: string | null | undefined, title: string | null | undefined, { base, builder }: Walk): void {
  const words = [alt, title].filter((each) => each).map((each) => ` ("${excerpt(each ?? '')}")`)
  builder.notes.add(`A picture was left out, since no file is fetched: ${webUrl(source, base) ?? excerpt(source)}${words.join('')}`)
}
