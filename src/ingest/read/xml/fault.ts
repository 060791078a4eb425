/** Why a text is no XML that is read here, and where: line and column from 1. */
export class XmlFault extends Error {
  readonly line: number
  readonly column: number

  constructor(message: string, { line, column }: { line: number; column: number }) {
    super(message)
    this.line = line
    this.column = column
  }
}
