/** Ends of lines, also Unicode's own, and tabs. */
const BREAKS = /[\t\n\r\u2028\u2029]+/

/** A text of one line, as the import makes it: where a line ended, or a tab stood, there is a blank. */
export function inOneLine(text: string): string {
  if (!BREAKS.test(text)) return text
  return text
    .split(BREAKS)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}
