/** Ends of lines, also Unicode's own, and tabs. */
const BREAKS = /[\t\n\r\u2028\u2029]+/

/** The text in one line, as the import makes it: line breaks and tabs become blanks. */
export function inOneLine(text: string): string {
  if (!BREAKS.test(text)) return text
  return text
    .split(BREAKS)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}
