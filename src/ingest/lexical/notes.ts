/** Past so many different notes only their number is told: a hostile text could make one for each of its bytes. */
const MAX_NOTES = 100
const MAX_LENGTH = 300

/** What was left out or changed while a text was read, each thing said once with how often it happened. */
export class Notes {
  readonly #counts = new Map<string, number>()
  #untold = 0

  add(note: string): void {
    const told = note.length > MAX_LENGTH ? `${note.slice(0, MAX_LENGTH)}…` : note
    const count = this.#counts.get(told)
    if (count === undefined && this.#counts.size >= MAX_NOTES) this.#untold += 1
    else this.#counts.set(told, (count ?? 0) + 1)
  }

  list(): string[] {
    const notes = Array.from(this.#counts, ([note, count]) => (count === 1 ? note : `${note} (${String(count)} times)`))
    return this.#untold === 0 ? notes : [...notes, `${String(this.#untold)} more notes of this kind.`]
  }
}

/** A text for a note: on one line, cut when long. */
export function excerpt(text: string): string {
  const line = text.slice(0, 400).trim().replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 80)}…` : line
}
