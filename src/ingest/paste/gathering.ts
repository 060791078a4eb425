import type { Block, Marker, Run } from './blocks'
import { markerAt, readMarker, without } from './marker'
import { tidy } from './tidy'

type Look = Omit<Run, 'text'>
type Leave = () => void
type Kind = 'h2' | 'h3' | 'quote'
type OpenItem = Marker & { readonly level: number }
/** Where the blocks of a row begin, and those of each cell; and whether a table is in it. */
type Row = { readonly start: number; readonly cells: number[]; hasTable: boolean }

/** Gathers the blocks of a pasted text as its words and the edges of its elements pass by. */
export class Gathering {
  readonly #blocks: Block[] = []
  #runs: Run[] = []
  #kind: Kind | undefined
  #item: OpenItem | undefined
  /** The level of the item of Word's that is open, and its marker as far as it was told. */
  #wordItem: { readonly level: number; marker: string; isTelling: boolean } | undefined
  #row: Row | undefined
  #isBreakDue = false
  #hasWords = false

  /** The blocks so far; those that hold no words are none. */
  blocks(): Block[] {
    this.boundary()
    return this.#blocks
  }

  words(text: string, source: Look): void {
    if (this.#wordItem?.isTelling) {
      this.#wordItem.marker += text
      return
    }
    const isBlank = text.trim() === ''
    if (this.#isBreakDue && isBlank) return
    // A heading is bold as a whole.
    const look = { ...source, bold: source.bold && this.#kind !== 'h2' && this.#kind !== 'h3' }
    if (this.#isBreakDue) this.#runs.push({ text: '\n', ...look, href: undefined })
    this.#isBreakDue = false
    this.#hasWords ||= !isBlank
    this.#runs.push({ text, ...look })
  }

  /** One breaks the line, two end the paragraph; before and after the words of a block none counts. */
  lineBreak(): void {
    if (!this.#hasWords) return
    if (this.#isBreakDue && !this.#item) this.boundary()
    else this.#isBreakDue = true
  }

  /** The edge of a block: within an item of a list a new line. */
  boundary(): void {
    if (this.#item && this.#hasWords) this.#isBreakDue = true
    else if (!this.#item) this.#flush()
  }

  /** Begins a block; Word's items of lists are blocks that say how deep they stand. */
  openBlock(wordLevel: number | undefined): Leave {
    this.boundary()
    this.#wordItem = wordLevel === undefined || this.#kind ? undefined : { level: wordLevel, marker: '', isTelling: false }
    return () => {
      this.boundary()
      this.#wordItem = undefined
    }
  }

  /** Begins a heading or a quotation; within one another the first holds, and within an item of a list none does. */
  openKind(kind: Kind): Leave {
    this.boundary()
    if (this.#kind || this.#item) return () => { this.boundary() }
    this.#wordItem = undefined
    this.#kind = kind
    return () => {
      this.boundary()
      this.#kind = undefined
    }
  }

  openItem(item: OpenItem): Leave {
    const outer = this.#item
    this.#flush()
    this.#item = item
    return () => {
      this.#flush()
      this.#item = outer && { ...outer, number: undefined }
    }
  }

  openRow(): Leave {
    this.boundary()
    const outer = this.#row
    const row: Row = { start: this.#blocks.length, cells: [], hasTable: false }
    if (outer) outer.hasTable = true
    this.#row = row
    return () => {
      this.boundary()
      this.#join(row)
      this.#row = outer
    }
  }

  openCell(): Leave {
    this.boundary()
    this.#row?.cells.push(this.#blocks.length)
    return () => { this.boundary() }
  }

  /** Words of a marker. @returns false where none can stand: then they are words as others are */
  marker(text: string): boolean {
    if (!this.#wordItem) return false
    this.#wordItem.marker += text
    return true
  }

  startMarker(): void {
    if (this.#wordItem && !this.#hasWords) this.#wordItem.isTelling = true
  }

  endMarker(): void {
    if (this.#wordItem) this.#wordItem.isTelling = false
  }

  #flush(): void {
    const block = this.#block()
    this.#runs = []
    this.#isBreakDue = false
    this.#hasWords = false
    this.#wordItem = undefined
    if (block.runs.length > 0) this.#blocks.push(block)
  }

  #block(): Block {
    if (this.#item) return { kind: 'item', ...this.#item, runs: tidy(this.#runs) }
    return this.#wordItem ? wordItem(this.#wordItem, this.#runs) : { kind: this.#kind ?? 'paragraph', runs: tidy(this.#runs) }
  }

  /** A row of several cells with a paragraph each is one line; tables that lay out a page fall apart into their blocks. */
  #join({ cells, hasTable, start }: Row): void {
    if (hasTable) return
    const blocks = this.#blocks.slice(start)
    const isLine = cells.every((from, index) => (cells[index + 1] ?? this.#blocks.length) - from <= 1)
    if (blocks.length < 2 || !isLine || blocks.some(({ kind }) => kind !== 'paragraph')) return
    const between: Run = { text: ' | ', bold: false, italic: false, href: undefined }
    const runs = blocks.flatMap((block, index) => (index === 0 ? block.runs : [between, ...block.runs]))
    this.#blocks.splice(start, blocks.length, { kind: 'paragraph', runs: tidy(runs) })
  }
}

function wordItem({ level, marker }: { level: number; marker: string }, runs: readonly Run[]): Block {
  if (marker.trim() !== '') return { kind: 'item', level, ...readMarker(marker), runs: tidy(runs) }
  const written = markerAt(runs.map(({ text }) => text).join(''))
  return { kind: 'item', level, ...readMarker(written), runs: tidy(without(runs, written.length)) }
}
