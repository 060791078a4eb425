import type { RichBuilder } from './builder'

/** Words whose line ends are line breaks; `exact` keeps every blank. */
export function addLines(builder: RichBuilder, text: string, exact = false): void {
  text.split(/\r\n?|\n/).forEach((line, index) => {
    if (index > 0) builder.lineBreak()
    builder.text(line, exact)
  })
}

/** Words whose blank lines part paragraphs, as in the texts of WordPress's old editor. */
export function addParagraphs(builder: RichBuilder, text: string): void {
  text.split(/\n[ \t\r]*\n\s*/).forEach((paragraph, index) => {
    if (index > 0) builder.boundary()
    addLines(builder, paragraph)
  })
}
