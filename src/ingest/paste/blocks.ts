/** Words of one look. A line feed in the text is a line break. */
export type Run = { text: string; readonly bold: boolean; readonly italic: boolean; readonly href: string | undefined }

/** The word that a list item began with where it was copied: a bullet or a number. */
export type Marker = { readonly isOrdered: boolean; readonly number: number | undefined }

/** One block of a pasted text, as the news editor has them. */
export type Block =
  | { readonly kind: 'paragraph' | 'h2' | 'h3' | 'quote'; readonly runs: Run[] }
  | (Marker & {
      readonly kind: 'item'
      /** How deep the item is nested, from 1. */
      readonly level: number
      readonly runs: Run[]
    })

/** The words of a block, without their look. */
export function wordsOf({ runs }: Block): string {
  return runs.map(({ text }) => text).join('')
}
